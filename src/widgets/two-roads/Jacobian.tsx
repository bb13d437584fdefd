import type { ReactNode } from 'react'
import { Sym } from '@/figure'
import { num } from '@/plot/format'
import type { Block, Entry } from './model'

/** A number if it fits into a cell of `width` characters, else nothing: the tint says that it is not zero. */
function short(value: number, width: number) {
  const text = [3, 2, 1].map((digits) => num(value, digits)).find(({ length }) => length <= width)
  return text ?? ''
}

/** Rows of numbers, drawn small: tinted where the wiring lets a nudge through. */
const Entries = ({ of, width }: { of: Entry[][]; width: number }) =>
  of.map((row, i) => (
    <span className="entries" key={i}>
      {row.map(({ value, sym }, j) => (
        <span key={j} className={sym ? 'wired' : undefined} data-sym={sym}>
          {short(value, width)}
        </span>
      ))}
    </span>
  ))

const Head = ({ symbol, shape }: { symbol: ReactNode; shape: string }) => (
  <div className="matrix-head">
    <span>{symbol}</span>
    <span className="shape">{shape}</span>
  </div>
)

type JacobianProps = { blocks: Block[][]; symbol: ReactNode; shape: string; label: string }

/** The generalized Jacobian: a grid shaped like y, and in each place a block shaped like x (or w). */
export function Jacobian({ blocks, symbol, shape, label }: JacobianProps) {
  const columns = (blocks[0]?.length ?? 0) * (blocks[0]?.[0]?.entries[0]?.length ?? 0)
  const dense = columns > 8
  return (
    <div className={dense ? 'jacobian ink dense' : 'jacobian ink'} role="img" aria-label={label} tabIndex={0}>
      <Head symbol={symbol} shape={shape} />
      {blocks.map((line, i) => (
        <div className="blocks" key={i}>
          {line.map(({ n, m, name, entries }, j) => (
            <div className="block" key={j}>
              <small>
                <Sym of={`y.${n + 1}.${m + 1}${name === undefined ? '' : `|${name}`}`} />
              </small>
              <Entries of={entries} width={dense ? 4 : 5} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

type TurnedProps = { entries: Entry[][]; role: 'x' | 'w'; symbol: ReactNode; name: string; shape: string }

/** The one matrix that the short road needs, drawn like a block of the Jacobian. */
export const Turned = ({ entries, role, symbol, name, shape }: TurnedProps) => (
  <div className={`jacobian ${role}`} role="img" aria-label={`${name}, ${shape}`}>
    <Head symbol={symbol} shape={shape} />
    <div className="block">
      <Entries of={entries} width={5} />
    </div>
  </div>
)

import { Fragment } from 'react'
import { Readout } from '@/figure'
import { decimal } from '@/plot/bytes'
import { scaleOf } from '@/plot/scale'
import { formats, memories, type FormatName } from './model'
import { words } from './words'

/** One tensor as a bar: what stands beside it, and how long it is. */
export type Bar = {
  text: string
  role: string
  sym?: string
  shape: string
  bytes: bigint
  /** The bytes as they are written, one text a unit. */
  counts: readonly string[]
  /** It is a gradient. */
  hatched?: boolean
}

const thousands = ['1 B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB', 'RB']
const lineHeight = 15

type Props = {
  id: string
  /** The sizes that the bars are for, by their letters. */
  sizes: readonly (readonly [string, number])[]
  format: FormatName
  bars: readonly Bar[]
  /** The axis goes from one byte to so many powers of ten. */
  decades: number
}

/** One bar a tensor on one logarithmic axis, with a line for each memory. Percentages keep the text's size on any screen. */
export function Bars({ id, sizes, format, bars, decades }: Props) {
  const scale = scaleOf({ min: 1, max: 10 ** decades, log: true })
  const at = (bytes: bigint) => scale(Number(bytes))
  return (
    <div className="memory-plot">
      <p className="memory-note">
        {words.bytesFor}{' '}
        {sizes.map(([name, value], k) => (
          <Fragment key={name}>
            {k > 0 && ', '}
            <span className="together">{`${name} = ${value}`}</span>
          </Fragment>
        ))}{' '}
        {words.inFormat(format, Number(formats[format].bytes))}
      </p>
      <Lines at={at} decades={decades} />
      {bars.map((bar) => (
        <BarRow key={bar.text} id={id} bar={bar} width={at(bar.bytes)} />
      ))}
    </div>
  )
}

function BarRow({
  id,
  bar: { text, role, sym, shape, counts, hatched = false },
  width,
}: {
  id: string
  bar: Bar
  width: number
}) {
  const hatch = `${id}-hatch`
  const bar = { y: 1, height: '100%', rx: 4, width: `${Math.max(0.5, width)}%` }
  return (
    <div className={`memory-row ${role}`}>
      <Readout
        label={words.bytesOf(text, shape)}
        symbol={
          <>
            <b data-sym={sym}>{text}</b>
            <span className="shape">{shape}</span>
          </>
        }
      >
        {counts.map((count) => (
          <span key={count}>{count}</span>
        ))}
      </Readout>
      <svg className="memory-bar" aria-hidden="true">
        {hatched && (
          <pattern
            id={hatch}
            width="10"
            height="10"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="hatch" width="5" height="10" />
          </pattern>
        )}
        <rect className="bar-tint" {...bar} />
        {hatched && <rect fill={`url(#${hatch})`} {...bar} />}
      </svg>
    </div>
  )
}

/** The memories' lines, the largest named highest so that no name crosses a line, and the axis. */
function Lines({ at, decades }: { at: (bytes: bigint) => number; decades: number }) {
  return (
    <div className="memory-lines" aria-hidden="true">
      <svg>
        {thousands.slice(0, decades / 3 + 1).map((unit, k) => {
          const x = `${at(10n ** BigInt(3 * k))}%`
          return (
            <g key={unit} className={k === 0 ? 'tick first' : 3 * k === decades ? 'tick last' : 'tick'}>
              <line x1={x} x2={x} y1={memories.length * lineHeight} y2="100%" />
              <text x={x} y="100%" dy={16}>
                {unit}
              </text>
            </g>
          )
        })}
        {memories.map(({ name, bytes }, k) => {
          const x = `${at(bytes)}%`
          const y = (memories.length - k - 1) * lineHeight
          return (
            <g key={String(bytes)} className="memory-mark">
              <line x1={x} x2={x} y1={y} y2="100%" />
              <text x={x} y={y} dx={-5} dy={11}>
                {name} {decimal(bytes)}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}

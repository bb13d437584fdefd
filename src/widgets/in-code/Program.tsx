import { useRef, useState, type KeyboardEvent } from 'react'
import type { Piece } from '@/autodiff'
import { Formula, Tex, type TexNode } from '@/figure'
import { CodeText } from '@/plot/CodeText'
import type { Line } from './tokens'

/** Where a key takes the focus in a list of `length` lines. */
const steps: Record<string, (at: number, length: number) => number> = {
  ArrowDown: (at, length) => Math.min(length - 1, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, length) => length - 1,
}

/** As it was set at build time, or in the reader's letters. */
const Beside = ({ of, set }: Formulas[string]) => (set ? <Formula of={set} /> : <Tex of={of} />)

/** Statements in the book's notation, by the names that lines have for them. */
export type Formulas = Readonly<Record<string, { of: TexNode; set?: Piece; words: string }>>

type Props<F extends string> = {
  lines: readonly Line<F>[]
  label: string
  formulas: Readonly<Record<F, Formulas[string]>>
}

/** Code with the formula beside each line; one tab stop, walked by arrow keys, each line lighting up what it is about. */
export function Program<F extends string>({ lines, label, formulas }: Props<F>) {
  const [stop, setStop] = useState(0)
  const list = useRef<HTMLOListElement>(null)
  const at = Math.min(stop, lines.length - 1)

  const keys = (event: KeyboardEvent) => {
    const to = steps[event.key]?.(at, lines.length)
    if (to === undefined) return
    event.preventDefault()
    list.current?.querySelectorAll<HTMLElement>(':scope > li')[to]?.focus()
  }
  return (
    <ol ref={list} className="code" aria-label={label} onKeyDown={keys}>
      {lines.map(({ tokens, formula, sym, gap }, i) => (
        <li
          key={i}
          className={gap ? 'gap' : undefined}
          data-sym={sym}
          tabIndex={i === at ? 0 : -1}
          onFocus={() => setStop(i)}
        >
          <CodeText tokens={tokens} />
          {formula && (
            <span className="code-formula">
              <span aria-hidden="true">
                <Beside {...formulas[formula]} />
              </span>
              <span className="visually-hidden">{formulas[formula].words}</span>
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

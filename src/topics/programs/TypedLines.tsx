import { useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react'
import { nth, type Piece } from '@/autodiff'
import { Beside, Formula } from '@/figure/formula'
import { useId } from '@/plot/ids'
import { untranslated } from '@/plot/untranslated'

/** What stands beside and below a line. */
export type Said = {
  readonly formula?: Piece | undefined
  /** Beside the formula: the shape. */
  readonly badge?: ReactNode
  readonly state?: 'right' | 'wrong' | undefined
  /** It cannot be read. */
  readonly unread?: boolean
  readonly says?: ReactNode
  /** Whole lines to write instead. */
  readonly suggestions: readonly string[]
  readonly below?: ReactNode
}

type Props = {
  lines: readonly string[]
  name: (k: number) => string
  placeholder: string
  longest: number
  said: (text: string, k: number) => Said
  onChange: (lines: readonly string[]) => void
}

/**
 * Lines that a reader types, each a field with its typeset form and what is to be said of it. Enter adds a line, Alt and
 * the up arrow copy the one above, Backspace in an empty one takes it away; a text of many lines can be pasted.
 */
export function TypedLines({ lines, name, placeholder, longest, said, onChange }: Props) {
  const id = useId()
  const focus = useRef<number>(undefined)
  const write = (next: readonly string[], at: number) => {
    focus.current = at
    onChange(next)
  }
  const onKey = (event: KeyboardEvent, k: number) => {
    const change = keyed(event, lines, k)
    if (!change) return
    event.preventDefault()
    write(change.lines, change.at)
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, k: number) => {
    const pasted = event.clipboardData.getData('text').replace(/\s+$/, '')
    if (!/\n/.test(pasted)) return
    event.preventDefault()
    const next = withPasted(lines, k, pasted, event.currentTarget)
    write(next, k + next.length - lines.length)
  }
  return (
    <ol className="typed-lines">
      {lines.map((text, k) => {
        const { formula, badge, state, unread = false, says, suggestions, below } = said(text, k)
        return (
          <li key={k} data-verdict={state}>
            <label className="visually-hidden" htmlFor={`${id}-${k}`}>
              {name(k)}
            </label>
            <span className="line-of" aria-hidden="true">
              ({k + 1})
            </span>
            <input
              id={`${id}-${k}`}
              ref={(input) => {
                if (focus.current !== k) return
                focus.current = undefined
                input?.focus()
              }}
              className="formula-input needs-js"
              type="text"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck="false"
              maxLength={longest}
              placeholder={k === 0 ? placeholder : ''}
              aria-invalid={unread}
              aria-describedby={`${id}-${k}-says`}
              value={text}
              onChange={(event) => onChange(lines.with(k, event.target.value.replaceAll('\n', ' ')))}
              onKeyDown={(event) => onKey(event, k)}
              onPaste={(event) => onPaste(event, k)}
            />
            <code className="typed-unscripted" {...untranslated}>
              {text}
            </code>
            <span className="typed-set">
              {formula && <Formula of={formula} />}
              {badge}
            </span>
            <p className="typed-says" id={`${id}-${k}-says`}>
              {says}
            </p>
            <Beside suggestions={suggestions} onTake={(line) => write(lines.with(k, line), k)} />
            {below}
          </li>
        )
      })}
    </ol>
  )
}

/** The part of a line that is meant, underlined. */
export const Underlined = ({
  text,
  span: [start, end],
}: {
  text: string
  span: readonly [number, number]
}) => (
  <code {...untranslated}>
    {text.slice(0, start)}
    <u>{text.slice(start, Math.max(end, start + 1)) || '\u2002'}</u>
    {text.slice(Math.max(end, start + 1))}{' '}
  </code>
)

/** What a key makes of the lines, and in which of them the reader goes on; nothing for other keys. */
function keyed(event: KeyboardEvent, lines: readonly string[], k: number) {
  const text = nth(lines, k)
  if (event.key === 'Enter') return { lines: lines.toSpliced(k + 1, 0, ''), at: k + 1 }
  if (event.key === 'ArrowUp' && event.altKey && k > 0)
    return { lines: lines.with(k, nth(lines, k - 1)), at: k }
  if (event.key === 'Backspace' && text === '' && lines.length > 1)
    return { lines: lines.toSpliced(k, 1), at: Math.max(0, k - 1) }
}

type Selected = { readonly selectionStart: number | null; readonly selectionEnd: number | null }

/** The lines with a text of several in place of what is selected in one. */
function withPasted(
  lines: readonly string[],
  k: number,
  pasted: string,
  { selectionStart, selectionEnd }: Selected,
) {
  const text = nth(lines, k)
  const [from, to] = [selectionStart ?? text.length, selectionEnd ?? text.length]
  return lines.toSpliced(k, 1, ...`${text.slice(0, from)}${pasted}${text.slice(to)}`.split(/\r?\n/))
}

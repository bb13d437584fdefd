import { useRef, type KeyboardEvent } from 'react'
import { nth } from '@/autodiff'
import { Beside, Formula } from '@/figure/formula'
import { useId } from '@/plot/ids'
import { untranslated } from '@/plot/untranslated'
import { linesOf, lit, type Row } from './model'
import { marks, words } from './words'

type Props = {
  lines: string
  /** What was last judged: a line that changed since has no verdict yet. */
  rows: readonly Row[]
  letter: string
  onChange: (lines: string) => void
}

/** The reader's lines, each a field with its typeset form and what is to be said of it. */
export function Lines({ lines, rows, letter, onChange }: Props) {
  const id = useId()
  const focus = useRef<number>(undefined)
  const texts = linesOf(lines)
  const write = (next: readonly string[], at: number) => {
    focus.current = at
    onChange(next.join('\n'))
  }
  const onKey = (event: KeyboardEvent, k: number) => {
    const change = keyed(event, texts, k)
    if (!change) return
    event.preventDefault()
    write(change.texts, change.at)
  }
  return (
    <ol className="workbench-lines">
      {texts.map((text, k) => {
        const row = rows[k]
        const verdict = row?.text === text ? row.verdict : undefined
        return (
          <li key={k} data-verdict={verdict && (verdict.kind === 'right' ? 'right' : 'wrong')}>
            <label className="visually-hidden" htmlFor={`${id}-${k}`}>
              {words.line(k)}
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
              placeholder={k === 0 ? words.placeholder : ''}
              aria-invalid={verdict?.read === false}
              aria-describedby={`${id}-${k}-says`}
              value={text}
              onChange={(event) =>
                onChange(texts.with(k, event.target.value.replaceAll('\n', ' ')).join('\n'))
              }
              onKeyDown={(event) => onKey(event, k)}
            />
            <code className="workbench-unscripted" {...untranslated}>
              {text}
            </code>
            <span className="workbench-set">
              {row?.text === text && row.formula && <Formula of={lit(row.formula, letter)} />}
            </span>
            <p className="workbench-says" id={`${id}-${k}-says`}>
              {verdict && (
                <>
                  <b aria-hidden="true">{verdict.kind === 'right' ? marks.right : marks.wrong}</b>{' '}
                  {verdict.span && <Underlined text={text} span={verdict.span} />}
                  {verdict.says}
                </>
              )}
            </p>
            <Beside
              suggestions={row?.text === text ? row.suggestions : []}
              onTake={(line) => write(texts.with(k, line), k)}
            />
          </li>
        )
      })}
    </ol>
  )
}

const Underlined = ({ text, span: [start, end] }: { text: string; span: readonly [number, number] }) => (
  <code {...untranslated}>
    {text.slice(0, start)}
    <u>{text.slice(start, Math.max(end, start + 1)) || '\u2002'}</u>
    {text.slice(Math.max(end, start + 1))}{' '}
  </code>
)

/** What a key makes of the lines, and in which of them the reader goes on; nothing for other keys. */
function keyed(event: KeyboardEvent, texts: readonly string[], k: number) {
  const text = nth(texts, k)
  if (event.key === 'Enter') return { texts: texts.toSpliced(k + 1, 0, ''), at: k + 1 }
  if (event.key === 'ArrowUp' && event.altKey && k > 0)
    return { texts: texts.with(k, nth(texts, k - 1)), at: k }
  if (event.key === 'Backspace' && text === '' && texts.length > 1)
    return { texts: texts.toSpliced(k, 1), at: Math.max(0, k - 1) }
}

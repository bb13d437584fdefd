import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { tooLong, useWarn } from '@/figure'
import { longestTyped } from './model'

type Props = {
  label: string
  value: string
  /** Why the text can't be read, as a sentence; undefined if it can. */
  problemOf: (text: string) => string | undefined
  onChange: (text: string) => void
}

/**
 * A field for formulas: text that can be read counts at once; what can't is answered, and the figure keeps what it had.
 * Escape brings back what was there.
 */
export function FormulaField({ label, value, onChange, ...props }: Props) {
  const warn = useWarn()
  const problemOf = (text: string) => tooLong(text, longestTyped) ?? props.problemOf(text)
  const [draft, setDraft] = useState<string>()
  const before = useRef(value)
  const type = (event: FormEvent<HTMLInputElement>) => {
    const text = event.currentTarget.value
    const problem = problemOf(text)
    setDraft(text)
    if (problem === undefined) onChange(text)
    warn(problem ?? '')
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    setDraft(undefined)
    onChange(before.current)
    warn('')
  }
  return (
    <input
      className="formula-input"
      type="text"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck="false"
      aria-label={label}
      aria-invalid={draft !== undefined && problemOf(draft) !== undefined}
      value={draft ?? value}
      onChange={type}
      onKeyDown={keys}
      onFocus={() => (before.current = value)}
      onBlur={() => setDraft(undefined)}
    />
  )
}

import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useId } from '@/plot/ids'
import { useWarn } from '../state/warn'
import { Beside, isBeside } from './Beside'
import type { Spelled } from './spelling'

type Options = {
  /** The field's accessible name. */
  label: string
  className?: string
  value: string
  /** Why a text can't be read, as a sentence; undefined where it can. */
  problemOf: (text: string) => string | undefined
  /** The book's spelling of a text, or what to write instead of it. */
  spell: (text: string) => Spelled
  /** Told only texts that can be read. */
  onChange: (text: string) => void
}

/** The parts of a field for formulas, to be placed. */
type Parts = {
  readonly id: string
  readonly field: ReactNode
  /** The book's spelling, and buttons that write what may have been meant; nothing where there is neither. */
  readonly beside: ReactNode
  /** Drops a text that can't be read. */
  readonly forget: () => void
}

/**
 * A field for formulas, wherever a figure has one: text that can be read counts at once; what can't is answered, and
 * the figure keeps what it had. Escape brings back what was there.
 */
export function useFormulaField(options: Options): Parts {
  const { label, className = 'formula-input', value, problemOf, spell, onChange } = options
  const warn = useWarn()
  const id = useId()
  const [draft, setDraft] = useState<string>()
  const before = useRef(value)
  const shown = draft ?? value
  const forget = () => setDraft(undefined)
  const type = (text: string) => {
    setDraft(text)
    const problem = problemOf(text)
    if (problem === undefined) onChange(text)
    warn(problem ?? '')
  }
  const take = (text: string) => {
    document.getElementById(id)?.focus()
    type(text)
  }
  const keys = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return
    forget()
    onChange(before.current)
    warn('')
  }
  const field = (
    <input
      id={id}
      className={className}
      type="text"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck="false"
      aria-label={label}
      aria-invalid={draft !== undefined && problemOf(draft) !== undefined}
      value={shown}
      onFocus={() => (before.current = value)}
      onBlur={({ relatedTarget }) => isBeside(relatedTarget) || forget()}
      onChange={(event) => type(event.target.value)}
      onKeyDown={keys}
    />
  )
  return { id, field, beside: <Beside {...spell(shown)} onTake={take} />, forget }
}

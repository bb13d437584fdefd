import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { longestFormula, readFunction } from './expression'

export type Preset = { readonly source: string; readonly name: string }

type Props = {
  /** "f(x)": the accessible name, and what is shown unless `symbol` is given. */
  label: string
  symbol?: ReactNode
  /** The names that the function may use. */
  names: readonly string[]
  presets: readonly Preset[]
  source: string
  /** Told only functions that can be read. */
  onChange: (source: string) => void
  /** Told the sentence when what stands in the field is no function, and '' when it is one again. */
  onError: (sentence: string) => void
}

/** A function to choose or to type: what can be read counts at once, Escape brings back what was there. */
export function FunctionField({ label, symbol, names, presets, source, onChange, onError }: Props) {
  const id = useId()
  const [draft, setDraft] = useState<string>()
  const before = useRef(source)
  const read = (text: string) => readFunction(text, names)
  const type = (text: string) => {
    setDraft(text)
    const found = read(text)
    if ('fn' in found) onChange(text)
    onError('error' in found ? found.error : '')
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    setDraft(undefined)
    onChange(before.current)
    onError('')
  }
  const known = presets.some((preset) => preset.source === source)
  return (
    <div className="function-field">
      <label htmlFor={id}>{symbol ?? label} =</label>
      <input
        id={id}
        className="formula-input"
        type="text"
        maxLength={longestFormula}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-label={`${label}, typed`}
        aria-invalid={draft !== undefined && 'error' in read(draft)}
        value={draft ?? source}
        onFocus={() => (before.current = source)}
        onBlur={() => setDraft(undefined)}
        onChange={(event) => type(event.target.value)}
        onKeyDown={keys}
      />
      <select
        aria-label={`${label}, chosen`}
        value={known ? source : ''}
        onChange={(event) => {
          setDraft(undefined)
          onChange(event.target.value)
        }}
      >
        {!known && <option value="">typed</option>}
        {presets.map((preset) => (
          <option key={preset.source} value={preset.source}>
            {preset.name}
          </option>
        ))}
      </select>
    </div>
  )
}

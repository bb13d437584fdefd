import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useId } from '@/plot/ids'
import { useWarn } from '../state/warn'
import { readFunction, tooLong, type Preset } from './expression'
import { Beside, isBeside } from './Beside'
import { spelled } from './spelling'
import { Options } from '../controls/Options'

type Props = {
  /** "f(x)": the accessible name, and what is shown unless `symbol` is given. */
  label: string
  symbol?: ReactNode
  /** The names that the function may use. */
  names: readonly string[]
  presets: readonly Preset[]
  source: string
  /** What is wrong with a text, as a sentence, where its names are more than single numbers. */
  check?: (source: string) => string | undefined
  /** Told only functions that can be read. */
  onChange: (source: string) => void
}

/** A function to choose or to type: what can be read counts at once, Escape brings back what was there. */
export function FunctionField(props: Props) {
  const { label, symbol, names, presets, source, onChange } = props
  const warn = useWarn()
  const id = useId()
  const [draft, setDraft] = useState<string>()
  const before = useRef(source)
  const problem = (text: string) => {
    const long = tooLong(text)
    if (long !== undefined) return long
    if (props.check) return props.check(text)
    const read = readFunction(text, names)
    return 'error' in read ? read.error : undefined
  }
  const type = (text: string) => {
    setDraft(text)
    const found = problem(text)
    if (found === undefined) onChange(text)
    warn(found ?? '')
  }
  const take = (text: string) => {
    document.getElementById(id)?.focus()
    type(text)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    setDraft(undefined)
    onChange(before.current)
    warn('')
  }
  const known = presets.some((preset) => preset.source === source)
  return (
    <div className="function-field">
      <label htmlFor={id}>{symbol ?? label} =</label>
      <input
        id={id}
        className="formula-input"
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck="false"
        aria-label={`${label}, typed`}
        aria-invalid={draft !== undefined && problem(draft) !== undefined}
        value={draft ?? source}
        onFocus={() => (before.current = source)}
        onBlur={({ relatedTarget }) => isBeside(relatedTarget) || setDraft(undefined)}
        onChange={(event) => type(event.target.value)}
        onKeyDown={keys}
      />
      <select
        aria-label={`${label}, chosen`}
        value={known ? source : ''}
        onChange={(event) => {
          setDraft(undefined)
          // The line that stands for what is typed is no function of its own.
          if (event.target.value !== '') onChange(event.target.value)
        }}
      >
        {!known && <option value="">typed</option>}
        <Options of={presets.map((preset) => ({ value: preset.source, name: preset.name }))} />
      </select>
      <Beside {...spelled(draft ?? source, names, !props.check)} onTake={take} />
    </div>
  )
}

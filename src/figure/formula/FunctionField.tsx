import type { ReactNode } from 'react'
import { Options } from '../controls/Options'
import { readFunction, tooLong, type Preset } from './expression'
import { spelled } from './spelling'
import { useFormulaField } from './useFormulaField'

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

/** A function to choose or to type. */
export function FunctionField(props: Props) {
  const { label, symbol, names, presets, source, onChange } = props
  const problemOf = (text: string) => {
    const long = tooLong(text)
    if (long !== undefined) return long
    if (props.check) return props.check(text)
    const read = readFunction(text, names)
    return 'error' in read ? read.error : undefined
  }
  const spell = (text: string) => spelled(text, names, !props.check)
  const { id, field, beside, forget } = useFormulaField({
    label: `${label}, typed`,
    value: source,
    problemOf,
    spell,
    onChange,
  })
  const known = presets.some((preset) => preset.source === source)
  return (
    <div className="function-field">
      <label htmlFor={id}>{symbol ?? label} =</label>
      {field}
      <select
        aria-label={`${label}, chosen`}
        value={known ? source : ''}
        onChange={(event) => {
          forget()
          // The line that stands for what is typed is no function of its own.
          if (event.target.value !== '') onChange(event.target.value)
        }}
      >
        {!known && <option value="">typed</option>}
        <Options of={presets.map((preset) => ({ value: preset.source, name: preset.name }))} />
      </select>
      {beside}
    </div>
  )
}

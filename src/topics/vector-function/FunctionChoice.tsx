import { Options } from '@/figure'
import { FormulaField } from './FormulaField'
import { words } from './words'

type Props<F extends string> = {
  /** "Map", "Function". */
  label: string
  /** The functions to choose from, by their names in the state. */
  functions: Readonly<Record<F, { readonly name: string }>>
  f: F | 'typed'
  typed: string
  onChange: (change: { f: F | 'typed' } | { typed: string }) => void
  /** The typed field's name. */
  field: string
  /** The function of a text, or why there is none. */
  read: (text: string) => object
}

/** A function to choose from a list, or to type. */
export function FunctionChoice<F extends string>(props: Props<F>) {
  const { label, functions, f, typed, onChange, field, read } = props
  const problemOf = (text: string) => {
    const found = read(text)
    return 'error' in found ? String(found.error) : undefined
  }
  return (
    <>
      <label className="pick">
        {label}
        <select value={f} onChange={(event) => onChange({ f: event.target.value as F | 'typed' })}>
          <Options
            of={(Object.keys(functions) as F[]).map((key) => ({ value: key, name: functions[key].name }))}
          />
          <option value="typed">{words.own}</option>
        </select>
      </label>
      {f === 'typed' && (
        <FormulaField
          label={field}
          value={typed}
          problemOf={problemOf}
          onChange={(text) => onChange({ typed: text })}
        />
      )}
    </>
  )
}

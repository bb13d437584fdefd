import { Choice, Options, spelled, tooLong, useFormulaField } from '@/figure'
import { SizeFields } from '../linear-layer/SizeFields'
import { derive } from './derive'
import { ops } from './ops'
import { largestSize, longestTyped, question, sizesOf, type Asked } from './state'
import { words } from './words'

type Props = {
  asked: Asked
  set: (change: Partial<Asked>) => void
  /** Which ops are on offer; all of them, and a formula of the reader's own, if not said. */
  only?: readonly Asked['op'][]
}

const derivedBy = [
  { value: 'x', label: 'x' },
  { value: 'w', label: 'w' },
] as const

/** A choice of what to differentiate, and at which sizes. */
export function Inputs({ asked, set, only }: Props) {
  const offered = only ? ops.filter(({ name }) => only.includes(name)) : ops
  return (
    <>
      <label className="op-choice">
        {words.operation}
        <select value={asked.op} onChange={(event) => set({ op: event.target.value as Asked['op'] })}>
          <Options of={offered.map(({ name, label }) => ({ value: name, name: label }))} />
          {!only && <option value="typed">{words.own}</option>}
        </select>
      </label>
      {asked.op === 'typed' && <Typed asked={asked} set={set} />}
      <SizeFields
        axes={sizesOf(asked)}
        most={largestSize}
        sizes={{ N: asked.N, D: asked.D, M: asked.M }}
        onChange={set}
      />
    </>
  )
}

/** What is typed counts as soon as it has a Jacobian; until then the last formula that had one stays. */
function Typed({ asked, set }: Props) {
  const problemOf = (formula: string) => {
    const long = tooLong(formula, longestTyped)
    if (long !== undefined) return long
    const found = derive(question({ ...asked, formula }))
    return 'error' in found ? found.error : undefined
  }
  const { id, field, beside } = useFormulaField({
    label: words.formula,
    className: 'number-input formula',
    value: asked.formula,
    problemOf,
    spell: (text) => spelled(text, ['x', 'w'], false),
    onChange: (formula) => set({ formula }),
  })
  return (
    <>
      <label className="op-choice" htmlFor={id}>
        y = {field}
      </label>
      {beside}
      <Choice legend={words.by} options={derivedBy} value={asked.by} onChange={(by) => set({ by })} />
    </>
  )
}

import type { ComponentProps } from 'react'
import { Formula, Matrix } from '@/figure'
import { isTurned, type Owner } from '@/topics/letters/conventions'
import { owning } from '@/topics/letters/factors'
import { labelIn, nameIn } from '@/topics/letters/labels'
import { changed, type Given, type Scene, type State } from './model'
import { heads, words } from './words'

type Shown = Owner | `d${Owner}`
type Props = {
  column: Scene['columns'][number]
  state: State
  set: (change: Partial<State>) => void
}

const roleOf = (of: Owner) => (of === 'b' ? 'w' : of)

/** The layer as one convention has it: what it is given, and what it owes, each under its own formula. */
export function Column({ column, state, set }: Props) {
  const { convention, given, gradients, forward, isVector, y } = column
  const matrix = (of: Shown, more: Pick<ComponentProps<typeof Matrix>, 'values' | 'label' | 'onChange'>) => {
    const own = owning(of)
    const letter = nameIn(convention, own)
    const vector = own === 'b' && isVector
    return (
      <Matrix
        name={words.matrix(of === own ? letter : words.gradient(letter), heads[convention.name])}
        sym={vector ? `${of}.1` : of}
        vector={vector}
        transposed={isTurned(convention, own)}
        role={roleOf(own)}
        kind={of === own ? 'value' : 'gradient'}
        {...more}
      />
    )
  }
  const editable = (of: Given) =>
    matrix(of, {
      values: given[of],
      label: <Formula of={labelIn(convention, of)} />,
      onChange: (i, j, value) => set(changed(state, convention, of, [i, j], value)),
    })
  return (
    <div role="group" className="letters-column" aria-label={heads[convention.name]}>
      <div className="letters-head">
        <p className="letters-name">{heads[convention.name]}</p>
        <Formula of={forward} said />
      </div>
      <div className="letters-row">
        {editable('x')}
        {editable('w')}
        {editable('b')}
      </div>
      <div className="letters-row">
        {matrix('y', { values: y, label: <Formula of={labelIn(convention, 'y')} /> })}
        {editable('dy')}
      </div>
      {gradients.map(({ of, formula, shapes, values }) => (
        <div className="letters-gradient" key={of}>
          <p className="telling">
            <Formula of={formula} said />
          </p>
          <p className="letters-shapes telling">{shapes}</p>
          {matrix(of, { values, label: '' })}
        </div>
      ))}
    </div>
  )
}

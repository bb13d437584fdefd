import { Matrix, Tex, tex } from '@/figure'
import { LayerMatrix } from '@/topics/linear-layer/LayerMatrix'
import type { Editing } from '@/topics/linear-layer/look'
import type { Factor as Values, Result as ResultName } from './model'
import { flip, type Numbers } from '@/topics/linear-layer/model'
import { words } from './words'

const jacobians = {
  J: { name: words.jacobian, label: tex`\dydx` },
  'J turned': { name: words.jacobianTurned, label: tex`\Bigl(\dydx\Bigr)\T` },
}
const nudges = { x: tex`\Delta \x`, y: tex`\Delta \y` }

/** One factor of a product, in its hue and texture; what the reader sets can be changed in place. */
export function Factor({ of, values, editing }: Values & { editing: Editing }) {
  if (of === 'dy') return <LayerMatrix of="dy" values={values} editing={editing} />
  if (of === 'x turned' || of === 'w turned')
    return <LayerMatrix of={of === 'x turned' ? 'x' : 'w'} turned values={flip(values)} editing={editing} />
  if (of !== 'nudge')
    return (
      <Matrix name={jacobians[of].name} role="ink" label={<Tex of={jacobians[of].label} />} values={values} />
    )
  return (
    <Matrix
      name={words.nudge}
      role="x"
      kind="nudge"
      label={<Tex of={nudges.x} />}
      values={values}
      onChange={(i, _, value) => editing.set({ x: [values.map(([old = 0], k) => (k === i ? value : old))] })}
    />
  )
}

export const Result = ({ of, values }: { of: ResultName; values: Numbers }) =>
  of === 'dx' ? (
    <LayerMatrix of="dx" values={values} />
  ) : (
    <Matrix name={words.change} role="y" kind="nudge" label={<Tex of={nudges.y} />} values={values} />
  )

import { fields, Figure, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { Bars } from './Bars'
import { Inputs } from './Inputs'
import { JacobianPanel } from './JacobianPanel'
import { model, most, presets, type State } from './model'

const size = fields.integer(1, most)
const spec: FigureSpec<State> = {
  start: presets[0].state,
  fields: {
    N: size,
    D: size,
    M: size,
    format: fields.choice('float64', 'float32', 'bfloat16', 'float8'),
  },
}

/** How much memory a linear layer's tensors take, and how much both of its Jacobians would. */
export default function Memory(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state } = figure
  const { rows, jacobians, decades, says } = model(state)
  return (
    <Figure
      of={figure}
      title="A layer’s numbers, and its two Jacobians"
      legend={['value', 'gradient']}
      says={says}
    >
      <Inputs of={figure} />
      <Bars id={figure.id} state={state} rows={rows} decades={decades} />
      <div className="memory-jacobians">
        {jacobians.map((jacobian) => (
          <JacobianPanel key={jacobian.by} of={jacobian} sizes={state} />
        ))}
      </div>
    </Figure>
  )
}

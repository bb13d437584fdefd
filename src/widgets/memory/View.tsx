import { fields, Figure, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { Bars } from './Bars'
import { Inputs } from './Inputs'
import { JacobianPanel } from './JacobianPanel'
import { ToScale } from './ToScale'
import { model, most, presets, type State } from './model'
import { words } from './words'

// A press of an arrow key doubles or halves; twenty doublings and the end is reached.
const doublings = {
  to: (value: number) => (value >= most ? 20 : Math.log2(value)),
  from: (position: number) => Math.round(2 ** position),
  step: 1,
}
const size = (label: string) => fields.integer(1, most, { label, scale: doublings })
const spec: FigureSpec<State> = {
  start: presets[0].state,
  fields: {
    N: size(words.ofN),
    D: size(words.ofD),
    M: size(words.ofM),
    format: fields.choice('float64', 'float32', 'bfloat16', 'float8'),
  },
}

/** How much memory a linear layer's tensors take, and how much both of its Jacobians would. */
export default function Memory(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state } = figure
  const { rows, jacobians, decades, scale, says } = model(state)
  return (
    <Figure of={figure} title={words.title} legend={['value', 'gradient']} says={says}>
      <Inputs of={figure} />
      <Bars id={figure.id} state={state} rows={rows} decades={decades} />
      <ToScale of={scale} />
      <div className="memory-jacobians">
        {jacobians.map((jacobian) => (
          <JacobianPanel key={jacobian.by} of={jacobian} sizes={state} />
        ))}
      </div>
    </Figure>
  )
}

import { fields, Figure, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { doublings, most } from '@/topics/memory/model'
import { Bars } from './Bars'
import { Inputs } from './Inputs'
import { JacobianPanel } from './JacobianPanel'
import { ToScale } from './ToScale'
import { model, presets, type State } from './model'
import { words } from './words'

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

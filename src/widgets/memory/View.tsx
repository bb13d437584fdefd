import { fields, Figure, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { Bars, type Bar } from '@/topics/memory/Bars'
import { doublings, most } from '@/topics/memory/model'
import { Inputs } from './Inputs'
import { JacobianPanel } from './JacobianPanel'
import { ToScale } from './ToScale'
import { model, presets, type Name, type Row, type State } from './model'
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

const marks: Record<Name, { text: string; role: string; sym?: string }> = {
  x: { text: 'x', role: 'x', sym: 'x' },
  w: { text: 'w', role: 'w', sym: 'w' },
  y: { text: 'y', role: 'y', sym: 'y' },
  dy: { text: '∂L/∂y', role: 'y', sym: 'dy' },
  Jx: { text: '∂y/∂x', role: 'ink' },
  Jw: { text: '∂y/∂w', role: 'ink' },
}

const barOf = ({ name, shape, bytes, text }: Row): Bar => ({
  ...marks[name],
  shape,
  bytes,
  counts: text,
  hatched: name === 'dy',
})

/** How much memory a linear layer's tensors take, and how much both of its Jacobians would. */
export default function Memory(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state } = figure
  const { rows, jacobians, decades, scale, says } = model(state)
  return (
    <Figure of={figure} title={words.title} legend={['value', 'gradient']} says={says}>
      <Inputs of={figure} />
      <Bars
        id={figure.id}
        sizes={[
          ['N', state.N],
          ['D', state.D],
          ['M', state.M],
        ]}
        format={state.format}
        bars={rows.map(barOf)}
        decades={decades}
      />
      <ToScale of={scale} />
      <div className="memory-jacobians">
        {jacobians.map((jacobian) => (
          <JacobianPanel key={jacobian.by} of={jacobian} sizes={state} />
        ))}
      </div>
    </Figure>
  )
}

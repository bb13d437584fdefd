import { fields, Figure, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { conventionOf } from '@/topics/letters/conventions'
import { inLetters } from '@/topics/letters/sentences'
import { useLayout } from '@/topics/letters/useLayout'
import { useLetters } from '@/topics/letters/useLetters'
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

const barOf = ({ name, shape, bytes, text }: Row, w: string): Bar => ({
  ...marks[name],
  text: marks[name].text.replace('w', w),
  shape,
  bytes,
  counts: text,
  hatched: name === 'dy',
})

/** How much memory a linear layer's tensors take, and how much both of its Jacobians would. */
export default function Memory(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state } = figure
  const course = { letters: useLetters(), layout: useLayout() }
  const { w } = conventionOf(course.letters).letters
  const { rows, jacobians, decades, scale, says } = model(state, course)
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'gradient']}
      says={inLetters(says, course.letters)}
    >
      <Inputs of={figure} />
      <Bars
        id={figure.id}
        sizes={[
          ['N', state.N],
          ['D', state.D],
          ['M', state.M],
        ]}
        format={state.format}
        bars={rows.map((row) => barOf(row, w))}
        decades={decades}
      />
      <ToScale of={scale} letters={course.letters} />
      <div className="memory-jacobians">
        {jacobians.map((jacobian) => (
          <JacobianPanel key={jacobian.by} of={jacobian} sizes={state} course={course} />
        ))}
      </div>
    </Figure>
  )
}

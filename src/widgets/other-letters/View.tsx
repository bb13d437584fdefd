import { Figure, fields, Readout, Readouts, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { num } from '@/plot/format'
import { SizeFields } from '@/topics/linear-layer/SizeFields'
import { Column } from './Column'
import { Example } from './Example'
import { checkState, model, most, resized, start, type State } from './model'
import { words } from './words'

const numbers = fields.matrix(most, 1e6)
const spec: FigureSpec<State> = {
  start,
  fields: { x: numbers, w: numbers, b: numbers, dy: numbers },
  check: checkState,
}

/** The linear layer on the same numbers in three conventions, and one example through its Jacobian in both layouts. */
export default function OtherLetters(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const scene = model(state)
  return (
    <Figure
      of={figure}
      title={words.title}
      says={words.says(scene.apart)}
      legend={['value', 'gradient']}
      controls={
        <SizeFields sizes={scene.sizes} most={most} onChange={(sizes) => set(resized(state, sizes))} />
      }
    >
      <div className="letters">
        {scene.columns.map((column) => (
          <Column key={column.convention.name} {...{ column, state, set }} />
        ))}
      </div>
      <p className="letters-part">{words.example}</p>
      <div className="letters-examples">
        {scene.examples.map((example) => (
          <Example key={example.layout} {...example} />
        ))}
      </div>
      <Readouts>
        <Readout label={words.apart}>{num(scene.apart, 2)}</Readout>
      </Readouts>
    </Figure>
  )
}

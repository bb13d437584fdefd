import { fields, Figure, longestFormula, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { Controls } from './Controls'
import { Costs } from './Costs'
import { Picks } from './Picks'
import { Rows } from './Rows'
import { fewest, inputs, model, most, presets, problem, type State } from './model'
import { words, sentence } from './words'

const spec: FigureSpec<State> = {
  start: { n: 4, x: inputs.slice(0, 4), f: presets[0].source, at: 2, seen: 0b0101, h: 0.1, reverse: 'no' },
  fields: {
    n: fields.integer(fewest, most, { label: words.N }),
    x: fields.list(fields.real(-10, 10), most),
    f: fields.text(longestFormula),
    at: fields.integer(0, most - 1),
    seen: fields.integer(0, 2 ** most - 1),
    h: fields.real(0.001, 1, { step: 0.01, label: words.size }),
    reverse: fields.choice('no', 'yes'),
  },
  check: (state) =>
    state.x.length === state.n && state.at < state.n
      ? problem(state)
      : words.mismatch(state.x.length, state.n),
}

/** The gradient of a function of many inputs, one basis direction at a time, or all at once in reverse. */
export default function Probe(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const trouble = problem(state)
  const scene = trouble === undefined ? model(state) : undefined
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'nudge', 'gradient']}
      says={scene ? sentence(state, scene) : (trouble ?? '')}
      controls={<Controls of={figure} />}
    >
      <Picks state={state} scene={scene} />
      <div className="probe-beside">
        <Rows id={figure.id} state={state} scene={scene} set={set} />
        <Costs state={state} scene={scene} />
      </div>
    </Figure>
  )
}

import { decades, fields, Figure, Formula, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { landscape } from '@/topics/surface/landscape'
import { Controls } from './Controls'
import { Ground } from './Ground'
import { Miss, Printed } from './Plots'
import { Shrinking } from './Shrinking'
import { furthest, model, smallest, surfaceFor, type GroundName, type State } from './model'
import { words, sentence } from './words'

const spec: FigureSpec<State> = {
  start: { ground: 'bowl', turn: 60, size: 0.1, g1: 1, g2: 0.5 },
  fields: {
    ground: fields.choice('bowl', 'saddle', 'cone'),
    turn: fields.real(0, 360, { step: 5, label: words.inDegrees }),
    size: fields.real(smallest, 1, { label: words.lengthOf, scale: decades(0.25) }),
    g1: fields.real(-furthest, furthest, { label: 'g₁' }),
    g2: fields.real(-furthest, furthest, { label: 'g₂' }),
  },
}

const lands = new Map<GroundName, ReturnType<typeof landscape>>()
/** Each landscape is drawn up once. */
function landFor(name: GroundName) {
  const land = lands.get(name) ?? landscape(surfaceFor(name))
  lands.set(name, land)
  return land
}

/** The handout's definition of the gradient beside the right one, on the same nudge h. */
export default function WhichDefinition(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const scene = model(state)
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'nudge', 'gradient']}
      says={sentence(state, scene)}
      controls={<Controls of={figure} scene={scene} />}
    >
      <div className="definitions">
        <div>
          <Ground land={landFor(state.ground)} scene={scene} state={state} set={set} />
          <p className="definitions-note">
            <i className="sym y">y</i> = <Formula of={surfaceFor(state.ground).fn.formula} said />
          </p>
        </div>
        <div>
          <Printed scene={scene} state={state} set={set} />
          <Miss scene={scene} state={state} />
        </div>
      </div>
      <Shrinking scene={scene} />
    </Figure>
  )
}

import { useMemo } from 'react'
import {
  fields,
  Figure,
  Formula,
  formulaOf,
  Says,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { landscape, spacing } from '@/topics/surface/landscape'
import { names, readSurface } from '@/topics/surface/model'
import { reach, surfaces } from '@/topics/surface/surfaces'
import { Controls } from './Controls'
import { fastest } from './descent'
import { DotProduct } from './DotProduct'
import { Map } from './Map'
import { longest, model, shortest, type State } from './model'
import { Numbers } from './Numbers'
import { Solid } from './SolidPicture'
import { Turning } from './Turning'
import { walked, words, sentence } from './words'

const spec: FigureSpec<State> = {
  start: { f: surfaces[0].source, x1: 1, x2: 0.5, length: 0.5, turn: 345, rate: 0 },
  fields: {
    f: formulaOf(names),
    x1: fields.real(-reach, reach, { label: 'x₁' }),
    x2: fields.real(-reach, reach, { label: 'x₂' }),
    length: fields.real(shortest, longest, { step: 0.05, label: words.lengthOf }),
    turn: fields.real(0, 360, { step: 5, label: words.inDegrees }),
    rate: fields.real(0, fastest, { step: 0.05, label: words.rateFull }),
  },
}

/** A function of two inputs as a map: nudge x in any direction, and see what the gradient says of it. */
export default function Field(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const { surface, land } = useMemo(() => {
    const read = readSurface(state.f)
    return { surface: read, land: landscape(read) }
  }, [state.f])
  const scene = model(surface, state)
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'nudge', 'gradient']}
      says={sentence(scene, state)}
      controls={<Controls of={figure} scene={scene} />}
    >
      <DotProduct scene={scene} />
      <div className="field">
        <div>
          <Map land={land} scene={scene} state={state} set={set} />
          <p className="field-note">
            <i className="sym y">y</i> = <Formula of={surface.fn.formula} said />
            <br />
            {spacing(land)}
          </p>
          <p className="field-note">
            <Says text={walked(scene.descent)} />
          </p>
          <Numbers scene={scene} />
        </div>
        <div>
          <Solid land={land} scene={scene} />
          <Turning scene={scene} state={state} set={set} />
        </div>
      </div>
    </Figure>
  )
}

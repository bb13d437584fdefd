import {
  Choice,
  Equals,
  Equation,
  fields,
  Figure,
  MatrixRow,
  Readout,
  Readouts,
  Sign,
  Stepper,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num } from '@/plot/format'
import { Wires } from '@/plot/wires/Wires'
import { layerFields } from '@/topics/linear-layer/fields'
import { LayerMatrix } from '@/topics/linear-layer/LayerMatrix'
import { checkLayer, handout, pass, resize, sizes } from '@/topics/linear-layer/model'
import { LayoutNote } from '@/topics/letters/LayoutNote'
import { SizeFields } from '@/topics/linear-layer/SizeFields'
import { Formula, spoken } from './Formula'
import { model, type State } from './model'
import { Product } from './Product'
import { words, sentence } from './words'
import { wires } from './wires'

const spec: FigureSpec<State> = {
  start: { ...resize(handout, { N: 2, D: 2, M: 3 }), by: 'x', step: 0 },
  fields: { ...layerFields, by: fields.choice('x', 'w'), step: fields.integer(0, 22) },
  check: checkLayer,
}

/** From the rank-4 Jacobian to one matrix product: contract it, drop its zeros, lay its copies on each other. */
export default function Fold(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const { by } = state
  const scene = model(state)
  const { y } = pass(state)
  const drawn = wires(state, scene.step.kind)
  const editing = { layer: state, set }
  return (
    <Figure
      of={figure}
      title={words.title}
      says={sentence(state, scene)}
      legend={['value', 'gradient']}
      controls={
        <>
          <Stepper
            step={scene.index}
            names={scene.list.map(({ name }) => name)}
            onStep={(step) => set({ step })}
          />
          <Choice
            legend={words.by}
            options={[
              { value: 'x', label: 'x' },
              { value: 'w', label: 'w' },
            ]}
            value={by}
            onChange={(next) => set({ by: next, step: 0 })}
          />
          <SizeFields sizes={sizes(state)} onChange={(next) => set(resize(state, next))} />
        </>
      }
    >
      <Equation spoken={spoken(state, scene)}>
        <Formula state={state} scene={scene} />
      </Equation>
      <Product state={state} scene={scene} set={set} />
      <LayoutNote
        of={`∂y/∂${by}`}
        output={scene.jacobian.shape.slice(0, 2)}
        input={scene.jacobian.shape.slice(2)}
      />
      <MatrixRow name={words.layer}>
        <LayerMatrix of="x" values={state.x} editing={editing} />
        <Sign>·</Sign>
        <LayerMatrix of="w" values={state.w} editing={editing} />
        <Equals of={[...state.x, ...state.w, ...y]} />
        <LayerMatrix of="y" values={y} />
      </MatrixRow>
      <Readouts>
        <Readout label={words.numbers}>{scene.jacobian.size}</Readout>
        <Readout label={words.once}>{scene.once}</Readout>
        <Readout label={words.gap}>{num(scene.gap, 2)}</Readout>
      </Readouts>
      <div className="fold-wires">
        <Wires of={drawn.diagram} lit={drawn.lit} reads={drawn.reads} name={words.wires} />
        <p className="wires-note">{words.wiresNote}</p>
      </div>
    </Figure>
  )
}

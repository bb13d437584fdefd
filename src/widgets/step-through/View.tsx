import {
  Choice,
  Equals,
  Figure,
  MatrixRow,
  Readout,
  Readouts,
  Spoken,
  Stepper,
  Tex,
  fields,
  tex,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num } from '@/plot/format'
import { layerFields } from '@/topics/linear-layer/fields'
import { OwnLayerMatrix } from '@/topics/linear-layer/OwnLayerMatrix'
import { LossChoice } from '@/topics/linear-layer/LossChoice'
import { checkLayer, handout, resize, sizes } from '@/topics/linear-layer/model'
import { SizeFields } from '@/topics/linear-layer/SizeFields'
import { LayerProduct } from '@/topics/letters/LayerProduct'
import { nameOf } from '@/topics/letters/sentences'
import { useLetters } from '@/topics/letters/useLetters'
import { EntryChoice } from './EntryChoice'
import { Backward } from './Backward'
import { Formula } from './Formula'
import { model, type State } from './model'
import { words } from './words'

const spec: FigureSpec<State> = {
  start: { ...handout, target: 'x', row: 0, column: 0, step: 0 },
  fields: {
    ...layerFields,
    target: fields.choice('x', 'w'),
    row: fields.integer(0, 3),
    column: fields.integer(0, 3),
    step: fields.integer(0, 11),
  },
  check: checkLayer,
}

const gradientOfW = tex`\dLdW`
const gradients = { x: tex`\dLdx`, w: tex`\dLdw` }

/** At any size, a batch to begin with, and the slice that shows its zeros. */
const anySizeSpec: FigureSpec<State> = {
  ...spec,
  start: { ...spec.start, ...resize(handout, { N: 3, D: 2, M: 3 }), row: 1, step: 4 },
}

/** Backpropagation through y = xw, one step at a time, on numbers that can be changed at any step. */
export default function StepThrough(props: FigureProps<State> & { anySize?: boolean }) {
  const figure = useFigure(props, props.anySize ? anySizeSpec : spec)
  const { state, set } = figure
  const { target } = state

  const letters = useLetters()
  const scene = model(state, letters)
  const { active } = scene
  const pick = (row: number, column: number) => props.anySize && set({ row, column })

  const editing = { layer: state, set }
  return (
    <Figure
      of={figure}
      title={
        <>
          {words.titleBefore}
          <Spoken
            words={words.target(nameOf(target, letters))}
            of={target === 'w' && letters !== 'handout' ? gradientOfW : gradients[target]}
          />
          {words.titleAfter}
        </>
      }
      says={scene.says}
      legend={['value', 'gradient']}
      controls={
        <>
          <Stepper step={scene.index} names={scene.names} onStep={(next) => set({ step: next })} />
          {props.anySize && (
            <>
              <SizeFields sizes={sizes(state)} onChange={(next) => set(resize(state, next))} />
              <Choice
                legend={words.by}
                options={[
                  { value: 'x', label: 'x' },
                  { value: 'w', label: nameOf('w', letters) },
                ]}
                value={target}
                onChange={(next) => set({ target: next, row: 0, column: 0 })}
              />
              <EntryChoice
                letters={letters}
                target={target}
                shape={sizes(state)}
                at={scene.first}
                onChange={set}
              />
            </>
          )}
          <LossChoice letters={letters} layer={state} set={set} />
        </>
      }
    >
      <Formula
        state={state}
        scene={scene}
        letters={letters}
        numbered={!props.anySize && target === 'x' && letters === 'handout'}
      />
      <div className="passes">
        <MatrixRow name={words.forward}>
          <LayerProduct
            of="y"
            letters={letters}
            renderFactor={(of, turned) =>
              (of === 'x' || of === 'w') && (
                <OwnLayerMatrix
                  {...{ of, letters, turned, editing }}
                  values={state[of]}
                  active={active[of]}
                />
              )
            }
          />
          <Equals of={[...state.x, ...state.w, ...scene.y]} />
          <OwnLayerMatrix
            of="y"
            letters={letters}
            values={scene.y}
            active={active.y}
            mark={(i, j) => (active.moves(i, j) ? 'moves' : undefined)}
          />
        </MatrixRow>
        <MatrixRow name={words.backward} rows={Math.max(...Object.values(sizes(state)))}>
          <Backward state={state} scene={scene} editing={editing} letters={letters} />
          <OwnLayerMatrix
            of={`d${target}`}
            letters={letters}
            values={scene.gradient}
            active={active.gradient}
            onSelect={pick}
          />
        </MatrixRow>
      </div>
      <Readouts>
        <Readout label={words.loss} symbol={<Tex of={tex`\L`} />}>
          {num(scene.L)}
        </Readout>
        <Readout label={words.gap}>{num(scene.gap, 2)}</Readout>
      </Readouts>
    </Figure>
  )
}

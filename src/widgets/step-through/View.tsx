import {
  Choice,
  Figure,
  fields,
  Matrix,
  MatrixRow,
  Readout,
  Readouts,
  Sign,
  Stepper,
  Tex,
  tex,
  useFigure,
  withEntry,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num } from '@/plot/format'
import { layerFields } from '../linear-layer/fields'
import { LossChoice } from '../linear-layer/LossChoice'
import { checkLayer, handout, resize, sizes, withGradient } from '../linear-layer/model'
import { SizeFields } from '../linear-layer/SizeFields'
import { EntryChoice } from './EntryChoice'
import { Formula } from './Formula'
import { model, type State } from './model'

const spec: FigureSpec<State> = {
  start: { ...handout, target: 'x', row: 0, column: 0, step: 5 },
  fields: {
    ...layerFields,
    target: fields.choice('x', 'w'),
    row: fields.integer(0, 3),
    column: fields.integer(0, 3),
    step: fields.integer(0, 11),
  },
  check: checkLayer,
}

const labels = {
  x: {
    own: tex`\x`,
    gradient: tex`\dLdx`,
    turned: tex`\w\T`,
    slice: tex`\frac{\partial \y}{\partial \htmlClass{x}{x_{\slot{0},\slot{1}}}}`,
  },
  w: {
    own: tex`\w`,
    gradient: tex`\dLdw`,
    turned: tex`\x\T`,
    slice: tex`\frac{\partial \y}{\partial \htmlClass{w}{w_{\slot{0},\slot{1}}}}`,
  },
}

/** At any size, a batch to begin with, and the slice that shows its zeros. */
const anySizeSpec: FigureSpec<State> = {
  ...spec,
  start: { ...spec.start, ...resize(handout, { N: 3, D: 2, M: 3 }), row: 1, step: 4 },
}

/** Backpropagation through y = xw, one step at a time, on numbers that can be changed at any step. */
export default function StepThrough(props: FigureProps<State> & { anySize?: boolean }) {
  const figure = useFigure(props, props.anySize ? anySizeSpec : spec)
  const { state, set, warn } = figure
  const { target } = state

  const scene = model(state)
  const { active, step } = scene
  const place = [step.at.row + 1, step.at.column + 1]
  const turnedNow = ['assemble', 'recognize', 'check'].includes(step.kind)
  const other = target === 'x' ? 'w' : 'x'
  const pick = (row: number, column: number) => props.anySize && set({ row, column })

  const input = (which: 'x' | 'w') => (
    <Matrix
      name={which}
      sym={which}
      role={which}
      label={<Tex of={labels[which].own} />}
      values={state[which]}
      active={active[which]}
      onChange={(i, j, value) => set({ [which]: withEntry(state[which], i, j, value) })}
      onError={warn}
    />
  )
  const arriving = (
    <Matrix
      name="gradient of L by y"
      sym="dy"
      role="y"
      kind="gradient"
      label={<Tex of={tex`\dLdy`} />}
      values={scene.dy}
      active={active.dy}
      {...(state.loss !== 'softmax' && {
        onChange: (i: number, j: number, value: number) => set(withGradient(state, i, j, value) ?? {}),
      })}
      onError={warn}
    />
  )
  const factor = turnedNow ? (
    <Matrix
      name={`${other} transposed`}
      sym={other}
      transposed
      role={other}
      label={<Tex of={labels[target].turned} />}
      values={scene.turned}
      active={active.turned}
    />
  ) : (
    <Matrix
      name={`slice of the Jacobian, y by ${target} ${place.join(', ')}`}
      role="ink"
      label={<Tex of={labels[target].slice} slots={place} />}
      values={scene.slice}
      active={active.slice}
    />
  )
  const xFirst = target === 'x' || !turnedNow
  return (
    <Figure
      of={figure}
      title={<>One entry of {<Tex of={labels[target].gradient} />} after the other</>}
      says={scene.says}
      legend={['value', 'gradient']}
      controls={
        <>
          <Stepper step={scene.index} names={scene.names} onStep={(next) => set({ step: next })} />
          {props.anySize && (
            <>
              <SizeFields sizes={sizes(state)} onChange={(next) => set(resize(state, next))} />
              <Choice
                legend="Gradient by"
                options={[
                  { value: 'x', label: 'x' },
                  { value: 'w', label: 'w' },
                ]}
                value={target}
                onChange={(next) => set({ target: next, row: 0, column: 0 })}
              />
              <EntryChoice target={target} shape={sizes(state)} at={scene.first} onChange={set} />
            </>
          )}
          <LossChoice layer={state} set={set} />
        </>
      }
    >
      <Formula state={state} scene={scene} numbered={!props.anySize && target === 'x'} />
      <div className="passes">
        <MatrixRow name="Forward">
          {input('x')}
          <Sign>·</Sign>
          {input('w')}
          <Sign>=</Sign>
          <Matrix name="y" sym="y" role="y" label={<Tex of={tex`\y`} />} values={scene.y} active={active.y} />
        </MatrixRow>
        <MatrixRow name="Backward" rows={Math.max(...Object.values(sizes(state)))}>
          {xFirst ? arriving : factor}
          <Sign>·</Sign>
          {xFirst ? factor : arriving}
          <Sign>=</Sign>
          <Matrix
            name={`gradient of L by ${target}`}
            sym={`d${target}`}
            role={target}
            kind="gradient"
            label={<Tex of={labels[target].gradient} />}
            values={scene.gradient}
            active={active.gradient}
            onSelect={pick}
          />
        </MatrixRow>
      </div>
      <Readouts>
        <Readout label="Loss L" symbol={<Tex of={tex`\L`} />}>
          {num(scene.L)}
        </Readout>
        <Readout label="Largest gap to central differences">{num(scene.gap, 2)}</Readout>
      </Readouts>
    </Figure>
  )
}

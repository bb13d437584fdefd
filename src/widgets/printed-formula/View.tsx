import {
  Figure,
  Matrix,
  MatrixRow,
  Readout,
  Readouts,
  Sign,
  Tex,
  tex,
  useFigure,
  withEntry,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num } from '@/plot/format'
import { layerFields } from '../linear-layer/fields'
import { checkLayer, handout, resize, sizes, withGradient } from '../linear-layer/model'
import { SizeFields } from '../linear-layer/SizeFields'
import { model, type State } from './model'
import { sentence } from './sentence'

const spec: FigureSpec<State> = { start: handout, fields: layerFields, check: checkLayer }

/** The handout's equation (12) as printed, ∂L/∂y·xᵀ, multiplied out where it can be; below it the right one. */
export default function PrintedFormula(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set, warn } = figure

  const scene = model(state)
  const { printed } = scene

  const arriving = (
    <Matrix
      name="gradient of L by y"
      sym="dy"
      role="y"
      kind="gradient"
      label={<Tex of={tex`\dLdy`} />}
      values={scene.dy}
      onChange={(i, j, value) => set(withGradient(state, i, j, value) ?? {})}
      onError={warn}
    />
  )
  return (
    <Figure
      of={figure}
      title={<Tex of={tex`\dLdy\,\x\T \text{ against } \dLdy\,\w\T`} />}
      says={sentence(scene)}
      legend={['value', 'gradient']}
      controls={<SizeFields sizes={sizes(state)} onChange={(next) => set(resize(state, next))} />}
    >
      <div className="passes">
        <MatrixRow name="As printed">
          {arriving}
          <Sign>·</Sign>
          <Matrix
            name="x transposed"
            sym="x"
            transposed
            role="x"
            label={<Tex of={tex`\x\T`} />}
            values={scene.xT}
            onChange={(i, j, value) => set({ x: withEntry(state.x, j, i, value) })}
            onError={warn}
          />
          <Sign>{printed.kind === 'refused' ? '≠' : '='}</Sign>
          {printed.kind === 'refused' ? (
            <p className="refusal">{printed.message}</p>
          ) : (
            <Matrix
              name="the printed product"
              role="ink"
              label="printed"
              values={printed.values}
              mark={(i, j) => (printed.kind === 'shape' || printed.wrong[i]?.[j] ? 'wrong' : undefined)}
            />
          )}
        </MatrixRow>
        <MatrixRow name="Right">
          {arriving}
          <Sign>·</Sign>
          <Matrix
            name="w transposed"
            sym="w"
            transposed
            role="w"
            label={<Tex of={tex`\w\T`} />}
            values={scene.wT}
            onChange={(i, j, value) => set({ w: withEntry(state.w, j, i, value) })}
            onError={warn}
          />
          <Sign>=</Sign>
          <Matrix
            name="gradient of L by x"
            sym="dx"
            role="x"
            kind="gradient"
            label={<Tex of={tex`\dLdx`} />}
            values={scene.dx}
          />
        </MatrixRow>
      </div>
      <Readouts>
        <Readout label="Shape of the printed product">
          {printed.kind === 'refused' ? 'none' : `${scene.N} × ${scene.N}`}
        </Readout>
        <Readout label="Shape that is needed">{`${scene.N} × ${scene.D}`}</Readout>
        <Readout label="Off by, at the worst entry">
          {printed.kind === 'values' ? num(printed.off) : 'nothing to compare'}
        </Readout>
      </Readouts>
    </Figure>
  )
}

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
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num } from '@/plot/format'
import { layerFields } from '../linear-layer/fields'
import { LayerMatrix } from '../linear-layer/LayerMatrix'
import { checkLayer, handout, resize, sizes } from '../linear-layer/model'
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

  const editing = { layer: state, set, warn }
  const arriving = <LayerMatrix of="dy" values={scene.dy} editing={editing} />
  return (
    <Figure
      of={figure}
      title={
        <>
          The formula as printed, <Tex of={tex`\dLdy\,\x\T`} />, and the right one
        </>
      }
      says={sentence(scene)}
      legend={['value', 'gradient']}
      controls={<SizeFields sizes={sizes(state)} onChange={(next) => set(resize(state, next))} />}
    >
      <div className="passes">
        <MatrixRow name="As printed">
          {arriving}
          <Sign>·</Sign>
          <LayerMatrix of="x" transposed values={scene.xT} editing={editing} />
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
          <LayerMatrix of="w" transposed values={scene.wT} editing={editing} />
          <Sign>=</Sign>
          <LayerMatrix of="dx" values={scene.dx} />
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

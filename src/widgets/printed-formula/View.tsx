import {
  Equals,
  Figure,
  Matrix,
  MatrixRow,
  Readout,
  Readouts,
  Sign,
  Spoken,
  Tex,
  tex,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num } from '@/plot/format'
import { layerFields } from '@/topics/linear-layer/fields'
import { checkLayer, handout, resize, sizes } from '@/topics/linear-layer/model'
import { SizeFields } from '@/topics/linear-layer/SizeFields'
import { Factor, Result } from './Factor'
import { checkOneExample, model, type Slip, type State } from './model'
import { sentence } from './sentence'

const batch: FigureSpec<State> = { start: handout, fields: layerFields, check: checkLayer }
const oneExample: FigureSpec<State> = {
  ...batch,
  check: (state) => checkLayer(state) ?? checkOneExample(state),
}

const formulas: Record<Slip, Parameters<typeof Tex>[0]['of']> = {
  5: tex`\sum_i \Bigl(\dydx\Bigr)_{i,j} (\Delta \x)_i`,
  6: tex`\dydx\,\dLdy`,
  7: tex`\dLdy\,\x\T`,
}

const words: Record<Slip, string> = {
  5: 'the sum over i of ∂y by ∂x at i, j, times Δx at i',
  6: '∂y by ∂x times ∂L by ∂y',
  7: '∂L by ∂y times the transpose of x',
}

type Props = FigureProps<State> & {
  /** Which slip of the handout is tried; the one of its equation (12) if not said. */
  slip?: Slip
}

/** A product as the handout prints it, multiplied out where it can be; below it the right one. */
export default function PrintedFormula({ slip = 7, ...props }: Props) {
  const figure = useFigure(props, slip === 7 ? batch : oneExample)
  const { state, set } = figure

  const scene = model(state, slip)
  const { printed, right, tried, shapes } = scene

  const editing = { layer: state, set }
  return (
    <Figure
      of={figure}
      title={
        <>
          The formula as printed, <Spoken words={words[slip]} of={formulas[slip]} />, and the right one
        </>
      }
      says={sentence(scene)}
      legend={['value', slip === 5 ? 'nudge' : 'gradient']}
      controls={
        <SizeFields
          axes={slip === 7 ? ['N', 'D', 'M'] : ['D', 'M']}
          sizes={sizes(state)}
          onChange={(next) => set(resize(state, next))}
        />
      }
    >
      <div className="passes">
        <MatrixRow name="As printed">
          <Factor {...printed[0]} editing={editing} />
          <Sign>·</Sign>
          <Factor {...printed[1]} editing={editing} />
          {tried.kind === 'refused' ? (
            <Sign>≠</Sign>
          ) : (
            <Equals of={[...printed.flatMap(({ values }) => values), ...tried.values]} />
          )}
          {tried.kind === 'refused' ? (
            <p className="refusal">{tried.message}</p>
          ) : (
            <Matrix
              name="the printed product"
              role="ink"
              label="printed"
              values={tried.values}
              mark={(i, j) => (tried.kind === 'shape' || tried.wrong[i]?.[j] ? 'wrong' : undefined)}
            />
          )}
        </MatrixRow>
        <MatrixRow name="Right">
          <Factor {...right[0]} editing={editing} />
          <Sign>·</Sign>
          <Factor {...right[1]} editing={editing} />
          <Equals of={[...right.flatMap(({ values }) => values), ...scene.due]} />
          <Result of={scene.result} values={scene.due} />
        </MatrixRow>
      </div>
      <Readouts>
        <Readout label="Shape of the printed product">{shapes.printed}</Readout>
        <Readout label="Shape that is needed">{shapes.due}</Readout>
        <Readout label="Off by, at the worst entry">
          {tried.kind === 'values' ? num(tried.off) : 'nothing to compare'}
        </Readout>
      </Readouts>
    </Figure>
  )
}

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
import { sentence, spoken, words } from './words'

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
          {words.titleBefore}
          <Spoken words={spoken[slip]} of={formulas[slip]} />
          {words.titleAfter}
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
        <MatrixRow name={words.asPrinted}>
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
              name={words.printedProduct}
              role="ink"
              label={words.printed}
              values={tried.values}
              mark={(i, j) => (tried.kind === 'shape' || tried.wrong[i]?.[j] ? 'wrong' : undefined)}
            />
          )}
        </MatrixRow>
        <MatrixRow name={words.right}>
          <Factor {...right[0]} editing={editing} />
          <Sign>·</Sign>
          <Factor {...right[1]} editing={editing} />
          <Equals of={[...right.flatMap(({ values }) => values), ...scene.due]} />
          <Result of={scene.result} values={scene.due} />
        </MatrixRow>
      </div>
      <Readouts>
        <Readout label={words.printedShape}>{shapes.printed}</Readout>
        <Readout label={words.neededShape}>{shapes.due}</Readout>
        <Readout label={words.offBy}>{tried.kind === 'values' ? num(tried.off) : words.nothing}</Readout>
      </Readouts>
    </Figure>
  )
}

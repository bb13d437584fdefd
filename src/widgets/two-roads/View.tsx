import {
  Choice,
  Figure,
  Formula,
  MatrixRow,
  Readout,
  Readouts,
  Tex,
  fields,
  tex,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { nth } from '@/autodiff'
import { shapeText } from '@/plot/format'
import { conventionOf } from '@/topics/letters/conventions'
import { rateIn } from '@/topics/letters/entries'
import { productIn } from '@/topics/letters/factors'
import { labelIn } from '@/topics/letters/labels'
import { chainRuleIn, chainShapesIn } from '@/topics/letters/layouts'
import { nameOf } from '@/topics/letters/sentences'
import { spokenIn } from '@/topics/letters/spoken'
import { LayoutNote } from '@/topics/letters/LayoutNote'
import { useLayout } from '@/topics/letters/useLayout'
import { useLetters } from '@/topics/letters/useLetters'
import { layerFields } from '@/topics/linear-layer/fields'
import { OwnLayerMatrix } from '@/topics/linear-layer/OwnLayerMatrix'
import { LossChoice } from '@/topics/linear-layer/LossChoice'
import { checkLayer, handout, resize, type Numbers } from '@/topics/linear-layer/model'
import { SizeFields } from '@/topics/linear-layer/SizeFields'
import { Jacobian, Turned } from './Jacobian'
import { model, type State } from './model'
import { lies } from './lies'
import { Road } from './Road'
import { gapText, sentence, witnessText, words } from './words'

const spec: FigureSpec<State> = {
  start: { ...resize(handout, { N: 2, D: 2, M: 3 }), by: 'x' },
  fields: { ...layerFields, by: fields.choice('x', 'w') },
  check: checkLayer,
}

const formulas = {
  x: {
    jacobian: tex`\dydx`,
    long: tex`\dLdx = \dLdy \, \dydx`,
    short: tex`\dLdx = \dLdy \, \w\T`,
  },
  w: {
    jacobian: tex`\dydw`,
    long: tex`\dLdw = \dLdy \, \dydw`,
    short: tex`\dLdw = \x\T \, \dLdy`,
  },
}
/** What the short road turns round, by the variable that it is on the way to. */
const other = { x: { role: 'w', symbol: tex`\w\T` }, w: { role: 'x', symbol: tex`\x\T` } } as const

/** A shape that stays on one line. */
const sized = (...shape: number[]) => shapeText(shape).replaceAll(' ', '\u00a0')

/** Text that tells of rounding, which differs by an ulp of exp or log between the prerenderer and the browser. */
const Noise = ({ children }: { children: string }) => <span>{children}</span>

/** The gradient of L with the Jacobian built and without it, side by side, against central differences. */
export default function TwoRoads(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const { by } = state

  const scene = model(state)
  const { N, D, M, dy, explicit, short } = scene
  const text = formulas[by]
  const letters = useLetters()
  const layout = useLayout()
  const convention = conventionOf(letters)
  const laid = lies(scene, by, letters)
  const name = nameOf(by, letters)
  const [of, y] = [sized(...laid.shape), sized(...laid.shapeY)]
  const product = laid.meeting.map((lengths) => `(${sized(...lengths)})`).join(' · ')
  const ours = letters === 'handout'
  const printed = ours && layout === 'output-first'
  const own = { letter: convention.letters[by], role: by }

  const editing = { layer: state, set }
  const gradient = (values: Numbers, how: string) => (
    <OwnLayerMatrix of={`d${by}`} letters={letters} name={words.gradient(name, how)} values={values} />
  )
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'gradient']}
      says={sentence(scene)}
      spoken={words.spoken(sentence(scene), witnessText(scene))}
      controls={
        <>
          <Choice
            legend={words.by}
            options={[
              { value: 'x', label: '∂L/∂x' },
              { value: 'w', label: `∂L/∂${nameOf('w', letters)}` },
            ]}
            value={by}
            onChange={(next) => set({ by: next })}
          />
          <SizeFields sizes={{ N, D, M }} onChange={(sizes) => set(resize(state, sizes))} />
          <LossChoice letters={letters} layer={state} set={set} />
        </>
      }
    >
      <MatrixRow>
        <OwnLayerMatrix of="x" letters={letters} values={state.x} editing={editing} />
        <OwnLayerMatrix of="w" letters={letters} values={state.w} editing={editing} />
        <OwnLayerMatrix of="dy" letters={letters} values={dy} editing={editing} />
      </MatrixRow>
      <div className="roads">
        <Road
          name={words.explicitRoad}
          formula={printed ? <Tex of={text.long} /> : <Formula of={chainRuleIn(layout, own)} />}
          spoken={words.explicitRule[layout](name)}
          shapes={chainShapesIn(layout, laid.shapeY.join('×'), laid.shape.join('×'))}
          cost={explicit}
        >
          <Jacobian
            blocks={laid.blocks}
            symbol={ours ? <Tex of={text.jacobian} /> : <Formula of={rateIn(convention, 'y', by)} />}
            shape={`(${y}) × (${of})`}
            label={words.jacobian(
              name,
              nth(laid.shapeY, 0),
              nth(laid.shapeY, 1),
              of.replace('×', 'by'),
              explicit.built,
              scene.zeros,
            )}
          />
          {gradient(explicit.gradient, words.explicit)}
          <LayoutNote of={`∂y/∂${name}`} output={laid.shapeY} input={laid.shape} />
        </Road>
        <Road
          name={words.shortRoad}
          formula={ours ? <Tex of={text.short} /> : <Formula of={productIn(convention, `d${by}`)} />}
          spoken={laid.spoken}
          shapes={`${product} → ${of}`}
          cost={short}
        >
          <Turned
            entries={laid.factor}
            role={other[by].role}
            symbol={
              ours ? (
                <Tex of={other[by].symbol} />
              ) : (
                <Formula of={labelIn(convention, other[by].role, laid.other?.turned)} />
              )
            }
            name={spokenIn(convention, other[by].role, laid.other?.turned)}
            shape={sized(laid.factor.length, nth(laid.factor, 0).length)}
          />
          {gradient(short.gradient, words.short)}
        </Road>
        <div className="road witness">
          <p className="road-name">{words.differences}</p>
          <p className="road-note">
            <Noise>{witnessText(scene)}</Noise>
          </p>
          <div className="road-row">
            {gradient(scene.nudged, words.differencesSmall)}
            <Readouts>
              <Readout label={words.betweenRoads}>
                <Noise>{gapText(scene.apart)}</Noise>
              </Readout>
              <Readout label={words.fromDifferences}>
                <Noise>{gapText(scene.witness)}</Noise>
              </Readout>
            </Readouts>
          </div>
        </div>
      </div>
    </Figure>
  )
}

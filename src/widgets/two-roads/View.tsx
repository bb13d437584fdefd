import {
  Choice,
  Figure,
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
import { shapeText } from '@/plot/format'
import { layerFields } from '@/topics/linear-layer/fields'
import { LayerMatrix } from '@/topics/linear-layer/LayerMatrix'
import { LossChoice } from '@/topics/linear-layer/LossChoice'
import { checkLayer, handout, resize, type Numbers } from '@/topics/linear-layer/model'
import { SizeFields } from '@/topics/linear-layer/SizeFields'
import { Jacobian, Turned } from './Jacobian'
import { model, type State } from './model'
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
  const { N, D, M, dy, blocks, explicit, short, shape } = scene
  const text = formulas[by]
  const [of, y] = [sized(...shape), sized(N, M)]
  const turned = by === 'x' ? sized(M, D) : sized(D, N)
  const product = by === 'x' ? `(${y}) · (${turned})` : `(${turned}) · (${y})`

  const editing = { layer: state, set }
  const gradient = (values: Numbers, how: string) => (
    <LayerMatrix of={`d${by}`} name={words.gradient(by, how)} values={values} />
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
              { value: 'w', label: '∂L/∂w' },
            ]}
            value={by}
            onChange={(next) => set({ by: next })}
          />
          <SizeFields sizes={{ N, D, M }} onChange={(sizes) => set(resize(state, sizes))} />
          <LossChoice layer={state} set={set} />
        </>
      }
    >
      <MatrixRow>
        <LayerMatrix of="x" values={state.x} editing={editing} />
        <LayerMatrix of="w" values={state.w} editing={editing} />
        <LayerMatrix of="dy" values={dy} editing={editing} />
      </MatrixRow>
      <div className="roads">
        <Road
          name={words.explicitRoad}
          formula={<Tex of={text.long} />}
          spoken={words.explicitRule(by)}
          shapes={`(1) × (${y}) · (${y}) × (${of}) → (1) × (${of})`}
          cost={explicit}
        >
          <Jacobian
            blocks={blocks}
            symbol={<Tex of={text.jacobian} />}
            shape={`(${y}) × (${of})`}
            label={words.jacobian(by, N, M, of.replace('×', 'by'), explicit.built, scene.zeros)}
          />
          {gradient(explicit.gradient, words.explicit)}
        </Road>
        <Road
          name={words.shortRoad}
          formula={<Tex of={text.short} />}
          spoken={by === 'x' ? words.shortX : words.shortW}
          shapes={`${product} → ${of}`}
          cost={short}
        >
          <Turned
            entries={scene.turned}
            role={other[by].role}
            symbol={<Tex of={other[by].symbol} />}
            shape={turned}
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

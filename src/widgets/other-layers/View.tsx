import { Fragment } from 'react'
import {
  Choice,
  CopyText,
  Equation,
  Figure,
  Readout,
  Readouts,
  Says,
  Spoken,
  Sym,
  Tex,
  fields,
  tex,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { factor, num, shapeText } from '@/plot/format'
import { Program } from '../in-code/Program'
import { toText } from '../in-code/tokens'
import { words as codeWords } from '../in-code/words'
import { OneTo } from '@/topics/linear-layer/OneTo'
import { RightColumns } from '@/topics/linear-layer/RightColumns'
import { program } from './code'
import { Flat } from './Flat'
import { beside, formulas } from './formulas'
import { layers, type LayerName } from './layer'
import { checkState, model, type Scene, type State } from './model'
import { Numbers } from './Numbers'
import { start } from './start'
import { patternText, sentence, spokenTerms, words } from './words'

const numbers = fields.matrix(3, 1e6)
const names = Object.keys(layers) as LayerName[]
const spec: FigureSpec<State> = {
  start,
  fields: {
    layer: fields.choice(...names),
    by: fields.choice('x', 'w', 'b'),
    N: fields.integer(1, 3),
    x: numbers,
    w: numbers,
    b: numbers,
    dy: numbers,
    labels: fields.list(fields.integer(1, 3), 3),
    row: fields.integer(0, 2),
    column: fields.integer(0, 2),
    language: fields.choice('numpy', 'torch'),
  },
  check: checkState,
}

const jacobians = { x: tex`\dydx`, w: tex`\dydw`, b: tex`\frac{\partial \y}{\partial \b}` }

/** The entry that is picked, as the sum it is: in symbols, and below with the numbers in place. */
const Sum = ({ scene: { by, at, terms, sum } }: { scene: Scene }) => (
  <span className="layer-sum">
    <span>
      <Sym of={`d${by}.${at.row + 1}.${at.column + 1}`} />
      {terms.map(({ sym, text }, k) => (
        <Fragment key={sym}>
          {' '}
          <span className="part">
            {k > 0 ? '+' : '='} <Says text={`{${sym}} · ${text}`} />
          </span>
        </Fragment>
      ))}
    </span>
    <span>
      {terms.map(({ sym, dy, rate }, k) => (
        <Fragment key={sym}>
          {' '}
          <span className="part">
            {k > 0 ? '+' : '='}{' '}
            <span className="y" data-sym={sym}>
              {factor(dy)}
            </span>{' '}
            · {factor(rate)}
          </span>
        </Fragment>
      ))}{' '}
      <span className="part">
        {sum.sign} {sum.text}
      </span>
    </span>
  </span>
)

/** Layers worked by one method: numbers, the pattern of the Jacobian, the short formula, its check, its code. */
export default function Layers(props: FigureProps<State> & { only?: readonly LayerName[] }) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const { only = names } = props

  const scene = model(state)
  const { by, jacobian, gap, count } = scene
  const { label, p, y, back } = formulas[state.layer]
  const shape = shapeText([jacobian.length, jacobian[0]?.length ?? 0])
  const counted = words.canDiffer(count.wired, count.all)
  const code = program(state, scene)
  const formula = back[by] ?? y
  return (
    <Figure
      of={figure}
      title={words.title(label)}
      legend={['value', 'gradient']}
      says={sentence(state, scene)}
      controls={
        <>
          <OneTo label={words.examples} most={3} value={state.N} onChange={(N) => set({ N })} />
          {scene.inputs.length > 1 && (
            <Choice
              legend={words.by}
              options={scene.inputs.map((value) => ({ value, label: value }))}
              value={by}
              onChange={(next) => set({ by: next, row: 0, column: 0 })}
            />
          )}
          {state.layer === 'softmax' && (
            <RightColumns
              labels={state.labels.slice(0, state.N)}
              most={3}
              onChange={(labels) => set({ labels: [...labels, ...state.labels.slice(state.N)] })}
            />
          )}
        </>
      }
    >
      {only.length > 1 && (
        <div className="needs-js">
          <Choice
            legend={words.layer}
            options={only.map((value) => ({ value, label: formulas[value].label }))}
            value={state.layer}
            onChange={(layer) => set({ layer, row: 0, column: 0 })}
          />
        </div>
      )}
      <Equation spoken={[p, y, formula].flatMap((each) => each?.words ?? []).join('; ')}>
        <span className="layer-formulas">
          {p && <Tex of={p.of} />}
          <Tex of={y.of} />
          <Tex of={formula.of} />
        </span>
      </Equation>
      <div className="layer-parts">
        <Numbers figure={figure} scene={scene} />
        <div className="telling">
          <p className="flat-head">
            <Spoken words={words.rates(by)} of={jacobians[by]} />{' '}
            <span className="shape">{words.asMatrix(shape)}</span>
          </p>
          <Flat
            jacobian={jacobian}
            by={by}
            widths={{ input: scene.gradient[0]?.length ?? 1, output: scene.y[0]?.length ?? 1 }}
            place={scene.place}
            label={words.jacobian(by, shape, counted)}
          />
        </div>
      </div>
      <p className="flat-note telling">{`${patternText(state, by)} ${counted}.`}</p>
      <Equation spoken={spokenTerms(scene)}>
        <Sum scene={scene} />
      </Equation>
      <Readouts>
        <Readout label={words.againstCore}>{num(gap.core, 2)}</Readout>
        <Readout label={words.againstDifferences}>{num(gap.differences, 2)}</Readout>
      </Readouts>
      <div className="code-head needs-js">
        <Choice
          legend={words.inCode}
          options={[
            { value: 'numpy', label: 'NumPy' },
            { value: 'torch', label: 'PyTorch' },
          ]}
          value={state.language}
          onChange={(language) => set({ language })}
        />
        <CopyText text={toText(code.whole)} primary>
          {codeWords.copy}
        </CopyText>
      </div>
      <Program lines={code.lines} label={words.code(label)} formulas={beside(state.layer)} />
    </Figure>
  )
}

import {
  Choice,
  CopyText,
  Equation,
  Figure,
  Readout,
  Readouts,
  Spoken,
  Tex,
  fields,
  tex,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num, shapeText } from '@/plot/format'
import { Flat } from '@/topics/flat/Flat'
import { Sum } from '@/topics/flat/Sum'
import { spokenTerms, words as shared } from '@/topics/flat/words'
import { Program } from '../in-code/Program'
import { toText } from '../in-code/tokens'
import { words as codeWords } from '../in-code/words'
import { LayoutNote } from '@/topics/letters/LayoutNote'
import { OneTo } from '@/topics/linear-layer/OneTo'
import { RightColumns } from '@/topics/linear-layer/RightColumns'
import { program } from './code'
import { beside, formulas } from './formulas'
import { layers, type LayerName } from './layer'
import { checkState, model, type State } from './model'
import { Numbers } from './Numbers'
import { start } from './start'
import { patternText, sentence, words } from './words'

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

/** Layers worked by one method: numbers, the pattern of the Jacobian, the short formula, its check, its code. */
export default function Layers(props: FigureProps<State> & { only?: readonly LayerName[] }) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const { only = names } = props

  const scene = model(state)
  const { by, jacobian, gap, count } = scene
  const { label, p, y, back } = formulas[state.layer]
  const shape = shapeText([jacobian.length, jacobian[0]?.length ?? 0])
  const counted = shared.canDiffer(count.wired, count.all)
  const code = program(state, scene)
  const formula = back[by] ?? y
  return (
    <Figure
      of={figure}
      title={shared.title(label)}
      legend={['value', 'gradient']}
      says={sentence(state, scene)}
      controls={
        <>
          <OneTo label={words.examples} most={3} value={state.N} onChange={(N) => set({ N })} />
          {scene.inputs.length > 1 && (
            <Choice
              legend={shared.by}
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
            <Spoken words={shared.rates(by)} of={jacobians[by]} />{' '}
            <span className="shape">{shared.asMatrix(shape)}</span>
          </p>
          <Flat
            jacobian={jacobian}
            by={by}
            shapes={scene.shapes}
            place={scene.place}
            label={shared.jacobian(by, shape, counted)}
          />
        </div>
      </div>
      <p className="flat-note telling">{`${patternText(state, by)} ${counted}.`}</p>
      <LayoutNote of={`∂y/∂${by}`} output={scene.shapes.output} input={scene.shapes.input} />
      <Equation spoken={spokenTerms(scene.summed)}>
        <Sum of={scene.summed} />
      </Equation>
      <Readouts>
        <Readout label={shared.againstCore}>{num(gap.core, 2)}</Readout>
        <Readout label={shared.againstDifferences}>{num(gap.differences, 2)}</Readout>
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

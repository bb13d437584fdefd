import {
  Equals,
  Equation,
  Figure,
  MatrixRow,
  Readout,
  Readouts,
  Sign,
  Stepper,
  Sym,
  type FigureHandle,
} from '@/figure'
import { num, shapeText } from '@/plot/format'
import { back, steps, type BackScene, type Made, type Name, type Product } from './back'
import { Formulas } from './Formulas'
import { MaskChoice } from './Forward'
import { HeadMatrix } from './Head'
import { rules } from './looks'
import type { State } from './model'
import { backSentence, spokenRules, stepNames, words } from './words'

type Props = { figure: FigureHandle<State> }
type SceneProps = Props & { scene: BackScene }

/** A product of the way back: its factors as they stand, and the entry that is followed. */
function ProductRow({ figure, of }: Props & { of: Product }) {
  const { left, right, entrywise, name, values, row, column } = of
  return (
    <MatrixRow name={words.product} rows={4}>
      <HeadMatrix
        of={left.name}
        values={left.values}
        turned={left.turned}
        figure={figure}
        active={(i, j) => i === row && (!entrywise || j === column)}
      />
      <Sign>{entrywise ? '⊙' : '·'}</Sign>
      <HeadMatrix
        of={right.name}
        values={right.values}
        turned={right.turned}
        figure={figure}
        active={(i, j) => j === column && (!entrywise || i === row)}
      />
      <Equals of={[...left.values, ...right.values, ...values]} />
      <HeadMatrix
        of={name}
        values={values}
        active={(i, j) => i === row && j === column}
        onSelect={(i, j) => figure.set({ row: i, column: j })}
      />
    </MatrixRow>
  )
}

/** How far each gradient is from the two who know no formula. */
const Gaps = ({ scene }: { scene: BackScene }) => (
  <div className="back-gaps">
    {(['core', 'differences'] as const).map((which) => (
      <div key={which}>
        <p>{words[which]}</p>
        <Readouts>
          {scene.gaps.map((gap) => (
            <Readout
              key={gap.of}
              label={which === 'core' ? words.againstCore(gap.of) : words.againstDifferences(gap.of)}
              symbol={<Sym of={`d${gap.of}`} />}
            >
              {num(gap[which], 2)}
            </Readout>
          ))}
        </Readouts>
      </div>
    ))}
  </div>
)

/** The matrices of the present step. */
function Rows({ figure, scene }: SceneProps) {
  const { step, product, matrix } = scene
  const shown = (name: Name) => <HeadMatrix key={name} of={name} values={matrix(name)} figure={figure} />
  if (step === 'given')
    return (
      <>
        <MatrixRow name={words.kept}>
          {shown('Q')}
          {shown('K')}
          {shown('V')}
        </MatrixRow>
        <MatrixRow name={words.made}>
          {shown('A')}
          {shown('y')}
          {shown('dy')}
        </MatrixRow>
      </>
    )
  if (!product)
    return (
      <>
        <MatrixRow name={words.gradients}>
          {shown('dQ')}
          {shown('dK')}
          {shown('dV')}
        </MatrixRow>
        <Gaps scene={scene} />
      </>
    )
  return (
    <>
      {product.name === 'dS' && (
        <MatrixRow name={words.inside}>
          {shown('A')}
          {shown('dA')}
          <Sign>→</Sign>
          {shown('r')}
        </MatrixRow>
      )}
      <ProductRow figure={figure} of={product} />
    </>
  )
}

/** The equation of the step, and below it one entry with its numbers. */
function StepEquation({ scene: { step, product } }: { scene: BackScene }) {
  const at = product && [product.row + 1, product.column + 1]
  const [row = 1, column = 1] = at ?? []
  const spoken = product
    ? `${spokenRules[step]}; ${words.followed(product.name, row, column)} ${product.sum.spoken}`
    : spokenRules[step]
  return (
    <Equation spoken={spoken}>
      <span className="back-equation">
        <Formulas of={rules[step]} />
        {product && (
          <span className="back-sum">
            <Sym of={[product.name, row, column].join('.')} /> ={' '}
            {product.sum.terms.map((term, k) => (
              <span className="part" key={k}>
                {k > 0 && '+ '}
                {term}{' '}
              </span>
            ))}
            <span className="part">
              {product.sum.sign} {product.sum.text}
            </span>
          </span>
        )}
      </span>
    </Equation>
  )
}

const made = steps.filter((step): step is Made => step !== 'given' && step !== 'check')

/** Which gradients are there by now, each with its shape. */
const Ledger = ({ scene: { index, matrix } }: { scene: BackScene }) => (
  <ol className="back-ledger" aria-label={words.steps}>
    {made.map((name, k) => (
      <li
        key={name}
        className={index > k ? 'ink gradient' : undefined}
        aria-current={index === k + 1 ? 'step' : undefined}
      >
        <Sym of={name} />
        <small>{shapeText([matrix(name).length, matrix(name)[0]?.length ?? 0])}</small>
      </li>
    ))}
  </ol>
)

/** The way back through a head, a product at a time. */
export function Backward({ figure }: Props) {
  const { state, set } = figure
  const scene = back(state)
  return (
    <Figure
      of={figure}
      title={words.backTitle}
      legend={['value', 'gradient']}
      says={backSentence(scene)}
      controls={
        <>
          <Stepper
            step={scene.index}
            names={steps.map((step) => stepNames[step])}
            onStep={(step) => set({ step })}
          />
          <MaskChoice figure={figure} />
        </>
      }
    >
      <Ledger scene={scene} />
      <StepEquation scene={scene} />
      <div className="passes head-rows back-rows">
        <Rows figure={figure} scene={scene} />
      </div>
    </Figure>
  )
}

import {
  Equation,
  Figure,
  Readout,
  Readouts,
  Stepper,
  Tex,
  fields,
  tex,
  useFigure,
  type FigureProps,
  type FigureSpec,
  type LayerLetters,
  type TexNode,
} from '@/figure'
import { num } from '@/plot/format'
import { conventionOf } from '@/topics/letters/conventions'
import { OwnFormula } from '@/topics/letters/OwnFormula'
import { useLetters } from '@/topics/letters/useLetters'
import { OneTo } from '@/topics/linear-layer/OneTo'
import { RightColumns } from '@/topics/linear-layer/RightColumns'
import { checkState } from './check'
import { formulas, loadFormulas } from './drawn'
import { lies, textIn } from './inLetters'
import { batchOf, model, start, steps, withHidden, type Scene, type State } from './model'
import { Matrices } from './Scene'
import { Walk } from './Walk'
import { aheadIn, looks, rules, sentence, stepNames, words } from './words'

const numbers = fields.matrix(4, 1e6)
const spec: FigureSpec<State> = {
  start,
  fields: {
    x: numbers,
    labels: fields.list(fields.integer(1, 2), 4),
    w1: numbers,
    b1: numbers,
    w2: numbers,
    b2: numbers,
    step: fields.integer(0, steps.length - 1),
  },
  check: checkState,
}

/** The step's equation: the node forward, what it sends back, or the check. */
function StepEquation({ scene: { step, index }, letters }: { scene: Scene; letters: LayerLetters }) {
  const spoken = stepNames[index] ?? ''
  const own = letters === 'handout' ? undefined : formulas().ownStep(step)
  const set = (of: TexNode) => (own ? <OwnFormula letters={letters} of={of} own={own} /> : <Tex of={of} />)
  if (step.kind === 'given')
    return (
      <Equation spoken={words.rest}>
        {set(
          tex`z = \max(0, \; \x \, \htmlClass{w}{w_1} + \htmlClass{w}{b_1}) \, \htmlClass{w}{w_2} + \htmlClass{w}{b_2}`,
        )}
      </Equation>
    )
  if (step.kind === 'check')
    return (
      <Equation spoken={spoken}>
        <Tex
          of={tex`\max\, | \, \tfrac{\partial \L}{\partial \theta} - \tfrac{\L(\theta + \delta) - \L(\theta - \delta)}{2\delta} \, |`}
        />
      </Equation>
    )
  const { forward, backward, back } = rules[step.node]
  return (
    <Equation spoken={step.kind === 'forward' ? aheadIn(step.node, letters) : back}>
      {set(step.kind === 'forward' ? forward : backward)}
    </Equation>
  )
}

/** Two layers, ReLU and softmax cross-entropy: every node forward and back, and every gradient checked. */
export default function Network(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const scene = model(state)
  const letters = useLetters(loadFormulas)
  const go = (step: number) => set({ step })
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'gradient']}
      says={sentence(scene, letters)}
      controls={
        <>
          <Stepper step={scene.index} names={stepNames} onStep={go} />
          <OneTo
            label={words.hidden}
            most={4}
            value={state.w2.length}
            onChange={(H) => set(withHidden(state, H))}
          />
          <RightColumns
            lies={lies('z', letters)}
            labels={state.labels}
            most={2}
            onChange={(labels) => set({ labels })}
          />
          <span className="batches" role="group" aria-label={words.pointsFrom}>
            {words.pointsFrom}
            <button type="button" onClick={() => set(batchOf('moons'))}>
              {words.moons}
            </button>
            <button type="button" onClick={() => set(batchOf('spiral'))}>
              {words.spiral}
            </button>
          </span>
        </>
      }
    >
      <Walk scene={scene} letters={letters} onGo={go} />
      <StepEquation scene={scene} letters={letters} />
      <div className="walk-matrices">
        <Matrices figure={figure} scene={scene} letters={letters} />
      </div>
      <div className="walk-numbers">
        <Readout label={words.loss} symbol={<Tex of={tex`\L`} />}>
          {num(scene.L)}
        </Readout>
        <div>
          <p>{words.witness}</p>
          <Readouts>
            {scene.gaps.map(({ name, value }) => (
              <Readout
                key={name}
                label={words.gapOf(textIn(looks[name].text, conventionOf(letters)))}
                symbol={
                  name === 'w1' || name === 'w2' ? (
                    <OwnFormula
                      letters={letters}
                      of={looks[name].gradient}
                      own={(own) => formulas().slopeIn(own, name)}
                    />
                  ) : (
                    <Tex of={looks[name].gradient} />
                  )
                }
              >
                {num(value, 2)}
              </Readout>
            ))}
          </Readouts>
        </div>
      </div>
    </Figure>
  )
}

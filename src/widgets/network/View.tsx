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
} from '@/figure'
import { num } from '@/plot/format'
import { OneTo } from '@/topics/linear-layer/OneTo'
import { RightColumns } from '@/topics/linear-layer/RightColumns'
import { checkState } from './check'
import { batchOf, model, start, steps, withHidden, type Scene, type State } from './model'
import { Matrices } from './Scene'
import { Walk } from './Walk'
import { looks, rules, sentence, stepNames, words } from './words'

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
function StepEquation({ scene: { step, index } }: { scene: Scene }) {
  const spoken = stepNames[index] ?? ''
  if (step.kind === 'given')
    return (
      <Equation spoken={words.rest}>
        <Tex
          of={tex`z = \max(0, \; \x \, \htmlClass{w}{w_1} + \htmlClass{w}{b_1}) \, \htmlClass{w}{w_2} + \htmlClass{w}{b_2}`}
        />
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
  const { forward, backward, words: ahead, back } = rules[step.node]
  return (
    <Equation spoken={step.kind === 'forward' ? ahead : back}>
      <Tex of={step.kind === 'forward' ? forward : backward} />
    </Equation>
  )
}

/** Two layers, ReLU and softmax cross-entropy: every node forward and back, and every gradient checked. */
export default function Network(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const scene = model(state)
  const go = (step: number) => set({ step })
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'gradient']}
      says={sentence(scene)}
      controls={
        <>
          <Stepper step={scene.index} names={stepNames} onStep={go} />
          <OneTo
            label={words.hidden}
            most={4}
            value={state.w2.length}
            onChange={(H) => set(withHidden(state, H))}
          />
          <RightColumns labels={state.labels} most={2} onChange={(labels) => set({ labels })} />
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
      <Walk scene={scene} onGo={go} />
      <StepEquation scene={scene} />
      <div className="walk-matrices">
        <Matrices figure={figure} scene={scene} />
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
                label={words.gapOf(looks[name].text)}
                symbol={<Tex of={looks[name].gradient} />}
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

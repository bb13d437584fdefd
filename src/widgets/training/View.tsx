import { useRef, useState } from 'react'
import {
  Button,
  Choice,
  decades,
  fields,
  Figure,
  Readout,
  Readouts,
  Slider,
  Tex,
  tex,
  useFigure,
  useFrames,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num } from '@/plot/format'
import { mostSteps, pointsOf, wrongAmong, type State } from './model'
import { Boundary, LossCurve, PointKey } from './Pictures'
import { useRun } from './useRun'
import { words, sentence } from './words'

const spec: FigureSpec<State> = {
  start: { data: 'moons', H: 8, seed: 1, rate: 0.5, steps: 100 },
  fields: {
    data: fields.choice('moons', 'spiral'),
    H: fields.integer(1, 16, { label: words.hidden }),
    seed: fields.integer(1, 99, { label: words.seedFull }),
    rate: fields.real(0.001, 1000, { label: words.rateFull, scale: decades(0.1) }),
    steps: fields.integer(0, mostSteps),
  },
}

/** While it plays: so many steps a frame, some hundred a second. */
const pace = 2

/** Trains the network of the page by gradient descent, and shows what it has learned so far. */
export default function Training(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set, bind } = figure
  const { data, steps } = state
  const [playing, setPlaying] = useState(false)
  const picture = useRef<HTMLDivElement>(null)

  const run = useRun(state, steps)
  const points = pointsOf(run)
  const wrong = wrongAmong(points)
  const says = sentence(run, wrong)
  const running = playing && !run.stopped && steps < mostSteps

  const go = (by: number) => set({ steps: Math.min(mostSteps, steps + by) })
  useFrames(
    running,
    picture,
    () => go(pace),
    () => setPlaying(false),
  )
  /** Another network, or another way to train it: from the first step on. */
  const anew = (change: Partial<State>) => set({ steps: 0, ...change })
  return (
    <Figure
      of={{
        ...figure,
        reset: () => {
          setPlaying(false)
          figure.reset()
        },
      }}
      title={words.title}
      says={says}
      controls={
        <>
          <div className="stepper" role="group" aria-label={words.training}>
            <Button
              className="primary play"
              aria-pressed={running}
              off={run.stopped || steps === mostSteps}
              onClick={() => setPlaying(!running)}
            >
              {running ? words.pause : words.play}
            </Button>
            {[1, 10, 100].map((by) => (
              <Button key={by} off={run.stopped || steps + by > mostSteps} onClick={() => go(by)}>
                {by === 1 ? '1 step' : words.steps(by)}
              </Button>
            ))}
            <Button off={steps === 0} onClick={() => anew({})}>
              {words.over}
            </Button>
          </div>
          <Choice
            legend={words.data}
            options={[
              { value: 'moons', label: 'moons' },
              { value: 'spiral', label: 'spiral' },
            ]}
            value={data}
            onChange={(next) => anew({ data: next })}
          />
          <Slider {...bind('rate')} symbol={words.rate} onChange={(next) => anew({ rate: next })} />
          <Slider {...bind('H')} symbol={<i>H</i>} onChange={(next) => anew({ H: next })} />
          <Slider {...bind('seed')} symbol={words.seed} onChange={(next) => anew({ seed: next })} />
        </>
      }
    >
      <div className="training-plots" ref={picture}>
        <div>
          <Boundary run={run} points={points} />
          <PointKey />
        </div>
        <LossCurve losses={run.losses} />
      </div>
      <Readouts>
        <Readout label={words.stepsDone}>{run.losses.length - 1}</Readout>
        <Readout label={words.loss} symbol={<Tex of={tex`\L`} />}>
          {num(run.losses.at(-1) ?? 0, 3)}
        </Readout>
        <Readout label={words.wrongSide}>{wrong}</Readout>
      </Readouts>
    </Figure>
  )
}

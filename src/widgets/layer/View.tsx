import {
  Choice,
  Figure,
  fields,
  Stepper,
  useFigure,
  withEntry,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { inLetters } from '@/topics/letters/sentences'
import { useLetters } from '@/topics/letters/useLetters'
import { SizeFields } from '@/topics/linear-layer/SizeFields'
import { handout, resize, type Sizes } from '@/topics/linear-layer/model'
import { EntryChoice } from '../step-through/EntryChoice'
import { Counts } from './Counts'
import { checkInputs } from './check'
import { nameIn } from './inLetters'
import { model, type State } from './model'
import { NetworkPicture } from './NetworkPicture'
import { Rule } from './Rule'
import { nameOfStep, sentence, words } from './words'

const { x, w, c } = resize(handout, { N: 2, D: 2, M: 3 })
const numbers = fields.matrix(4, 1e6)
const spec: FigureSpec<State> = {
  start: { x, w, c, mode: 'reverse', step: 8, by: 'w', row: 0, column: 1, shown: 'these' },
  fields: {
    x: numbers,
    w: numbers,
    c: numbers,
    mode: fields.choice('reverse', 'forward'),
    step: fields.integer(0, 9),
    by: fields.choice('x', 'w'),
    row: fields.integer(0, 3),
    column: fields.integer(0, 3),
    shown: fields.choice('these', 'ordinary'),
  },
  check: checkInputs,
}

/** The sizes of an ordinary layer, in float32. */
const ordinary: Sizes = { N: 64, D: 4096, M: 4096 }

/** A layer in a network: the forward pass, the backward pass and forward mode, one local rule at a time. */
export default function Layer(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const { mode, shown } = state

  const scene = model(state)
  const letters = useLetters()
  const labels =
    shown === 'these'
      ? ({ sizes: scene.sizes, bytesEach: 8 } as const)
      : ({ sizes: ordinary, bytesEach: 4 } as const)
  const resized = (sizes: Sizes) => {
    const next = resize({ ...handout, ...state }, sizes)
    set({ x: next.x, w: next.w, c: next.c })
  }
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={mode === 'forward' ? ['value', 'nudge'] : ['value', 'gradient']}
      says={inLetters(sentence(state, scene, letters), letters)}
      controls={
        <>
          <Stepper
            step={scene.index}
            names={scene.steps.map((step) => nameOfStep(step, mode, letters))}
            onStep={(step) => set({ step })}
          />
          <Choice
            legend={words.modeOf}
            options={[
              { value: 'reverse', label: 'reverse' },
              { value: 'forward', label: 'forward' },
            ]}
            value={mode}
            onChange={(next) => set({ mode: next, step: next === 'reverse' ? 8 : 4 })}
          />
          {mode === 'forward' && (
            <>
              <Choice
                legend={words.nudgeIn}
                options={[
                  { value: 'x', label: 'x' },
                  { value: 'w', label: nameIn('w', letters) },
                ]}
                value={state.by}
                onChange={(by) => set({ by })}
              />
              <EntryChoice
                letters={letters}
                target={state.by}
                shape={scene.sizes}
                at={scene.place}
                onChange={set}
              />
            </>
          )}
          <SizeFields sizes={scene.sizes} onChange={resized} />
          <Choice
            legend={words.countFor}
            options={[
              { value: 'these', label: words.these },
              { value: 'ordinary', label: '64, 4096, 4096' },
            ]}
            value={shown}
            onChange={(next) => set({ shown: next })}
          />
        </>
      }
    >
      <NetworkPicture scene={scene} mode={mode} letters={letters} {...labels} />
      <Rule
        scene={scene}
        mode={mode}
        by={state.by}
        letters={letters}
        onChange={(of, i, j, value) => set({ [of]: withEntry(state[of], i, j, value) })}
      />
      <Counts {...labels} letters={letters} />
    </Figure>
  )
}

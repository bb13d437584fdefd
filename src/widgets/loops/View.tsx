import { useState } from 'react'
import {
  createWorker,
  fields,
  Figure,
  openWorker,
  Slider,
  TaskButton,
  TaskProgress,
  useFigure,
  useTask,
  type FigureProps,
  type FigureSpec,
  type LayerLetters,
} from '@/figure'
import { inLetters } from '@/topics/letters/sentences'
import { useLetters } from '@/topics/letters/useLetters'
import { Code } from './Code'
import { model, most, withoutKernel, type State } from './model'
import { Rows } from './Rows'
import { race, type Progress, type Timed } from './run'
import { loadPrograms } from './programs'
import { Times } from './Times'
import type { Calls } from './worker'
// oxlint-disable-next-line import/default -- Vite makes an address of it
import url from './worker?worker&url'
import { words } from './words'

// A press of an arrow key doubles or halves.
const powers = {
  to: (value: number) => Math.log2(value),
  from: (position: number) => 2 ** Math.round(position),
  step: 1,
}
const spec: FigureSpec<State> = {
  start: { largest: 512 },
  fields: { largest: fields.integer(8, most, { label: words.largest, scale: powers }) },
}

/** The same two gradients by nested loops and by matrix products, timed in workers on the reader's device. */
export default function Loops(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, bind } = figure
  const { progress, problem, start, cancel } = useTask<Progress>()
  const letters = useLetters(loadPrograms)
  const [found, setFound] = useState<{ letters: LayerLetters; timed: readonly Timed[] }>({
    letters,
    timed: [],
  })

  // What was timed are the programs of the letters that were chosen then.
  const timed = found.letters === letters ? found.timed : []

  const { chart, rows, n, says } = model(state, timed)
  const run = () => {
    setFound({ letters, timed: [] })
    start(
      (signal, tell) =>
        race(
          { largest: state.largest, letters },
          () => openWorker<Calls>(() => createWorker(url), signal),
          tell,
          (next) => signal.aborted || setFound((before) => ({ letters, timed: [...before.timed, next] })),
        ),
      { doing: words.starting, share: 0 },
    )
  }
  const reset = () => {
    cancel()
    setFound({ letters, timed: [] })
    figure.reset()
  }
  const broken = problem && words.broke(problem.replace(/\.$/, ''))
  return (
    <Figure
      of={{ ...figure, reset, notice: figure.notice || broken || withoutKernel(timed) }}
      title={words.title}
      says={inLetters(says, letters)}
      controls={
        <>
          <Slider
            {...bind('largest')}
            symbol={
              <>
                <i>n</i>
                {words.upTo}
              </>
            }
          />
          <TaskButton running={progress !== undefined} start={run} cancel={cancel}>
            {words.time}
          </TaskButton>
          <TaskProgress of={progress} />
        </>
      }
    >
      <div className="loops-ways">
        <Code which="loops" letters={letters} of={figure.id} />
        <div>
          <Code which="products" letters={letters} of={figure.id} />
          <Times of={chart} />
        </div>
      </div>
      <Rows of={rows} n={n} />
    </Figure>
  )
}

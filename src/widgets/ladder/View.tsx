import { useState } from 'react'
import {
  createWorker,
  doublings,
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
} from '@/figure'
import { device } from '../run-it/device'
import type { Progress } from '../run-it/passes'
import type { Calls as Layer } from '../run-it/worker'
// oxlint-disable-next-line import/default -- Vite makes an address of it
import layer from '../run-it/worker?worker&url'
import { model, most, type State } from './model'
import type { Found } from './rungs'
import { Steps } from './Steps'
import type { Calls } from './worker'
// oxlint-disable-next-line import/default -- Vite makes an address of it
import own from './worker?worker&url'
import { words } from './words'

const spec: FigureSpec<State> = {
  start: { N: 64 },
  fields: { N: fields.integer(4, most, { label: words.N, scale: doublings }) },
}

/** What was found, and for which N. */
type Climb = { N: number; found: readonly Found[] }

/** The same layer on steps that are each faster than the one before, run in workers on the reader's device. */
export default function Ladder(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { N } = figure.state
  const { progress, problem, start, cancel } = useTask<Progress>()
  const [climbed, setClimbed] = useState<Climb>({ N, found: [] })
  const { rows, says, notDone } = model({ N }, climbed.N === N ? climbed.found : [])

  const run = () => {
    setClimbed({ N, found: [] })
    start(
      async (signal, tell) => {
        const { climb } = await import('./climb')
        const opens = {
          layer: () => openWorker<Layer>(() => createWorker(layer), signal),
          own: () => openWorker<Calls>(() => createWorker(own), signal),
        }
        await climb(N, device().threads, opens, signal, tell, (next) => {
          if (!signal.aborted) setClimbed((before) => ({ N, found: [...before.found, next] }))
        })
      },
      { doing: words.starting, share: 0 },
    )
  }
  const reset = () => {
    cancel()
    setClimbed({ N, found: [] })
    figure.reset()
  }
  const broken = problem && words.broke(problem.replace(/\.$/, ''))
  return (
    <Figure
      of={{ ...figure, reset, notice: figure.notice || broken }}
      title={words.title}
      says={says}
      controls={
        <>
          <Slider {...figure.bind('N')} symbol={<i>N</i>} />
          <TaskButton running={progress !== undefined} start={run} cancel={cancel}>
            {words.climb}
          </TaskButton>
          <TaskProgress of={progress} />
        </>
      }
    >
      <Steps of={rows} />
      <p className="ladder-not">{notDone}</p>
    </Figure>
  )
}

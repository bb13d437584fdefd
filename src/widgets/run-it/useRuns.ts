import { useState } from 'react'
import { createWorker, openWorker, useTask } from '@/figure'
import { device } from './device'
import { layerOf } from './layer'
import { nothing, type Measured } from './charts'
import type { State } from './model'
import type { Open, Progress } from './passes'
import { runExplicit, runLayer } from './run'
import type { Calls } from './worker'
// oxlint-disable-next-line import/default -- Vite makes an address of it
import url from './worker?worker&url'
import { words } from './words'

/** Runs in workers, and what they measured. One at a time; nothing goes on without the reader. */
export function useRuns() {
  const { start, cancel, progress, problem } = useTask<Progress & { what: 'layer' | 'road' }>()
  const [measured, setMeasured] = useState<Measured>(nothing)
  const opening =
    (signal: AbortSignal): Open =>
    () =>
      openWorker<Calls>(() => createWorker(url), signal)

  const layer = ({ N }: State) =>
    start(
      async (signal, tell) => {
        const say = (now: Progress) => tell({ ...now, what: 'layer' })
        const run = await runLayer(layerOf(N), device().threads, opening(signal), say)
        setMeasured((before) => ({ ...before, layers: new Map(before.layers).set(N, run) }))
      },
      { what: 'layer', doing: words.starting, share: 0 },
    )
  const road = () => {
    setMeasured((before) => ({ ...before, explicit: [] }))
    start(
      (signal, tell) =>
        runExplicit(
          opening(signal),
          (now) => tell({ ...now, what: 'road' }),
          (run) => {
            if (signal.aborted) return
            setMeasured((before) => ({ ...before, explicit: [...before.explicit, run] }))
          },
        ),
      { what: 'road', doing: words.starting, share: 0 },
    )
  }
  const clear = () => {
    cancel()
    setMeasured(nothing)
  }
  return { measured, progress, problem, layer, road, cancel, clear }
}

import { openWorker } from '../src/figure/task/task.ts'
import { Crew } from '../src/widgets/run-it/crew.ts'
import type { Calls } from '../src/widgets/run-it/worker.ts'
// oxlint-disable-next-line import/default -- Vite makes an address of it
import url from '../src/widgets/run-it/worker.ts?worker&url'
import { sizes, type Contender } from './task.ts'

const { n: N, d: D, m: M } = sizes

/** So many workers, as Run it has them. They make numbers of their own; Run it and its tests check them. */
async function crewOf(threads: number) {
  const { signal } = new AbortController()
  const crew = new Crew({ N, D, M }, threads, () =>
    openWorker<Calls>(() => new Worker(url, { type: 'module' }), signal),
  )
  await crew.make()
  return crew
}

/** One worker, and one for each core: a pass lasts until y and the sum of the parts of ∂L/∂x are with the page. */
export async function allCores(most = 8) {
  const count = Math.min(most, navigator.hardwareConcurrency)
  const crews = [await crewOf(1), await crewOf(count)]
  const contenders = crews.map((crew): Contender => {
    const widths = crew.ranges.map(([from, to]) => to - from)
    return {
      name: `Nudge, ${widths.length === 1 ? 'one worker' : `${widths.length} workers (${widths.join(' + ')} columns)`}`,
      run: () => crew.step(1),
    }
  })
  return { count, contenders, end: () => crews.forEach((crew) => crew.end()) }
}

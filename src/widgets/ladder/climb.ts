import type { Conversation } from '@/figure/pure'
import { compared, placesOf, type Entries } from '../run-it/check'
import { Crew } from '../run-it/crew'
import { layerOf, type Sizes } from '../run-it/layer'
import { fastest, repeatsOf, type Open, type Progress } from '../run-it/passes'
import { answerOf, firstRows } from './loops'
import { rungs, type Climbed, type Found, type Rung } from './rungs'
import type { Calls } from './worker'
import { words } from './words'

export type Opens = {
  /** A worker of Run it, with the kernel. */
  layer: Open
  /** One of this figure's own. */
  own: () => Pick<Conversation<Calls>, 'ask' | 'end'>
}
type Measured = Omit<Climbed, 'rung' | 'checked'> & { entries: Entries }
type Places = ReturnType<typeof placesOf>
type Way = (sizes: Sizes, places: Places, tell: (share: number) => void) => Promise<Measured>

/** A call of this figure's own worker, which ends after it. */
async function alone<T>({ own }: Opens, ask: (worker: ReturnType<Opens['own']>) => Promise<T>): Promise<T> {
  const worker = own()
  try {
    return await ask(worker)
  } finally {
    worker.end()
  }
}

/** The kernel on one thread, in the memory of a worker of Run it. */
async function byKernel(open: Open, ...[sizes, places, tell]: Parameters<Way>): Promise<Measured> {
  const worker = open()
  try {
    const { variant } = await worker.ask('make', { sizes, columns: [0, sizes.M] })
    if (variant === 'typescript') throw new Error(words.noKernel)
    const repeats = repeatsOf(sizes)
    const { milliseconds } = await fastest(async () => {
      const { start, end } = await worker.ask('pass', { repeats }, tell)
      return { milliseconds: (end - start) / repeats }
    })
    return { milliseconds, share: 1, entries: await worker.ask('entries', places) }
  } finally {
    worker.end()
  }
}

/** The kernel on all of them. */
async function byCores(
  open: Open,
  threads: number,
  ...[sizes, places, tell]: Parameters<Way>
): Promise<Measured> {
  if (threads < 2) throw new Error(words.oneCore)
  const crew = new Crew(sizes, threads, open)
  try {
    await crew.make()
    const repeats = repeatsOf(sizes)
    const { milliseconds, y, dx } = await fastest(() => crew.step(repeats, tell))
    const dw = await crew.dwAt(places.d, places.m)
    const { entries } = answerOf(sizes, { y, dx, dw: y })
    const found = { y: entries('y', places.n, places.m), dx: entries('dx', places.n, places.d), dw }
    return { milliseconds, share: 1, threads: crew.ranges.length, entries: found }
  } finally {
    crew.end()
  }
}

const waysOf = (opens: Opens, threads: number): Record<Rung, Way> => {
  const card =
    (half: boolean): Way =>
    (sizes, places) =>
      alone(opens, async (worker) => ({ ...(await worker.ask('card', { sizes, places, half })), share: 1 }))
  return {
    loops: (sizes, places, tell) =>
      alone(opens, async (worker) => {
        const { milliseconds, share, entries } = await worker.ask('loops', { sizes, places }, tell)
        return { milliseconds: milliseconds / share, share, entries }
      }),
    products: (sizes, places) => alone(opens, (worker) => worker.ask('products', { sizes, places })),
    kernel: (...asked) => byKernel(opens.layer, ...asked),
    cores: (...asked) => byCores(opens.layer, threads, ...asked),
    card: card(false),
    half: card(true),
  }
}

/**
 * The same layer on one step after the other. Each is checked at the same entries, which lie where the loops come to; a
 * step that can't be had is told with the reason, and the next is tried.
 */
export async function climb(
  N: number,
  threads: number,
  opens: Opens,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
  found: (found: Found) => void,
): Promise<void> {
  const sizes = layerOf(N)
  const places = placesOf(sizes, N, firstRows(sizes))
  tell({ doing: words.expecting, share: 0 })
  const right = await alone(opens, (worker) => worker.ask('right', { sizes, places }))
  const ways = waysOf(opens, threads)
  for (const [k, rung] of rungs.entries()) {
    const say = (share: number) => tell({ doing: words.names[rung], share: (k + share) / rungs.length })
    say(0)
    try {
      const { entries, ...measured } = await ways[rung](sizes, places, say)
      found({ rung, ...measured, checked: compared(entries, right) })
    } catch (error) {
      signal.throwIfAborted()
      found({ rung, why: error instanceof Error ? error.message : String(error) })
    }
  }
}

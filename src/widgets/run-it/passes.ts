import type { Conversation } from '@/figure/pure'
import { productOperations, type Sizes } from './layer'
import type { Calls } from './worker'

/** How far a run is, in words, and as a share where it can be told. */
export type Progress = { doing: string; share: number }
export type Tell = (progress: Progress) => void
export type Open = () => Pick<Conversation<Calls>, 'ask' | 'end'>

/** Operations that are worth timing at once: a small layer is run many times over, or the clock could not tell. */
const worth = 2 ** 30
export const repeatsOf = (sizes: Sizes): number =>
  Math.max(1, Math.round(worth / (3 * productOperations(sizes))))
const mostPasses = 5
/** Milliseconds after which no further pass begins. */
const enough = 1500

/** The fastest of some passes. */
export async function fastest<Pass extends { milliseconds: number }>(
  pass: () => Promise<Pass>,
): Promise<Pass & { passes: number }> {
  let best = await pass()
  let [passes, spent] = [1, best.milliseconds]
  for (; passes < mostPasses && spent < enough; passes++) {
    const next = await pass()
    spent += next.milliseconds
    if (next.milliseconds < best.milliseconds) best = next
  }
  return { ...best, passes }
}

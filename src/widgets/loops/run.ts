import type { Conversation, LayerLetters } from '@/figure/pure'
import { ways, type Timing, type Way } from './timing'
import type { Calls } from './worker'

/** `plain`: the kernel that was asked for did not come, and the core's own loops took its place. */
export type Timed = Timing & { way: Way; n: number; plain?: boolean }
export type Progress = { doing: string; share: number }
export type Open = () => Pick<Conversation<Calls>, 'ask' | 'end'>

const smallest = 8
/** Milliseconds that the next size may take. */
const patience = 2000

/** 8, 16, 32, … up to the largest. */
export const sizesUpTo = (largest: number): number[] => {
  const sizes: number[] = []
  for (let n = smallest; n <= largest; n *= 2) sizes.push(n)
  return sizes
}

/** Times each way, as the reader's letters have it, at one size after the other; a way that would take too long at the next size stops. */
export async function race(
  { largest, letters }: { largest: number; letters: LayerLetters },
  open: Open,
  tell: (progress: Progress) => void,
  found: (timed: Timed) => void,
): Promise<void> {
  const sizes = sizesUpTo(largest)
  const running = new Map(ways.map((way) => [way, open()]))
  for (const [k, n] of sizes.entries())
    for (const [way, worker] of running) {
      tell({ doing: `n = ${n}`, share: k / sizes.length })
      const timed = await worker.ask('time', { way, n, letters })
      found({ ...timed, way, n })
      // Twice the size is eight times the operations.
      if (8 * timed.milliseconds < patience) continue
      worker.end()
      running.delete(way)
    }
  for (const worker of running.values()) worker.end()
}

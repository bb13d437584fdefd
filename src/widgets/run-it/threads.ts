import { nth } from '@/autodiff'
import { Crew } from './crew'
import type { Sizes } from './layer'
import { fastest, repeatsOf, type Open, type Tell } from './passes'
import { words } from './words'

/** y and ∂L/∂x whole, and the sum of each column of ∂L/∂w. */
export type Answers = { readonly [name in 'y' | 'dx' | 'dwSums']: ArrayLike<number> }

/** All slices at once: the fastest of some passes. */
export async function together(sizes: Sizes, threads: number, open: Open, tell: Tell) {
  const crew = new Crew(sizes, threads, open)
  const doing = words.sameOn(crew.ranges.length)
  tell({ doing, share: 0 })
  await crew.make()
  const repeats = repeatsOf(sizes)
  const { milliseconds, y, dx } = await fastest(() => crew.step(repeats, (share) => tell({ doing, share })))
  const found: Answers = { y, dx, dwSums: await crew.dwSums() }
  crew.end()
  return { milliseconds, ranges: crew.ranges, shared: crew.sharing, found }
}

/** The largest difference between two answers, as a part of the largest entry. */
function apart(found: ArrayLike<number>, right: ArrayLike<number>): number {
  if (found.length < right.length) return Infinity
  let [difference, largest] = [0, 0]
  for (let k = 0; k < right.length; k++) {
    const off = Math.abs(nth(found, k) - nth(right, k))
    difference = Math.max(difference, Number.isNaN(off) ? Infinity : off)
    largest = Math.max(largest, Math.abs(nth(right, k)))
  }
  return difference / (largest || 1)
}

/** How far the answers of all threads are from one thread's. */
export const compare = (found: Answers, whole: Answers): number =>
  Math.max(apart(found.y, whole.y), apart(found.dx, whole.dx), apart(found.dwSums, whole.dwSums))

import { nth } from '@/autodiff'
import type { Laid } from './laid'
import type { Item, Link } from './links'
import type { Track } from './tracks'

export type Placed = {
  readonly width: number
  readonly up: number
  readonly down: number
  readonly inner: Laid | undefined
}
export type Spanned = Link & { readonly a: number; readonly b: number }
export type Plan = {
  readonly items: readonly Item[]
  readonly placed: readonly Placed[]
  /** The straight link behind each item; that before the first has the key −1. */
  readonly straight: ReadonlyMap<number, Spanned>
  readonly bent: readonly Spanned[]
  readonly tracks: readonly Track[]
}

/** The bent links that leave an item above, and those below, each from left to right as they do not cross. */
export function portsOf(
  k: number,
  bent: readonly Spanned[],
  tracks: readonly Track[],
): readonly [number[], number[]] {
  const on = (side: Track['side']): number[] => {
    const mine = [...bent.keys()].filter((j) => nth(tracks, j).side === side)
    const span = (j: number) => nth(bent, j).b - nth(bent, j).a
    const left = mine
      .filter((j) => nth(bent, j).b === k && nth(bent, j).a < k)
      .sort((i, j) => span(i) - span(j))
    const right = mine.filter((j) => nth(bent, j).a === k).sort((i, j) => span(j) - span(i))
    // One that comes back to where it left has two ports.
    return [...left, ...right.flatMap((j) => (span(j) === 0 ? [j, j] : [j]))]
  }
  return [on('above'), on('below')]
}

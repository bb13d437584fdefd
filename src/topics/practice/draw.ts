import { nth } from '@/autodiff'

/** The list in another order. */
export function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const left = [...list]
  return list.map(() => nth(left.splice(Math.floor(next() * left.length), 1), 0))
}

export const pick = <T>(list: readonly T[], next: () => number): T =>
  nth(list, Math.floor(next() * list.length))

/** A whole number from `least` to `most`, and never 0, which would hide a term. */
export function whole(least: number, most: number, next: () => number): number {
  const drawn = least + Math.floor(next() * (most - least + 1))
  return drawn === 0 ? 1 : drawn
}

/** A matrix, vector or number of small whole numbers. */
export function wholes(shape: readonly number[], next: () => number): Nested {
  const [length, ...rest] = shape
  if (length === undefined) return whole(-2, 3, next)
  return Array.from({ length }, () => wholes(rest, next))
}
export type Nested = number | Nested[]

/** The first that is found in so many tries. */
export function tried<T>(times: number, draw: () => T | undefined): T | undefined {
  for (let k = 0; k < times; k++) {
    const found = draw()
    if (found !== undefined) return found
  }
}

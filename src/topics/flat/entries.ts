import { indexOf, type Shape } from '@/plot/nesting'

/** One entry of the flattened Jacobian; `wired` says that the layer lets a nudge through here, whatever the numbers. */
export type Entry = { value: number; wired: boolean }

/** The key of the symbol that stands at a place of a tensor, flattened row by row. */
export const keyAt = (letter: string, place: number, shape: Shape) =>
  [letter, ...indexOf(shape, place).map((k) => k + 1)].join('.')

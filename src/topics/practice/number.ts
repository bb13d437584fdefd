import type { Reason, Typed } from './item'

/** A number to type: of the wrong ones those that are really others, each with what is said of it first. */
export const rightNumber = (answer: number, wrong: readonly Reason[], why: string): Typed => ({
  answer,
  tolerance: 1e-9,
  wrong: wrong.filter(
    ({ is }, k) =>
      Math.abs(is - answer) > 1e-6 && wrong.findIndex((other) => Math.abs(other.is - is) < 1e-6) === k,
  ),
  why,
})

import { nth } from '../autodiff/index.ts'
import type { Span } from '../autodiff/index.ts'
import { LayerError } from './error.ts'
import type { Axis, Dim, Index } from './tree.ts'

/** A letter whose length is found where it is used first. */
export interface Open extends Axis {
  dim: Dim
}
export const unset = ''

/** Letters in affine indices say nothing of their lengths where they stand, only together. */
interface Reach {
  readonly index: Index
  readonly dim: Dim
}

/** What is said of letters' lengths beside the axes that they stand on alone. */
export class Lengths {
  readonly reaches: Reach[] = []
  readonly pairs: [Open, Open, Span][] = []

  /** Gives the letters that stand in sums of letters, or in a δ, their lengths. */
  settle(span: Span, these: readonly Open[], used: (letter: Open) => boolean): void {
    for (const [a, b, where] of this.pairs) {
      if (a.dim === unset) a.dim = b.dim
      else if (b.dim === unset) b.dim = a.dim
      else if (a.dim !== b.dim)
        throw new LayerError(
          'index length',
          `δ[${a.base},${b.base}] has a letter of length ${a.dim} and one of length ${b.dim}.`,
          where,
        )
    }
    for (const letter of these) {
      if (letter.dim !== unset) continue
      const reach = this.reaches.find(({ index }) =>
        index.parts.some((p) => p.axis.id === letter.id && p.sign > 0),
      )
      const others = reach?.index.parts.filter((p) => p.axis.id !== letter.id)
      const known = others?.every((p) => p.sign > 0 && p.axis.dim !== unset)
      if (reach && others && known)
        letter.dim = reachOf(
          reach,
          others.map((p) => p.axis.dim),
        )
      else if (used(letter))
        throw new LayerError('index length', `Nothing says how long “${letter.base}” is.`, span)
    }
  }
}

/** How far a letter goes when the others are added to it: t in x[t+k] reaches T-K+1. */
function reachOf({ index, dim }: Reach, others: readonly Dim[]): Dim {
  const numbers = [dim, ...others].filter((d) => typeof d === 'number')
  const minus = others.length - index.plus
  if (numbers.length === others.length + 1)
    return numbers.slice(1).reduce((a, b) => a - b, nth(numbers, 0)) + minus
  return `${dim}${others.map((d) => `-${d}`).join('')}${minus > 0 ? `+${minus}` : minus < 0 ? minus : ''}`
}

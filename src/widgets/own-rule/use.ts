import { bind, grad, matmul, mul, nth, random, reshape, sum, tensor, type Tensor } from '@/autodiff'
import { slopeOf } from '@/topics/checking/slopeOf'
import { ownOp, valueOf, type Own } from './op'
import { words } from './words'

export type Numbers = readonly (readonly number[])[]

/** Numbers with one decimal, of either sign, that are always the same. */
const fixed = (rows: number, columns: number, seed: number): Numbers => {
  const next = random(seed)
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.round(30 * next() - 15) / 10),
  )
}
const input: Numbers = [
  [1.1, -0.7],
  [-0.4, 1.3],
]
export const startWeights: Numbers = [
  [0.6, -0.4, 0.2],
  [0.3, 0.5, -0.8],
]

/** The gradient of a loss that has the op in the middle: a product before it, a weighing and a sum after it. */
export type Use = {
  mine: Numbers
  /** null where the two sides differ: at a corner or a jump of the op there is no slope. */
  differences: readonly (readonly (number | null)[])[]
  /** Which entries differ by more than differences may. */
  wrong: readonly (readonly boolean[])[]
}

/** The gradient of L = sum(c ⊙ y) by w, where y is the op at a·w: by the core with this rule, and by differences. */
export function used(own: Own, w: Numbers): Use | string {
  const op = ownOp(own)
  const y = valueOf(own.f, matmul(input, w))
  if (typeof y === 'string') return words.noUse(y)
  if (!y.data.every(Number.isFinite)) return words.noValueHere
  const c = reshape(nth(fixed(1, y.size, 5), 0), y.shape)
  const loss = (at: Tensor): Tensor => sum(mul(c, bind(op, [matmul(input, at)], undefined)))
  const mine = grad(loss)(w).toArray() as Numbers // of rank 2, as w is
  const differences = w.map((row, i) =>
    row.map((value, j) => {
      const moved = (h: number) => tensor(w.map((r, k) => (k === i ? r.with(j, value + h) : r)))
      return slopeOf((h) => loss(moved(h)).item(), 1e-5 * Math.max(1, Math.abs(value)))
    }),
  )
  const largest = Math.max(1, ...differences.flat().map((value) => Math.abs(value ?? 0)))
  const wrong = mine.map((row, i) =>
    row.map((value, j) => {
      const slope = nth(nth(differences, i), j)
      return slope !== null && !(Math.abs(value - slope) <= 1e-6 * largest)
    }),
  )
  return { mine, differences, wrong }
}

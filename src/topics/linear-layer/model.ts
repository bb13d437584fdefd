import { withEntry } from '@/figure/pure'
import {
  entryOf,
  jvp,
  logSoftmax,
  matmul,
  mul,
  neg,
  nth,
  sub,
  sum,
  tensor,
  transpose,
  vjp,
  type Tensor,
} from '@/autodiff'
import { words } from './words'

export type Numbers = readonly (readonly number[])[]
export type LossName = 'weighted' | 'squared' | 'softmax'

/** Everything that the reader sets in a figure of the linear layer: y = xw, and a loss that makes one number of y. */
export type Layer = {
  x: Numbers
  w: Numbers
  loss: LossName
  /** Weights of the weighted sum, the shape of y. */
  c: Numbers
  /** Targets of the squared error, the shape of y. */
  t: Numbers
  /** The right column of each row for softmax cross-entropy, counted from 1. */
  labels: readonly number[]
}

export type Sizes = { N: number; D: number; M: number }

/** The handout's layer, N = 1, D = 2, M = 3, in this book's numbers. */
export const handout: Layer = {
  x: [[1, 2]],
  w: [
    [1.2, 0.4, -0.7],
    [-0.3, 0.9, 1.5],
  ],
  loss: 'weighted',
  c: [[0.5, -1, 2]],
  t: [[0, 1, 1]],
  labels: [3],
}

export const sizes = ({ x, w }: Pick<Layer, 'x' | 'w'>): Sizes => ({
  N: x.length,
  D: w.length,
  M: w[0]?.length ?? 0,
})

/** y = xw, the layer itself. */
export const layer = (x: Tensor, w: Tensor): Tensor => matmul(x, w)

const oneHot = (labels: readonly number[], columns: number) =>
  labels.map((label) => Array.from({ length: columns }, (_, j) => (j === label - 1 ? 1 : 0)))

/** The reader's loss as a function of y: a scalar, so that it has one slope for each entry of y. */
export function lossOf({ loss, c, t, labels }: Layer): (y: Tensor) => Tensor {
  if (loss === 'weighted') return (y) => sum(mul(tensor(c), y))
  if (loss === 'softmax')
    return (y) => neg(sum(mul(oneHot(labels, nth(y.shape, 1)), logSoftmax(y, { axis: 1 }))))
  return (y) => {
    const off = sub(y, tensor(t))
    return mul(0.5, sum(mul(off, off)))
  }
}

const rows = (value: Tensor) => value.toArray() as number[][]

/** Forward and both gradients: one pass of the core each way. */
export function pass(of: Layer) {
  const [y, pullLayer] = vjp(layer, [of.x, of.w])
  const [L, pullLoss] = vjp(lossOf(of), [y])
  const [dy] = pullLoss(1)
  const [dx, dw] = pullLayer(dy)
  return { y: rows(y), L: L.item(), dy: rows(dy), dx: rows(dx), dw: rows(dw) }
}

/** The slice ∂y/∂x_{i,j} (or ∂y/∂w_{i,j}): how all of y moves with one entry, shaped like y. Forward mode, one pass. */
export function sliceBy(of: Layer, by: 'x' | 'w', i: number, j: number): number[][] {
  const basis = of[by].map((row, k) => row.map((_, l) => (k === i && l === j ? 1 : 0)))
  const f = (value: Tensor) => (by === 'x' ? layer(value, tensor(of.w)) : layer(tensor(of.x), value))
  const [, tangent] = jvp(f, [of[by]], [basis])
  return rows(tangent)
}

/** The loss at these numbers, forward alone. */
export const lossAt = (of: Layer): number => {
  const y = layer(tensor(of.x), tensor(of.w))
  return lossOf(of)(y).item()
}

/** Near the best step for central differences, ∛ε, and a power of two: adding it to a number rounds least. */
const h = 2 ** -17

/** The gradient of a function of a matrix by central differences: each entry nudged up and down, two passes for each. */
export const differencesOf = (f: (at: number[][]) => number, at: Numbers): number[][] =>
  at.map((row, i) =>
    row.map((value, j) => {
      const step = h * Math.max(1, Math.abs(value))
      const moved = (to: number) => f(withEntry(at, i, j, to))
      return (moved(value + step) - moved(value - step)) / (2 * step)
    }),
  )

/** Every entry of ∂L/∂x (or ∂L/∂w) by central differences of L. */
export const differences = (of: Layer, by: 'x' | 'w'): number[][] =>
  differencesOf((moved) => lossAt({ ...of, [by]: moved }), of[by])

/** The largest distance between two matrices' entries. */
export const largestGap = (a: Numbers, b: Numbers) =>
  Math.max(0, ...a.flatMap((row, i) => row.map((value, j) => Math.abs(value - entryOf(b, i, j)))))

/** The matrix on its side, through the core. */
export const flip = (numbers: Numbers) => rows(transpose(tensor(numbers)))

const spare = {
  x: [
    [1, 2, -0.5, 1.5],
    [0.5, -1, 2, 1],
    [-1.5, 0.5, 1, -2],
    [2, 1, -1, 0.5],
  ],
  w: [
    [1.2, 0.4, -0.7, 0.8],
    [-0.3, 0.9, 1.5, -1.1],
    [0.6, -1.4, 0.2, 1.3],
    [-0.9, 0.7, 1.1, -0.4],
  ],
  c: [
    [0.5, -1, 2, 1],
    [1.5, 0.5, -0.5, -1],
    [-1, 2, 1, 0.5],
    [1, -0.5, 1.5, -2],
  ],
  t: [
    [0, 1, 1, 0],
    [1, 0, -1, 1],
    [0.5, 1, 0, -1],
    [1, -1, 0.5, 0],
  ],
} satisfies Record<string, Numbers>

/** Keeps the reader's entries where the new shape has them and fills the rest from a fixed table of sizes up to 4. */
export const fit = (of: Numbers, from: Numbers, height: number, width: number) =>
  Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => of[i]?.[j] ?? entryOf(from, i, j)),
  )

/** The same layer at other sizes. */
export function resize(of: Layer, { N, D, M }: Sizes): Layer {
  return {
    ...of,
    x: fit(of.x, spare.x, N, D),
    w: fit(of.w, spare.w, D, M),
    c: fit(of.c, spare.c, N, M),
    t: fit(of.t, spare.t, N, M),
    labels: Array.from({ length: N }, (_, i) => Math.min(M, of.labels[i] ?? (i % M) + 1)),
  }
}

/**
 * The layer whose ∂L/∂y has `value` at (i, j): the weighted sum's weight, or the squared error's target, moves. Undefined
 * for softmax, where the entries of a row are bound to each other.
 */
export function withGradient(of: Layer, i: number, j: number, value: number): Layer | undefined {
  if (of.loss === 'weighted') return { ...of, c: withEntry(of.c, i, j, value) }
  const y = rows(layer(tensor(of.x), tensor(of.w)))
  if (of.loss === 'squared') return { ...of, t: withEntry(of.t, i, j, entryOf(y, i, j) - value) }
}

/** What is wrong with numbers that came from a link, as a sentence; each matrix by itself is known to be one. */
export function checkLayer(of: Layer): string | undefined {
  const { N, D, M } = sizes(of)
  if (of.x[0]?.length !== D) return words.disagree(of.x[0]?.length, D)
  for (const name of ['c', 't'] as const)
    if (of[name].length !== N || of[name][0]?.length !== M) return words.notOfShape(name, N, M)
  if (of.labels.length !== N || of.labels.some((label) => label > M)) return words.labels(N, M)
}

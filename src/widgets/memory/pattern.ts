import { jacrev, matmul, nth, transpose, type Tensor } from '@/autodiff'
import type { LayerLetters, Layout } from '@/figure/pure'
import { conventionOf, isTurned } from '@/topics/letters/conventions'
import { flatIn } from '@/topics/letters/layouts'
import type { Sizes } from './model'

/** The largest layer whose Jacobians are drawn entry by entry. */
const window: Sizes = { N: 3, D: 4, M: 4 }

/** The sizes that the pictures are drawn at: the blocks of a larger layer repeat the same. */
export const clipped = ({ N, D, M }: Sizes): Sizes => ({
  N: Math.min(N, window.N),
  D: Math.min(D, window.D),
  M: Math.min(M, window.M),
})

const range = (length: number) => Array.from({ length }, (_, k) => k)

// Sixteen numbers of different sizes, none of them zero, so that copies of one matrix look alike and others do not.
const spread = (k: number) => 0.25 + (0.75 * ((k * 7 + 5) % 16)) / 15
const filled = (rows: number, columns: number) =>
  range(rows).map((i) => range(columns).map((j) => spread(i * window.M + j)))

const layer = (x: Tensor, w: Tensor) => matmul(x, w)

export type Pattern = {
  /** The flattened Jacobian, from the core. */
  values: number[][]
  /** Rows and columns of one block. */
  block: readonly [rows: number, columns: number]
}

/** The reader's letters, and the layout of a Jacobian. */
export type Course = { readonly letters: LayerLetters; readonly layout: Layout }
export const handoutCourse: Course = { letters: 'handout', layout: 'output-first' }

const swapped = <T>([a, b]: readonly T[], yes: boolean) => (yes ? [b, a] : [a, b]) as [T, T]

/** ∂y/∂x or ∂y/∂w of the layer as a matrix, computed by reverse mode, with its axes as the reader's course has them. */
export function pattern(by: 'x' | 'w', sizes: Sizes, { letters, layout } = handoutCourse): Pattern {
  const { N, D, M } = sizes
  const convention = conventionOf(letters)
  const jacobian = jacrev(layer, by === 'x' ? 0 : 1)(filled(N, D), filled(D, M))
  const [outputs, inputs] = [
    swapped([0, 1], isTurned(convention, 'y')),
    swapped([2, 3], isTurned(convention, by)),
  ]
  const flat = flatIn(layout, transpose(jacobian, [...outputs, ...inputs]), 2)
  const lengths = [nth(jacobian.shape, outputs[1]), nth(jacobian.shape, inputs[1])]
  const columns = nth(flat.shape, 1)
  const values = range(nth(flat.shape, 0)).map((i) =>
    Array.from(flat.data.subarray(i * columns, (i + 1) * columns)),
  )
  return { values, block: swapped(lengths, layout === 'input-first') }
}

/** What a Jacobian's zeros look like, and what its blocks hold of the other tensor. */
export type Look =
  | { readonly kind: 'diagonal'; readonly along: 'N' | 'M'; readonly turned: boolean }
  | { readonly kind: 'inner'; readonly along: 'N' | 'M' }
  | { readonly kind: 'line'; readonly line: 'row' | 'column' }

/**
 * What follows from where the shared axis stands, that of the examples for ∂y/∂x and of the outputs for ∂y/∂w: first in
 * both, the blocks stand on the diagonal; last in both, each block is diagonal itself; else each has one line.
 */
export function lookOf(by: 'x' | 'w', { letters, layout }: Course): Look {
  const { shapes } = conventionOf(letters)
  const [along, other] = by === 'x' ? (['N', 'w'] as const) : (['M', 'x'] as const)
  const [inY, inInput] = [shapes.y, shapes[by]].map((shape) => shape.startsWith(along))
  if (inY !== inInput) return { kind: 'line', line: layout === 'output-first' ? 'row' : 'column' }
  if (!inY) return { kind: 'inner', along }
  // A block goes from what y has beside the shared axis to what the input has; or the other way round.
  const lies = shapes[other] === `${by === 'x' ? 'M' : 'N'}×D`
  return { kind: 'diagonal', along, turned: lies === (layout === 'input-first') }
}

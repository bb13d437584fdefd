import { jacrev, matmul, type Tensor } from '@/autodiff'
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

/** ∂y/∂x or ∂y/∂w of y = xw as a matrix, computed by reverse mode. */
export function pattern(by: 'x' | 'w', { N, D, M }: Sizes): Pattern {
  const { data } = jacrev(layer, by === 'x' ? 0 : 1)(filled(N, D), filled(D, M))
  const columns = by === 'x' ? N * D : D * M
  const values = range(N * M).map((i) => Array.from(data.subarray(i * columns, (i + 1) * columns)))
  return { values, block: [M, by === 'x' ? D : M] }
}

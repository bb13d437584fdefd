import { nthOr } from '@/autodiff'
import type { Answer } from '../run-it/check'
import { fill, productOperations, type Given, type Sizes } from '../run-it/layer'

/** Operations of each product that loops do in a second or a few. */
const enough = 2 ** 27

/** The first rows of y and ∂L/∂x, and of ∂L/∂w, that the loops make: all of them, or as many as do not take long. */
export function firstRows({ N, D, M }: Sizes): { N: number; D: number } {
  const most = Math.floor((N * enough) / productOperations({ N, D, M }))
  const rows = Math.min(N, Math.max(1, most))
  return { N: rows, D: Math.ceil((D * rows) / N) }
}

export type Matrices = { [name in Given]: Float32Array<ArrayBuffer> }

/** x, w and ∂L/∂y, row after row. */
export function matrices(sizes: Sizes): Matrices {
  const { N, D, M } = sizes
  const given = (name: Given, length: number, width: number) => {
    const data = new Float32Array(length)
    fill(name, sizes, [0, width], data)
    return data
  }
  return { x: given('x', N * D, D), w: given('w', D * M, M), dy: given('dy', N * M, M) }
}

export type Results = { [name in 'y' | 'dx' | 'dw']: Float32Array }

/** Entries of results that lie row after row. */
export const answerOf = ({ D, M }: Sizes, results: Results): Answer => {
  const widths = { y: M, dx: D, dw: M }
  return {
    entries: (of, rows, columns) =>
      rows.map((i) => columns.map((j) => nthOr(results[of], i * widths[of] + j, NaN))),
  }
}

// Written out as their formulas say: an entry, the sum that it is, the next entry. Places are in range.

/** The first rows of y = xw. */
export function forward({ D, M }: Sizes, rows: number, { x, w }: Matrices): Float32Array {
  const y = new Float32Array(rows * M)
  for (let n = 0; n < rows; n++)
    for (let m = 0; m < M; m++) {
      let sum = 0
      for (let d = 0; d < D; d++) sum += (x[n * D + d] as number) * (w[d * M + m] as number)
      y[n * M + m] = sum
    }
  return y
}

/** The first rows of ∂L/∂x = ∂L/∂y·wᵀ. */
export function backToX({ D, M }: Sizes, rows: number, { w, dy }: Matrices): Float32Array {
  const dx = new Float32Array(rows * D)
  for (let n = 0; n < rows; n++)
    for (let d = 0; d < D; d++) {
      let sum = 0
      for (let m = 0; m < M; m++) sum += (dy[n * M + m] as number) * (w[d * M + m] as number)
      dx[n * D + d] = sum
    }
  return dx
}

/** The first rows of ∂L/∂w = xᵀ·∂L/∂y. */
export function backToW({ N, D, M }: Sizes, rows: number, { x, dy }: Matrices): Float32Array {
  const dw = new Float32Array(rows * M)
  for (let d = 0; d < rows; d++)
    for (let m = 0; m < M; m++) {
      let sum = 0
      for (let n = 0; n < N; n++) sum += (x[n * D + d] as number) * (dy[n * M + m] as number)
      dw[d * M + m] = sum
    }
  return dw
}

import type { Data } from '../core/tensor.ts'

/** Numbers read as a matrix: where they begin, and how far apart its rows and its columns lie. */
export interface Strided {
  readonly data: Data
  readonly start: number
  readonly row: number
  readonly column: number
}

/**
 * out (n×m) += a (n×d) · b (d×m). A factor is transposed by exchanging its two distances; the numbers of a row of
 * `out` are neighbours.
 */
export type Gemm<Result> = (n: number, d: number, m: number, a: Strided, b: Strided, out: Strided) => Result

/** What is left of a matrix without its first rows and columns. */
const from = (matrix: Strided, i: number, j: number): Strided => ({
  ...matrix,
  start: matrix.start + i * matrix.row + j * matrix.column,
})

/** The product by plain loops: for small matrices, and wherever no kernel has been offered. */
export const loops: Gemm<void> = (n, d, m, a, b, out) => {
  const rows = n & ~1
  const columns = m & ~3
  tiles(rows, d, columns, a, b, out)
  singly(n, d, m - columns, a, from(b, 0, columns), from(out, 0, columns))
  if (n > rows) strip(1, d, columns, from(a, rows, 0), b, from(out, rows, 0))
}

const singly: Gemm<void> = (n, d, m, a, b, out) =>
  few(
    n,
    d,
    m,
    a.data,
    a.start,
    a.row,
    a.column,
    b.data,
    b.start,
    b.row,
    b.column,
    out.data,
    out.start,
    out.row,
  )

/** The product of a few numbers, each by itself: with nothing made for the call, which would take as long again. */
export function few(
  n: number,
  d: number,
  m: number,
  a: Data,
  aStart: number,
  aRow: number,
  aColumn: number,
  b: Data,
  bStart: number,
  bRow: number,
  bColumn: number,
  out: Data,
  start: number,
  outRow: number,
): void {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      const row = aStart + i * aRow
      const column = bStart + j * bColumn
      const at = start + i * outRow + j
      let sum = out[at] as number // in range, like all here
      for (let k = 0; k < d; k++) sum += (a[row + k * aColumn] as number) * (b[column + k * bRow] as number)
      out[at] = sum
    }
}

/** Two rows and four columns at a time: each number that is read serves several sums, which stay in registers. */
const tiles: Gemm<void> = (n, d, m, a, b, out) => {
  const { data: x, row: below, column: xStep } = a
  const { data: y, row: yStep, column: right } = b
  for (let i = 0; i < n; i += 2)
    for (let j = 0; j < m; j += 4) {
      let s00 = 0
      let s01 = 0
      let s02 = 0
      let s03 = 0
      let s10 = 0
      let s11 = 0
      let s12 = 0
      let s13 = 0
      let p = a.start + i * below
      let q = b.start + j * right
      for (let k = 0; k < d; k++, p += xStep, q += yStep) {
        const x0 = x[p] as number
        const x1 = x[p + below] as number
        const y0 = y[q] as number
        const y1 = y[q + right] as number
        const y2 = y[q + 2 * right] as number
        const y3 = y[q + 3 * right] as number
        s00 += x0 * y0
        s01 += x0 * y1
        s02 += x0 * y2
        s03 += x0 * y3
        s10 += x1 * y0
        s11 += x1 * y1
        s12 += x1 * y2
        s13 += x1 * y3
      }
      put(out, i, j, s00, s01, s02, s03)
      put(out, i + 1, j, s10, s11, s12, s13)
    }
}

function put(
  { data, start, row }: Strided,
  i: number,
  j: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
): void {
  const at = start + i * row + j
  data[at] = (data[at] as number) + s0
  data[at + 1] = (data[at + 1] as number) + s1
  data[at + 2] = (data[at + 2] as number) + s2
  data[at + 3] = (data[at + 3] as number) + s3
}

/** The last row, four columns at a time. */
const strip: Gemm<void> = (_, d, m, a, b, out) => {
  const { data: x, column: xStep } = a
  const { data: y, row: yStep, column: right } = b
  for (let j = 0; j < m; j += 4) {
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    let p = a.start
    let q = b.start + j * right
    for (let k = 0; k < d; k++, p += xStep, q += yStep) {
      const factor = x[p] as number
      s0 += factor * (y[q] as number)
      s1 += factor * (y[q + right] as number)
      s2 += factor * (y[q + 2 * right] as number)
      s3 += factor * (y[q + 3 * right] as number)
    }
    put(out, 0, j, s0, s1, s2, s3)
  }
}

let faster: Gemm<boolean> | undefined

/** From now on products are offered to `other` first. It says whether it made one; the others are made here. */
export function offerTo(other: Gemm<boolean>): void {
  faster = other
}

/** Every matrix product of the library goes through here, with an `out` of zeros whose rows lie end to end. */
export const gemm: Gemm<void> = (n, d, m, a, b, out) => {
  if (!faster?.(n, d, m, a, b, out)) loops(n, d, m, a, b, out)
}

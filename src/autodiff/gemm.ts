import type { Data } from './tensor.ts'

/**
 * out (n×m) += a (n×d) · b (d×m): where the numbers of each begin, and how far apart its rows and its columns lie;
 * those of a row of `out` are neighbours. A factor is transposed by exchanging its two distances.
 */
export type Gemm<Result> = (
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
) => Result

/** The product by plain loops: for small matrices, and wherever no kernel has been offered. */
export const loops: Gemm<void> = (
  n,
  d,
  m,
  a,
  aStart,
  aRow,
  aColumn,
  b,
  bStart,
  bRow,
  bColumn,
  out,
  start,
  outRow,
) => {
  if (bColumn === 1 && d >= 4)
    for (let i = 0; i < n; i++)
      combination(d, m, a, aStart + i * aRow, aColumn, b, bStart, bRow, out, start + i * outRow)
  else
    for (let i = 0; i < n; i++)
      for (let j = 0; j < m; j++) {
        const at = start + i * outRow + j
        const row = aStart + i * aRow
        const column = bStart + j * bColumn
        let sum = out[at] as number // in range, like all below: k < d
        for (let k = 0; k < d; k++) sum += (a[row + k * aColumn] as number) * (b[column + k * bRow] as number)
        out[at] = sum
      }
}

let faster: Gemm<boolean> | undefined

/** From now on products are offered to `other` first. It says whether it made one; the others are made here. */
export function offerTo(other: Gemm<boolean>): void {
  faster = other
}

/** Every matrix product of the library goes through here, with an `out` of zeros and matrices without gaps. */
export const gemm: Gemm<void> = (...product) => {
  if (!faster?.(...product)) loops(...product)
}

/**
 * One row of the product as a combination of the rows of b, which lie side by side; four rows at a time, so
 * that each element of the result is read and written a quarter as often.
 */
function combination(
  d: number,
  m: number,
  a: Data,
  aAt: number,
  aStep: number,
  b: Data,
  bStart: number,
  bRow: number,
  out: Data,
  at: number,
): void {
  let k = 0
  for (; k + 4 <= d; k += 4) {
    const b0 = bStart + k * bRow
    const [b1, b2, b3] = [b0 + bRow, b0 + 2 * bRow, b0 + 3 * bRow]
    const f0 = a[aAt + k * aStep] as number // in range, like all below: k + 3 < d, column < m
    const f1 = a[aAt + (k + 1) * aStep] as number
    const f2 = a[aAt + (k + 2) * aStep] as number
    const f3 = a[aAt + (k + 3) * aStep] as number
    for (let column = 0; column < m; column++)
      out[at + column] =
        (out[at + column] as number) +
        f0 * (b[b0 + column] as number) +
        f1 * (b[b1 + column] as number) +
        f2 * (b[b2 + column] as number) +
        f3 * (b[b3 + column] as number)
  }
  for (; k < d; k++) {
    const factor = a[aAt + k * aStep] as number
    const row = bStart + k * bRow
    for (let column = 0; column < m; column++)
      out[at + column] = (out[at + column] as number) + factor * (b[row + column] as number)
  }
}

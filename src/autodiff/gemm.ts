import type { Data } from './tensor.ts'

/**
 * out (n×m, from `start` on) = a (n×d) · b (d×m), each factor read transposed where it says so, each from its
 * own start. Every matrix product of the library goes through here. `out` comes filled with zeros.
 */
export type Gemm<Result> = (
  n: number,
  d: number,
  m: number,
  a: Data,
  aStart: number,
  ta: boolean,
  b: Data,
  bStart: number,
  tb: boolean,
  out: Data,
  start: number,
) => Result

let faster: Gemm<boolean> | undefined

/** From now on products are offered to `other` first. It says whether it made one; the others are made here. */
export function offerTo(other: typeof faster): void {
  faster = other
}

export const gemm: Gemm<void> = (n, d, m, a, aStart, ta, b, bStart, tb, out, start) => {
  if (faster?.(n, d, m, a, aStart, ta, b, bStart, tb, out, start)) return
  const [aRow, aColumn] = ta ? [1, n] : [d, 1]
  const [bRow, bColumn] = tb ? [1, d] : [m, 1]
  strided(n, d, m, a, aStart, aRow, aColumn, b, bStart, bRow, bColumn, out, start, m)
}

/** out += a · b, the rows and columns of each lying so far apart; those of a row of `out` are neighbours. */
export function strided(
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
  for (let i = 0; i < n; i++) {
    const [aAt, at] = [aStart + i * aRow, start + i * outRow]
    if (bColumn === 1) combination(d, m, a, aAt, aColumn, b, bStart, bRow, out, at)
    else dots(d, m, a, aAt, aColumn, b, bStart, bRow, bColumn, out, at)
  }
}

/** One row of the product as dot products, where it is the columns of b that lie side by side. */
function dots(
  d: number,
  m: number,
  a: Data,
  aAt: number,
  aStep: number,
  b: Data,
  bStart: number,
  bStep: number,
  bColumn: number,
  out: Data,
  at: number,
): void {
  for (let column = 0; column < m; column++) {
    const bAt = bStart + column * bColumn
    let sum = 0 // below: in range, for k < d
    for (let k = 0; k < d; k++) sum += (a[aAt + k * aStep] as number) * (b[bAt + k * bStep] as number)
    out[at + column] = (out[at + column] as number) + sum
  }
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
    const [b0, b1, b2, b3] = [
      bStart + k * bRow,
      bStart + (k + 1) * bRow,
      bStart + (k + 2) * bRow,
      bStart + (k + 3) * bRow,
    ]
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

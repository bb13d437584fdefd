import type { Data } from './tensor.ts'

/**
 * out (n×m, from `start` on) = a (n×d) · b (d×m), each factor read transposed where it says so, each from its
 * own start. Every matrix product of the library goes through here. `out` comes filled with zeros.
 */
export function gemm(
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
): void {
  const [aRow, aColumn] = ta ? [1, n] : [d, 1]
  const row = tb ? dots : combination
  for (let i = 0; i < n; i++) row(d, m, a, aStart + i * aRow, aColumn, b, bStart, out, start + i * m)
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
  out: Data,
  at: number,
): void {
  for (let column = 0; column < m; column++) {
    const bAt = bStart + column * d
    let sum = 0
    for (let k = 0; k < d; k++) sum += (a[aAt + k * aStep] as number) * (b[bAt + k] as number) // in range: k < d
    out[at + column] = sum
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
  out: Data,
  at: number,
): void {
  let k = 0
  for (; k + 4 <= d; k += 4) {
    const [b0, b1, b2, b3] = [
      bStart + k * m,
      bStart + (k + 1) * m,
      bStart + (k + 2) * m,
      bStart + (k + 3) * m,
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
    const row = bStart + k * m
    for (let column = 0; column < m; column++)
      out[at + column] = (out[at + column] as number) + factor * (b[row + column] as number)
  }
}

import type { Data } from './tensor.ts'

/** One matrix of a product: where it starts in its data, and whether it is read transposed. */
export interface Operand {
  readonly data: Data
  readonly start: number
  readonly transposed: boolean
}

/**
 * out (n×m, from `start` on) = a (n×d) · b (d×m). Every matrix product of the library goes through here.
 */
export function gemm(
  n: number,
  d: number,
  m: number,
  a: Operand,
  b: Operand,
  out: Data,
  start: number,
): void {
  const [aRow, aColumn] = a.transposed ? [1, n] : [d, 1]
  for (let row = 0; row < n; row++) {
    const aStart = a.start + row * aRow
    const outStart = start + row * m
    if (b.transposed) dots(d, m, a.data, aStart, aColumn, b, out, outStart)
    else combination(d, m, a.data, aStart, aColumn, b, out, outStart)
  }
}

/** One row of the product as a combination of the rows of b, which lie side by side. */
function combination(
  d: number,
  m: number,
  a: Data,
  aStart: number,
  aColumn: number,
  b: Operand,
  out: Data,
  outStart: number,
): void {
  const bData = b.data
  for (let k = 0; k < d; k++) {
    const factor = a[aStart + k * aColumn] as number // in range: k < d
    const bStart = b.start + k * m
    for (let column = 0; column < m; column++)
      (out[outStart + column] as number) += factor * (bData[bStart + column] as number) // in range: column < m
  }
}

/** One row of the product as dot products, where it is the columns of b that lie side by side. */
function dots(
  d: number,
  m: number,
  a: Data,
  aStart: number,
  aColumn: number,
  b: Operand,
  out: Data,
  outStart: number,
): void {
  const bData = b.data
  for (let column = 0; column < m; column++) {
    const bStart = b.start + column * d
    let sum = 0
    for (let k = 0; k < d; k++) sum += (a[aStart + k * aColumn] as number) * (bData[bStart + k] as number) // in range: k < d
    out[outStart + column] = sum
  }
}

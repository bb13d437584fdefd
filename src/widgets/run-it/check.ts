import { matmul, nth, random, tensor, vjp, type Tensor } from '@/autodiff'
import { partOf } from './layer'
import type { Slice } from './slice'

/** How far entries of the kernel's answer are from those of the core, and how large these are. */
export type Checked = { count: number; error: number; largest: number }

/** So many indices below `length`, none twice, repeatable. */
function some(count: number, length: number, next: () => number): number[] {
  const found = new Set<number>()
  while (found.size < Math.min(count, length)) found.add(Math.floor(next() * length))
  return [...found]
}

const all = (length: number): number[] => Array.from({ length }, (_, k) => k)
const layer = (x: Tensor, w: Tensor) => matmul(x, w)
const double = (rows: number[][]) => tensor(rows, { dtype: 'float64' })

/**
 * Recomputes entries of y, ∂L/∂x and ∂L/∂w, eight rows by eight columns of each at places of a seed, by the core's
 * reverse mode in double precision. An entry of y needs a row of x and a column of w, all D of them; one of ∂L/∂x all
 * M columns; one of ∂L/∂w all N rows. So a thin part of the layer is a layer of its own, with these entries in it.
 */
export function check(slice: Slice, seed: number): Checked {
  const { sizes } = slice
  const { N, D, M } = sizes
  const next = random(seed)
  const [n, d, m] = [some(8, N, next), some(8, D, next), some(8, M, next)]
  const part = (rows: number[], inner: number[], columns: number[]) => {
    const [x, w] = [double(partOf('x', sizes, rows, inner)), double(partOf('w', sizes, inner, columns))]
    const [y, pullback] = vjp(layer, [x, w])
    const [dx, dw] = pullback(double(partOf('dy', sizes, rows, columns)))
    return { y, dx, dw }
  }
  const pairs = [
    [part(n, all(D), m).y, slice.entries('y', n, m)],
    [part(n, d, all(M)).dx, slice.entries('dx', n, d)],
    [part(all(N), d, m).dw, slice.entries('dw', d, m)],
  ] as const
  const result: Checked = { count: 0, error: 0, largest: 0 }
  for (const [right, found] of pairs)
    for (const [k, value] of found.flat().entries()) {
      const expected = nth(right.data, k)
      result.count++
      // An entry that is no number at all is as wrong as can be.
      const off = Math.abs(value - expected)
      result.error = Math.max(result.error, Number.isNaN(off) ? Infinity : off)
      result.largest = Math.max(result.largest, Math.abs(expected))
    }
  return result
}

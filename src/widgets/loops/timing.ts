import { nth, random, Tensor } from '@/autodiff'
import { quickest } from '@/figure/pure'
import { byLoops } from './byLoops'
import { byProducts } from './byProducts'

/** Who multiplies: loops written by hand, the core's loops behind its matrix products, or the kernel behind them. */
export const ways = ['loops', 'products', 'kernel'] as const
export type Way = (typeof ways)[number]

export type Timing = {
  milliseconds: number
  /** See `offBy`. */
  off: number
}

/** x, w and ∂L/∂y, all n×n, in single precision. */
export function given(n: number): { x: Float32Array; w: Float32Array; dy: Float32Array } {
  const filled = (seed: number) => {
    const next = random(seed)
    return Float32Array.from({ length: n * n }, () => next() - 0.5)
  }
  return { x: filled(1), w: filled(2), dy: filled(3) }
}

type Given = ReturnType<typeof given>
type Gradients = { dx: ArrayLike<number>; dw: ArrayLike<number> }

/** The largest difference of 64 entries from sums in double precision, as a part of the largest of these sums. */
export function offBy(n: number, { x, w, dy }: Given, { dx, dw }: Gradients): number {
  const at = (data: ArrayLike<number>, row: number, column: number) => nth(data, row * n + column)
  const sum = (term: (k: number) => number) => {
    let total = 0
    for (let k = 0; k < n; k++) total += term(k)
    return total
  }
  let [off, largest] = [0, 0]
  const see = (found: number, right: number) => {
    const difference = Math.abs(found - right)
    // An entry that is no number at all is as wrong as can be.
    off = Math.max(off, Number.isNaN(difference) ? Infinity : difference)
    largest = Math.max(largest, Math.abs(right))
  }
  const next = random(n)
  for (let k = 0; k < 32; k++) {
    const [i, j] = [Math.floor(next() * n), Math.floor(next() * n)]
    const [forX, forW] = [
      sum((m) => at(dy, i, m) * at(w, j, m)),
      sum((row) => at(x, row, i) * at(dy, row, j)),
    ]
    see(at(dx, i, j), forX)
    see(at(dw, i, j), forW)
  }
  return off / (largest || 1)
}

/** Both gradients of a layer with N = D = M = n, timed. The kernel multiplies once it is loaded, else the core's loops. */
export function timing(way: Way, n: number): Timing {
  const all = given(n)
  const { x, w, dy } = all
  const matrix = (data: Float32Array) => new Tensor(data, [n, n])
  const tensors = [matrix(x), matrix(w), matrix(dy)] as const
  const work = () => {
    if (way === 'loops') return byLoops(n, n, n, x, w, dy)
    const { dx, dw } = byProducts(...tensors)
    return { dx: dx.data, dw: dw.data }
  }
  const { milliseconds, result } = quickest(work)
  return { milliseconds, off: offBy(n, all, result) }
}

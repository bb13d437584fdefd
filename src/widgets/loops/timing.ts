import { nth, random, Tensor } from '@/autodiff'
import { quickest, type LayerLetters } from '@/figure/pure'
import { conventionOf, isTurned, type Owner } from '@/topics/letters/conventions'
import { byLoops as loopsOfColumns } from './byLoops.columns'
import { byLoops as loops } from './byLoops.handout'
import { byLoops as loopsOfNnLinear } from './byLoops.nnLinear'
import { byProducts as productsOfColumns } from './byProducts.columns'
import { byProducts as products } from './byProducts.handout'
import { byProducts as productsOfNnLinear } from './byProducts.nnLinear'

/** Who multiplies: loops written by hand, the core's loops behind its matrix products, or the kernel behind them. */
export const ways = ['loops', 'products', 'kernel'] as const
export type Way = (typeof ways)[number]

export type Timing = {
  milliseconds: number
  /** See `offBy`. */
  off: number
}

/** The programs as they stand in each spelling of the layer; what they call ∂L/∂W is ∂L/∂w. */
export const programs = {
  handout: { byLoops: loops, byProducts: products },
  'nn.Linear': { byLoops: loopsOfNnLinear, byProducts: productsOfNnLinear },
  columns: { byLoops: loopsOfColumns, byProducts: productsOfColumns },
} satisfies Record<LayerLetters, unknown>

/** x, w and ∂L/∂y, all n×n, in single precision, each as it lies in the spelling that is timed. */
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
export function offBy(
  n: number,
  { x, w, dy }: Given,
  { dx, dw }: Gradients,
  letters: LayerLetters = 'handout',
): number {
  const convention = conventionOf(letters)
  /** An entry by the place that it has in the handout's spelling. */
  const entry = (of: Owner) => {
    const turned = isTurned(convention, of)
    return (data: ArrayLike<number>, row: number, column: number) =>
      nth(data, turned ? column * n + row : row * n + column)
  }
  const [ofX, ofW, ofY] = [entry('x'), entry('w'), entry('y')]
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
      sum((m) => ofY(dy, i, m) * ofW(w, j, m)),
      sum((row) => ofX(x, row, i) * ofY(dy, row, j)),
    ]
    see(ofX(dx, i, j), forX)
    see(ofW(dw, i, j), forW)
  }
  return off / (largest || 1)
}

const numbersOf = (of: Float32Array | Tensor) => (of instanceof Tensor ? of.data : of)

/** Both gradients of a layer with N = D = M = n, timed. The kernel multiplies once it is loaded, else the core's loops. */
export function timing(way: Way, n: number, letters: LayerLetters = 'handout'): Timing {
  const all = given(n)
  const { x, w, dy } = all
  const matrix = (data: Float32Array) => new Tensor(data, [n, n])
  const tensors = [matrix(x), matrix(w), matrix(dy)] as const
  const work = () => {
    const { byLoops, byProducts } = programs[letters]
    const { dx, ...more } = way === 'loops' ? byLoops(n, n, n, x, w, dy) : byProducts(...tensors)
    const dw = 'dw' in more ? more.dw : more.dW
    return { dx: numbersOf(dx), dw: numbersOf(dw) }
  }
  const { milliseconds, result } = quickest(work)
  return { milliseconds, off: offBy(n, all, result, letters) }
}

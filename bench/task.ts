import { random } from '../src/autodiff/check/sample.ts'

/** The handout's linear layer, y = xw: forward, ∂L/∂x = (∂L/∂y)wᵀ and ∂L/∂w = xᵀ(∂L/∂y), in single precision. */
export const sizes = { n: 64, d: 4096, m: 4096 }
const { n, d, m } = sizes

/** Additions and multiplications of the three products. */
export const operations = 3 * 2 * n * d * m

function filled(length: number, seed: number): Float32Array<ArrayBuffer> {
  const next = random(seed)
  return Float32Array.from({ length }, () => next() - 0.5)
}
export const input = { x: filled(n * d, 1), w: filled(d * m, 2), g: filled(n * m, 3) }

export interface Result {
  readonly y: Float32Array
  readonly dx: Float32Array
  readonly dw: Float32Array
}

export interface Contender {
  readonly name: string
  /** The three products once; over when all are there. */
  run(): void | Promise<unknown>
  /** The same, with the numbers brought out, to see that all did the same work; missing where that is seen elsewhere. */
  result?(): Promise<Result>
}

/** The largest difference from sums in double precision, at places spread over all three results. */
export function difference({ y, dx, dw }: Result): number {
  const { x, w, g } = input
  const dot = (length: number, term: (k: number) => number) => {
    let sum = 0
    for (let k = 0; k < length; k++) sum += term(k)
    return sum
  }
  const at = (data: Float32Array, k: number) => data[k] ?? NaN
  let worst = 0
  const see = (found: number, right: number) => {
    worst = Math.max(worst, Number.isNaN(found) ? Infinity : Math.abs(found - right))
  }
  for (let t = 0; t < 300; t++) {
    const [i, p, j] = [(t * 37) % n, (t * 1013) % d, (t * 997) % m]
    see(
      at(y, i * m + j),
      dot(d, (k) => at(x, i * d + k) * at(w, k * m + j)),
    )
    see(
      at(dx, i * d + p),
      dot(m, (k) => at(g, i * m + k) * at(w, p * m + k)),
    )
    see(
      at(dw, p * m + j),
      dot(n, (k) => at(x, k * d + p) * at(g, k * m + j)),
    )
  }
  return worst
}

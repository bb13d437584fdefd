import { jacrev, matmul, random, reshape, Tensor } from '../src/autodiff/index.ts'
import { quickest } from '../src/figure/task/quickest.ts'

/** N of the layers N×64N · 64N×64N whose Jacobians are built. */
const sizes = [1, 2, 3, 4, 5, 6]

function filled(rows: number, columns: number, seed: number): Tensor {
  const next = random(seed)
  return new Tensor(
    Float32Array.from({ length: rows * columns }, () => next() - 0.5),
    [rows, columns],
  )
}

export interface Explicit {
  readonly N: number
  readonly milliseconds: number
  readonly bytes: number
}

/** ∂y/∂x of small layers, built and multiplied by ∂L/∂y, with the core's own loops at every size. */
export function explicit(): Explicit[] {
  return sizes.map((N) => {
    const D = 64 * N
    const [x, w, g] = [filled(N, D, 1), filled(D, D, 2), filled(N, D, 3)]
    const { milliseconds, result } = quickest(() => {
      const J = jacrev((at) => matmul(at, w))(x)
      matmul(reshape(g, [1, N * D]), reshape(J, [N * D, N * D]))
      return J
    }, 600)
    return { N, milliseconds, bytes: result.data.byteLength }
  })
}

/** The slope of a line through the points on logarithmic axes, by least squares. */
export function slope(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const)
  const [mx, my] = [0, 1].map((k) => logs.reduce((sum, point) => sum + (point[k] ?? 0), 0) / logs.length)
  let [top, bottom] = [0, 0]
  for (const [x, y] of logs) {
    top += (x - (mx ?? 0)) * (y - (my ?? 0))
    bottom += (x - (mx ?? 0)) ** 2
  }
  return top / bottom
}

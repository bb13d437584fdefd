import { jacrev, matmul, nth, reshape, Tensor } from '@/autodiff'
import { quickest } from '@/figure/pure'
import { fill, type Given, type Sizes } from './layer'

export type Explicit = {
  /** To build ∂y/∂x and multiply ∂L/∂y by it. */
  milliseconds: number
  /** What the Jacobian takes. */
  bytes: number
  /** The largest difference of ∂L/∂x from ∂L/∂y·wᵀ, and the largest entry of that. */
  difference: number
  largest: number
}

function given(name: Given, sizes: Sizes, rows: number, columns: number): Tensor {
  const data = new Float32Array(rows * columns)
  fill(name, sizes, [0, columns], data)
  return new Tensor(data, [rows, columns])
}

/** The explicit road to ∂L/∂x: builds the Jacobian ∂y/∂x, each entry of it, then contracts it with ∂L/∂y. */
export function explicit(sizes: Sizes): Explicit {
  const { N, D, M } = sizes
  const [x, w, dy] = [given('x', sizes, N, D), given('w', sizes, D, M), given('dy', sizes, N, M)]
  const build = () => {
    const J = jacrev((at) => matmul(at, w))(x)
    const dx = matmul(reshape(dy, [1, N * M]), reshape(J, [N * M, N * D]))
    return { J, dx }
  }
  const { result, milliseconds } = quickest(build, 300)
  const { J, dx } = result
  let [difference, largest] = [0, 0]
  for (let n = 0; n < N; n++)
    for (let d = 0; d < D; d++) {
      let short = 0
      for (let m = 0; m < M; m++) short += nth(dy.data, n * M + m) * nth(w.data, d * M + m)
      difference = Math.max(difference, Math.abs(short - nth(dx.data, n * D + d)))
      largest = Math.max(largest, Math.abs(short))
    }
  return { milliseconds, bytes: J.data.byteLength, difference, largest }
}

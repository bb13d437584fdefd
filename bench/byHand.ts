import { loops, type Strided } from '../src/autodiff/fast/gemm.ts'

const N = 32
const rows = (data: Float32Array, length: number): Strided => ({ data, start: 0, row: length, column: 1 })
const turned = ({ data, start, row, column }: Strided): Strided => ({ data, start, row: column, column: row })

/** out = a·b, by the core's tiles. */
function product(n: number, d: number, m: number, a: Strided, b: Strided, out: Strided): void {
  out.data.fill(0)
  loops(n, d, m, a, b, out)
}

/** Adds a bias to every row, and bends. */
function shift(data: Float32Array, bias: Float32Array, bent: boolean): void {
  for (let i = 0, k = 0; i < N; i++)
    for (let j = 0; j < bias.length; j++, k++) {
      const sum = (data[k] as number) + (bias[j] as number) // in range, like all here
      data[k] = bent ? Math.max(sum, 0) : sum
    }
}

function sumOfRows(data: Float32Array, out: Float32Array): void {
  out.fill(0)
  for (let i = 0, k = 0; i < N; i++)
    for (let j = 0; j < out.length; j++, k++) out[j] = (out[j] as number) + (data[k] as number)
}

/** Softmax with cross-entropy: from the scores of two classes to their gradient, in place. */
function slopes(z: Float32Array, target: Float32Array): void {
  for (let k = 0; k < z.length; k += 2) {
    const [a, b] = [z[k] as number, z[k + 1] as number]
    const share = 1 / (1 + Math.exp(b - a))
    z[k] = (share - (target[k] as number)) / N
    z[k + 1] = (1 - share - (target[k + 1] as number)) / N
  }
}

/**
 * The gradient of the network 2-16-16-2 as one would write it for this network alone, to be quick: the core's tiles,
 * a loop for each step, and no array made after the first call. What a library can reach without vectors.
 */
export function networkByHand(p: readonly Float32Array[], points: Float32Array, target: Float32Array) {
  const sizes = [2, 16, 16, 2]
  const layers = [0, 1, 2].map((k) => {
    const [d, m] = [sizes[k] as number, sizes[k + 1] as number]
    const [w, bias] = [p[2 * k] as Float32Array, p[2 * k + 1] as Float32Array]
    const room = (length: number) => new Float32Array(length)
    const [y, dw, dx] = [rows(room(N * m), m), rows(room(d * m), m), rows(room(N * d), d)]
    return { d, m, w: rows(w, m), bias, y, dw, dx, db: room(m) }
  })
  const forward = (): void => {
    let x = rows(points, 2)
    for (const { d, m, w, bias, y } of layers) {
      product(N, d, m, x, w, y)
      shift(y.data as Float32Array, bias, m === 16)
      x = y
    }
  }
  const back = (k: number, g: Strided): void => {
    const layer = layers[k]
    if (!layer) return
    const { d, m, w, dw, dx, db } = layer
    const x = layers[k - 1]?.y
    product(d, N, m, turned(x ?? rows(points, 2)), g, dw)
    sumOfRows(g.data as Float32Array, db)
    if (!x) return
    product(N, m, d, g, turned(w), dx)
    for (let i = 0; i < dx.data.length; i++) if ((x.data[i] as number) <= 0) dx.data[i] = 0
    back(k - 1, dx)
  }
  return (): number => {
    forward()
    const { y } = layers[2] as (typeof layers)[number]
    slopes(y.data as Float32Array, target)
    back(2, y)
    return layers[0]?.dw.data[0] ?? NaN
  }
}

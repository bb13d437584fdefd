/** Numbers at places that are in range, as all here are. */
const at = (data: Float32Array, k: number): number => data[k] as number

/** out (n×m) = a (n×d) · b (d×m), either read transposed. */
function times(
  n: number,
  d: number,
  m: number,
  a: Float32Array,
  ta: boolean,
  b: Float32Array,
  tb: boolean,
): Float32Array {
  const out = new Float32Array(n * m)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      let sum = 0
      for (let k = 0; k < d; k++) sum += at(a, ta ? k * n + i : i * d + k) * at(b, tb ? j * d + k : k * m + j)
      out[i * m + j] = sum
    }
  return out
}

/** What is computed is used, or a compiler might leave it out. */
const used = { sum: 0 }

/** y = xw, ∂L/∂x and ∂L/∂w for x 1×2 and w 2×3, as one would write them for this layer alone. */
export const layerLoops = (x: Float32Array, w: Float32Array, g: Float32Array) => (): number => {
  const y = times(1, 2, 3, x, false, w, false)
  const dx = times(1, 3, 2, g, false, w, true)
  const dw = times(2, 1, 3, x, true, g, false)
  used.sum += at(y, 0) + at(dw, 0)
  return at(dx, 0)
}

/** The gradient of the network 2-16-16-2 by hand, layer after layer and back. */
export function networkLoops(
  p: readonly Float32Array[],
  x: Float32Array,
  target: Float32Array,
): () => number {
  const [w1, b1, w2, b2, w3, b3] = p as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const N = 32
  const affine = (a: Float32Array, d: number, m: number, w: Float32Array, b: Float32Array, bent: boolean) => {
    const out = times(N, d, m, a, false, w, false)
    for (let k = 0; k < out.length; k++) {
      const sum = at(out, k) + at(b, k % m)
      out[k] = bent ? Math.max(0, sum) : sum
    }
    return out
  }
  const back = (g: Float32Array, input: Float32Array, d: number, m: number, w: Float32Array | undefined) => {
    const dw = times(d, N, m, input, true, g, false)
    const db = new Float32Array(m)
    for (let k = 0; k < g.length; k++) db[k % m] = at(db, k % m) + at(g, k)
    const dx = w && times(N, m, d, g, false, w, true)
    if (dx) for (let k = 0; k < dx.length; k++) if (at(input, k) <= 0) dx[k] = 0
    return { dw, db, dx }
  }
  return () => {
    const h1 = affine(x, 2, 16, w1, b1, true)
    const h2 = affine(h1, 16, 16, w2, b2, true)
    const z = affine(h2, 16, 2, w3, b3, false)
    for (let i = 0; i < N; i++) {
      const top = Math.max(at(z, 2 * i), at(z, 2 * i + 1))
      const [e0, e1] = [Math.exp(at(z, 2 * i) - top), Math.exp(at(z, 2 * i + 1) - top)]
      z[2 * i] = (e0 / (e0 + e1) - at(target, 2 * i)) / N
      z[2 * i + 1] = (e1 / (e0 + e1) - at(target, 2 * i + 1)) / N
    }
    const third = back(z, h2, 16, 2, w3)
    const second = back(third.dx ?? z, h1, 16, 16, w2)
    const first = back(second.dx ?? z, x, 2, 16, undefined)
    return at(first.dw, 0)
  }
}

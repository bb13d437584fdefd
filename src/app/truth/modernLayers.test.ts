import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  div,
  entryOf,
  grad,
  jacrev,
  logsumexp,
  matmul,
  mul,
  nth,
  random,
  reshape,
  softmax,
  sqrt,
  sub,
  sum,
  tensor,
  transpose,
  vjp,
  type Tensor,
} from '@/autodiff'
import { distance } from '@/autodiff/check/distance'
import { applied, evaluate } from '@/derive'
import { programOf } from '@/topics/programs/programs'
import { draw } from './draw'

// What the chapter of today's layers says in formulas and in code, recomputed. Each test is named by what it holds.

const chapter = readFileSync('content/08-modern-layers/index.mdx', 'utf8')
const table = (of: Tensor) => of.toArray() as number[][]
const length = fc.integer({ min: 2, max: 4 })
const everywhere = (holds: (seed: number, n: number, m: number, d: number, p: number) => void) =>
  fc.assert(
    fc.property(fc.integer({ min: 1 }), length, length, length, length, (...of) => {
      holds(...of)
    }),
    { numRuns: 40, seed: 1 },
  )
const rounding = 1e-9
const at = (name: string, inputs: Record<string, Tensor>, dy: Tensor) =>
  evaluate(programOf(name).text, inputs, dy)
const rows = { axis: 1, keepdims: true } as const

describe('a way around', () => {
  test('(1) the gradient is what arrives, and what f makes of it', () =>
    everywhere((seed, n, _, d) => {
      const [x, w, dy] = [draw(seed, [n, d]), draw(seed + 1, [d, d]), draw(seed + 2, [n, d])]
      const residual = at('residual', { x, w }, dy).value('dx')
      const plain = at('relu', { x, w }, dy).value('dx')
      expect(distance(sub(residual, dy), plain)).toBeLessThan(rounding)
    }))

  test('the figure’s caption: with weights of 0 the Jacobian is the identity', () =>
    everywhere((seed, n, _, d) => {
      const w = mul(0, draw(seed, [d, d]))
      const J = jacrev((x: Tensor) => applied(programOf('residual').text, { x, w }))(draw(seed + 1, [n, d]))
      table(reshape(J, [n * d, n * d])).forEach((row, i) =>
        row.forEach((value, j) => expect(value + 0).toBe(Number(i === j))),
      )
    }))
})

describe('layer norm', () => {
  const parts = (seed: number, n: number, d: number) => {
    const x = draw(seed, [n, d])
    const dy = draw(seed + 1, [n, d])
    const layer = at('plain-layer-norm', { x }, dy)
    return { x, dy, y: layer.value('y'), σ: layer.value('σ'), dx: layer.value('dx') }
  }

  test('(3) an entry of its Jacobian is (δ − 1/D − y y/D)/σ in a row, and 0 between rows', () =>
    everywhere((seed, n, _, d) => {
      const { x, y, σ } = parts(seed, n, d)
      const J = jacrev((moved: Tensor) => applied(programOf('plain-layer-norm').text, { x: moved }))(x)
      const flat = table(reshape(J, [n * d, n * d]))
      flat.forEach((line, i) =>
        line.forEach((rate, j) => {
          const [a, l, b, k] = [Math.floor(i / d), i % d, Math.floor(j / d), j % d]
          const yy = entryOf(table(y), a, l) * entryOf(table(y), b, k)
          const said = a === b ? (Number(l === k) - 1 / d - yy / d) / entryOf(table(σ), a, 0) : 0
          expect(rate).toBeCloseTo(said, 9)
        }),
      )
    }))

  test('(4) the gradient by two sums; each of its rows adds up to 0', () =>
    everywhere((seed, n, _, d) => {
      const { dy, y, σ, dx } = parts(seed, n, d)
      const mean = (of: Tensor) => div(sum(of, rows), d)
      expect(distance(dx, div(sub(sub(dy, mean(dy)), mul(y, mean(mul(y, dy)))), σ))).toBeLessThan(rounding)
      expect(distance(sum(dx, rows), mul(0, sum(dx, rows)))).toBeLessThan(rounding)
    }))

  test('stretching a row changes nothing but for ε: along the row, its mean taken away, the gradient is tiny', () =>
    everywhere((seed, n, _, d) => {
      const { x, dx } = parts(seed, n, d + 1)
      const spread = Math.max(...sum(mul(dx, sub(x, div(sum(x, rows), d + 1))), rows).data.map(Math.abs))
      expect(spread).toBeLessThan(0.05)
    }))

  test('on paper, (5, 5, 1, 1) with (1, 0, 0, 0) arriving gets (0.25, −0.25, 0, 0)', () => {
    const { dx, y, σ } = (() => {
      const layer = at('plain-layer-norm', { x: tensor([[5, 5, 1, 1]]) }, tensor([[1, 0, 0, 0]]))
      return { dx: layer.value('dx'), y: layer.value('y'), σ: layer.value('σ') }
    })()
    table(dx)[0]?.forEach((value, k) => expect(value).toBeCloseTo(nth([0.25, -0.25, 0, 0], k), 4))
    table(y)[0]?.forEach((value, k) => expect(value).toBeCloseTo(nth([1, 1, -1, -1], k), 4))
    expect(σ.item()).toBeCloseTo(2, 4)
  })

  test('RMS norm: r moves with an entry at rate y/D, and moving a row changes the output', () =>
    everywhere((seed, n, _, d) => {
      const x = draw(seed, [n, d])
      const r = (of: Tensor) => sqrt(div(sum(mul(of, of), rows), d))
      const norm = (of: Tensor) => div(of, r(of))
      expect(distance(grad((of: Tensor) => sum(r(of)))(x), div(norm(x), d))).toBeLessThan(rounding)
      const [y, pull] = vjp(norm, [x])
      const dy = draw(seed + 1, [n, d])
      expect(distance(pull(dy)[0], div(sub(dy, mul(y, div(sum(mul(y, dy), rows), d))), r(x)))).toBeLessThan(
        rounding,
      )
      expect(distance(norm(add(x, 1)), y)).toBeGreaterThan(1e-6)
    }))
})

describe('attention', () => {
  const head = (seed: number, n: number, m: number, d: number, p: number) => {
    const inputs = { Q: draw(seed, [n, d]), K: draw(seed + 1, [m, d]), V: draw(seed + 2, [m, p]) }
    const dy = draw(seed + 3, [n, p])
    const S = div(matmul(inputs.Q, transpose(inputs.K)), Math.sqrt(d))
    return { ...inputs, dy, S, A: softmax(S, { axis: 1 }), layer: at('attention', inputs, dy) }
  }

  test('(5) is the layer, and (7) its gradients', () =>
    everywhere((seed, n, m, d, p) => {
      const { Q, K, V, S, A, dy, layer } = head(seed, n, m, d, p)
      expect(distance(layer.value('y'), matmul(A, V))).toBeLessThan(rounding)
      expect(distance(layer.value('dV'), matmul(transpose(A), dy))).toBeLessThan(rounding)
      const dA = matmul(dy, transpose(V))
      const r = sum(mul(A, dA), rows)
      const dS = mul(A, sub(dA, r))
      expect(
        distance(vjp((of: Tensor) => matmul(softmax(of, { axis: 1 }), V), [S])[1](dy)[0], dS),
      ).toBeLessThan(rounding)
      expect(distance(layer.value('dQ'), div(matmul(dS, K), Math.sqrt(d)))).toBeLessThan(rounding)
      expect(distance(layer.value('dK'), div(matmul(transpose(dS), Q), Math.sqrt(d)))).toBeLessThan(rounding)
      expect(distance(r, sum(mul(dy, layer.value('y')), rows))).toBeLessThan(rounding)
    }))

  test('(6) an entry of the Jacobian by K is the weight, the pull toward the value, and the query', () =>
    everywhere((seed, n, m, d, p) => {
      const { Q, K, V, A, layer } = head(seed, n, m, d, p)
      const J = jacrev((of: Tensor) => applied(programOf('attention').text, { Q, K: of, V }))(K)
      const flat = table(reshape(J, [n * p, m * d]))
      flat.forEach((line, i) =>
        line.forEach((rate, j) => {
          const [a, k, b, l] = [Math.floor(i / p), i % p, Math.floor(j / d), j % d]
          const pull = entryOf(table(V), b, k) - entryOf(table(layer.value('y')), a, k)
          const said = (entryOf(table(A), a, b) * pull * entryOf(table(Q), a, l)) / Math.sqrt(d)
          expect(rate).toBeCloseTo(said, 9)
        }),
      )
    }))

  test('(8) the weights are made again from the scores and one number a row', () =>
    everywhere((seed, n, m, d, p) => {
      const { S, A } = head(seed, n, m, d, p)
      const kept = logsumexp(S, { axis: 1, keepdims: true })
      table(A).forEach((row, i) =>
        row.forEach((weight, j) => expect(Math.exp(entryOf(table(S), i, j) - entryOf(table(kept), i, 0))).toBeCloseTo(weight, 12)),
      )
    })) // prettier-ignore

  test('on paper, the output 5 moves at ±0.75 with the two scores', () => {
    const f = (S: Tensor) => matmul(softmax(S, { axis: 1 }), tensor([[8], [4]]))
    const S = tensor([[0, Math.log(3)]])
    expect(f(S).item()).toBeCloseTo(5, 12)
    const [[a = 0, b = 0] = []] = table(grad((of: Tensor) => sum(f(of)))(S))
    expect(a).toBeCloseTo(0.75, 12)
    expect(b).toBeCloseTo(-0.75, 12)
  })

  test('bytes: 32 MiB for Q, 32 GiB for the weights, 512 TiB for the Jacobian by K', () => {
    const [N, D, each] = [131_072n, 128n, 2n]
    expect(N * D * each).toBe(32n * 2n ** 20n)
    expect(N * N * each).toBe(32n * 2n ** 30n)
    expect(N * D * N * D * each).toBe(512n * 2n ** 40n)
    for (const text of ['131{,}072', '33{,}554{,}432', '34{,}359{,}738{,}368', '32 MiB', '32 GiB', '512 TiB'])
      expect(chapter).toContain(text)
  })

  test('a sum of D products of independent numbers of size 1 has size √D', () => {
    const next = random(3)
    const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    const D = 16
    const sums = Array.from({ length: 20_000 }, () => Array.from({ length: D }, () => normal() * normal()).reduce((a, b) => a + b, 0))
    const size = Math.sqrt(sums.reduce((a, b) => a + b * b, 0) / sums.length)
    expect(size / Math.sqrt(D)).toBeCloseTo(1, 1)
  }) // prettier-ignore
})

describe('embedding and convolution', () => {
  test('(9) a lookup is a product with one-hot rows, whose gradient adds each arriving row where its token says', () =>
    everywhere((seed, n, m, d) => {
      const ids = Array.from({ length: n }, (_, k) => (seed + k * k) % m)
      const t = tensor(ids.map((id) => Array.from({ length: m }, (_, v) => Number(v === id))))
      const [E, dy] = [draw(seed, [m, d]), draw(seed + 1, [n, d])]
      const layer = at('embedding', { t, E }, dy)
      table(layer.value('y')).forEach((row, k) => expect(row).toEqual(table(E)[nth(ids, k)]))
      const added = Array.from({ length: m }, () => Array.from({ length: d }, () => 0))
      ids.forEach((id, k) => table(dy)[k]?.forEach((value, j) => (nth(added, id)[j] = entryOf(added, id, j) + value)))
      expect(distance(layer.value('dE'), tensor(added))).toBeLessThan(rounding)
      expect(distance(layer.value('dE'), matmul(transpose(t), dy))).toBeLessThan(rounding)
    })) // prettier-ignore

  test('(10), (11), (12): a convolution and its gradients, as sums over places', () =>
    everywhere((seed, n, reach) => {
      const N = n + reach
      const [x, w] = [draw(seed, [N]), draw(seed + 1, [reach])]
      const dy = draw(seed + 2, [N - reach + 1])
      const layer = at('filter', { x, w }, dy)
      // Counted from 1, as the chapter does; what does not exist counts 0.
      const of = (values: Tensor, k: number) => values.data[k - 1] ?? NaN
      const some = (count: number, f: (k: number) => number) =>
        Array.from({ length: count }, (_, k) => f(k + 1)).reduce((a, b) => a + b, 0)
      layer.value('y').data.forEach((value, k) =>
        expect(value).toBeCloseTo(
          some(reach, (r) => of(w, r) * of(x, k + 1 + r - 1)),
          10,
        ),
      )
      layer.value('dw').data.forEach((value, k) =>
        expect(value).toBeCloseTo(
          some(dy.size, (place) => of(dy, place) * of(x, place + k + 1 - 1)),
          10,
        ),
      )
      layer.value('dx').data.forEach((value, k) => {
        const term = (place: number) => {
          const weight = k + 1 - place + 1
          return weight < 1 || weight > reach ? 0 : of(dy, place) * of(w, weight)
        }
        expect(value).toBeCloseTo(some(dy.size, term), 10)
      })
    }))

  test('by hand: of three weights the second gets −7, the first 13 and the third 6', () => {
    const layer = at('filter', { x: tensor([2, -1, 3, 0, 1]), w: tensor([0.5, -1, 2]) }, tensor([1, -2, 3]))
    expect([...layer.value('dw').data]).toEqual([13, -7, 6])
    expect(chapter).toMatch(/answer=\{-7\}[^]*?is: 13[^]*?is: 6/)
  })
})

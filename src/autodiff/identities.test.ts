import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  checkGrads,
  exp,
  grad,
  hessian,
  hvp,
  jacfwd,
  jacrev,
  jvp,
  logSoftmax,
  matmul,
  mul,
  random,
  reshape,
  sin,
  sub,
  sum,
  tanh,
  tensor,
  vjp,
  type Tensor,
  type TensorLike,
} from './index.ts'

const draw = (seed: number, shape: readonly number[]): Tensor => {
  const next = random(seed)
  const size = shape.reduce((a, b) => a * b, 1)
  return reshape(
    Array.from({ length: size }, () => 2 * next() - 1),
    shape,
  )
}
const near = (a: TensorLike, b: TensorLike, digits = 10): void => {
  const [left, right] = [tensor(a), tensor(b)]
  expect(left.shape).toEqual(right.shape)
  for (const [k, value] of left.data.entries()) expect(value).toBeCloseTo(right.data[k] ?? NaN, digits)
}
const length = fc.integer({ min: 0, max: 3 })
const always = (name: string, holds: (seed: number, n: number, d: number, m: number) => void): void =>
  test(name, () => fc.assert(fc.property(fc.integer(), length, length, length, holds), { numRuns: 30 }))

/** A map of matrices (n×d) → (n×m) with nothing special about it. */
const layer =
  (seed: number, d: number, m: number) =>
  (x: Tensor): Tensor =>
    logSoftmax(tanh(matmul(sin(x), draw(seed, [d, m]))))

describe('for every function', () => {
  always('jacfwd = jacrev, with the axes of y before those of x', (seed, n, d, m) => {
    const [f, x] = [layer(seed, d, m), draw(seed + 1, [n, d])]
    expect(jacfwd(f)(x).shape).toEqual([n, m, n, d])
    near(jacfwd(f)(x), jacrev(f)(x))
  })
  always('⟨ȳ, Jẋ⟩ = ⟨Jᵀȳ, ẋ⟩', (seed, n, d, m) => {
    const [f, x, move, pull] = [
      layer(seed, d, m),
      draw(seed + 1, [n, d]),
      draw(seed + 2, [n, d]),
      draw(seed + 3, [n, m]),
    ]
    near(sum(mul(pull, jvp(f, [x], [move])[1])), sum(mul(vjp(f, [x])[1](pull)[0] ?? 0, move)))
  })
  always('a pullback is linear', (seed, n, d, m) => {
    const [, back] = vjp<[Tensor], Tensor>(layer(seed, d, m), [draw(seed + 1, [n, d])])
    const [a, b] = [draw(seed + 2, [n, m]), draw(seed + 3, [n, m])]
    near(back(add(mul(3, a), b))[0], add(mul(3, back(a)[0]), back(b)[0]))
  })
  always('the Jacobian of a composition is the product of the Jacobians', (seed, n, d, m) => {
    const [f, g, x] = [layer(seed, d, m), layer(seed + 5, m, 2), draw(seed + 1, [n, d])]
    const flat = (jac: Tensor, rows: number): Tensor => reshape(jac, [rows, jac.size && jac.size / rows])
    const [jf, jg, both] = [jacrev(f)(x), jacrev(g)(f(x)), jacrev((v) => g(f(v)))(x)]
    const [size, inner] = [n * 2, n * m]
    if (n * d * m > 0) near(flat(both, size), matmul(flat(jg, size), flat(jf, inner)))
  })
  always('second derivatives do not depend on their order, nor on the mode', (seed, n) => {
    const f = (x: Tensor): Tensor => sum(exp(mul(sin(x), matmul(draw(seed, [n, n]), x))))
    const x = draw(seed + 1, [n])
    const h = hessian(f)(x)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) expect(h.data[i * n + j]).toBeCloseTo(h.data[j * n + i] ?? NaN, 9)
    near(jacrev(grad(f))(x), h, 9)
    near(jacrev(jacfwd(f))(x), h, 9)
    near(jacfwd(jacfwd(f))(x), h, 9)
    const v = draw(seed + 2, [n])
    near(hvp(f, [x], [v])[0], matmul(h, v), 9)
  })
})

test('derivatives nest to fifth order', () => {
  let f = (x: Tensor): Tensor => mul(exp(mul(2, x)), sin(x))
  const orders = [1, 2, 3, 4, 5].map((k) => {
    const before = f
    f = k % 2 ? grad(before) : (x) => jvp(before, [x], [1])[1]
    return f(tensor(0)).item()
  })
  // The k-th derivative at 0 is the imaginary part of (2 + i)ᵏ.
  expect(orders.map(Math.round)).toEqual([1, 4, 11, 24, 41])
})

describe('checkGrads', () => {
  test('agrees with a right rule in six ways', () => {
    const report = checkGrads(
      (x: Tensor, w: Tensor) => sum(tanh(matmul(x, w))),
      [
        [[1, 2]],
        [
          [1, -1],
          [0.5, 2],
        ],
      ],
    )
    expect(report.ok).toBe(true)
    expect(report.checks.map(({ modes }) => modes)).toEqual([
      'forward',
      'reverse',
      'forward of forward',
      'reverse of forward',
      'forward of reverse',
      'reverse of reverse',
    ])
  })
  test('catches a function whose derivative is hidden from it', () => {
    const wrong = (x: Tensor): Tensor => sub(mul(x, x), tensor(x.item() ** 2 / 2))
    const report = checkGrads(wrong, [3])
    expect(report.ok).toBe(false)
    expect(report.worst).toBeGreaterThan(1000)
  })
  test('reports NaN as a failure', () => {
    const report = checkGrads((x: Tensor) => mul(x, NaN), [3], { order: 1 })
    expect([report.ok, report.worst]).toEqual([false, Infinity])
  })
})

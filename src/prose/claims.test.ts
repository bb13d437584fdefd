import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  grad,
  jacrev,
  jvp,
  logSoftmax,
  matmul,
  mul,
  neg,
  primitives,
  random,
  relu,
  reshape,
  sin,
  softmax,
  sub,
  sum,
  tanh,
  transpose,
  vjp,
  type Tensor,
} from '@/autodiff'
import { distance } from '@/autodiff/check/distance'
import { record } from '@/autodiff/core/reverse'

// What the chapters say in words, recomputed where it can be. Each test is named by the sentence that it holds.

const draw = (seed: number, shape: readonly number[]): Tensor => {
  const next = random(seed)
  const size = shape.reduce((a, b) => a * b, 1)
  return reshape(
    Array.from({ length: size }, () => 2 * next() - 1),
    shape,
  )
}
const rounding = 1e-9
const size = fc.integer({ min: 1, max: 4 })
const everywhere = (holds: (seed: number, n: number, d: number, m: number) => void) =>
  fc.assert(fc.property(fc.integer(), size, size, size, holds), { numRuns: 60, seed: 1 })

/** The change of a loss that weighs every entry of y by c, by each entry of x. */
const gradient = (f: (x: Tensor) => Tensor, x: Tensor, c: Tensor) =>
  grad((at: Tensor) => sum(mul(c, f(at))))(x)
const bent = (x: Tensor) => sin(add(x, mul(x, x)))

/** What f misses of its linear prediction from x, one number each. */
const remainder = (f: (x: number) => number, slope: number, x: number, dx: number) =>
  f(x + dx) - f(x) - slope * dx

describe('chapter 1', () => {
  test('where f has a second derivative, remainder divided by the square of the nudge tends to half of it', () => {
    const coefficient = fc.double({ min: -3, max: 3, noNaN: true })
    fc.assert(
      fc.property(coefficient, coefficient, coefficient, coefficient, (a, b, c, x) => {
        const f = (at: number) => a * at + b * at ** 2 + c * at ** 3
        const slope = a + 2 * b * x + 3 * c * x ** 2
        expect(remainder(f, slope, x, 1e-3) / 1e-6).toBeCloseTo(b + 3 * c * x, 1)
      }),
      { seed: 1 },
    )
  })

  test('of |x| to the power 1.5 at 0, each halving leaves about 0.35 of the remainder', () => {
    const f = (x: number) => Math.abs(x) ** 1.5
    expect(remainder(f, 0, 0, 0.05) / remainder(f, 0, 0, 0.1)).toBeCloseTo(0.35, 2)
  })

  test('the root of a square is a kink, and the square of |x| has the rate 0', () => {
    const quotient = (f: (x: number) => number, h: number) => (f(h) - f(0)) / h
    const root = (x: number) => Math.sqrt(x ** 2)
    expect([quotient(root, 1e-9), quotient(root, -1e-9)]).toEqual([1, -1])
    expect(Math.abs(quotient((x) => Math.abs(x) ** 2, 1e-9))).toBeLessThan(1e-8)
  })

  test('a hundred links of rate 0.99 leave more than a third, of 1.1 make more than ten thousand', () => {
    expect(0.99 ** 100).toBeGreaterThan(1 / 3)
    expect(0.99 ** 100).toBeLessThan(0.4)
    expect(1.1 ** 100).toBeGreaterThan(10_000)
  })
})

describe('chapters 2 and 3', () => {
  test('the gradient as a vector and as a row predict the same number', () =>
    everywhere((seed, n) => {
      const [x, nudge] = [draw(seed, [n]), draw(seed + 1, [n])]
      const f = (at: Tensor) => sum(mul(bent(at), draw(seed + 2, [n])))
      const row = jacrev((at: Tensor) => reshape(f(at), [1]))(x)
      expect(row.shape).toEqual([1, n])
      expect(
        distance(reshape(matmul(row, reshape(nudge, [n, 1])), []), sum(mul(grad(f)(x), nudge))),
      ).toBeLessThan(rounding)
    }))

  test('where f has a gradient, the printed quotient tends to g · u, which changes with the direction', () =>
    everywhere((seed) => {
      const x = draw(seed, [2])
      const f = (at: Tensor) => sum(bent(at))
      const g = grad(f)(x)
      const quotient = (angle: number) => {
        const u = reshape([Math.cos(angle), Math.sin(angle)], [2])
        const tends = (f(add(x, mul(1e-6, u))).item() - f(x).item()) / 1e-6
        expect(tends).toBeCloseTo(sum(mul(g, u)).item(), 3)
        return tends
      }
      expect(quotient(1)).toBeCloseTo(-quotient(1 + Math.PI), 3)
    }))

  test('what the Jacobian misses is small beside the nudge, and no other matrix does that', () =>
    everywhere((seed, n, _, m) => {
      const [x, w, step] = [draw(seed, [n]), draw(seed + 1, [n, m]), draw(seed + 2, [n])]
      const f = (at: Tensor) => reshape(sin(matmul(reshape(bent(at), [1, n]), w)), [m])
      const J = jacrev(f)(x)
      const misses = (matrix: Tensor, h: number) => {
        const predicted = reshape(matmul(matrix, reshape(mul(h, step), [n, 1])), [m])
        const gap = sub(sub(f(add(x, mul(h, step))), f(x)), predicted)
        return Math.sqrt(sum(mul(gap, gap)).item()) / (h * Math.sqrt(sum(mul(step, step)).item()))
      }
      expect(misses(J, 1e-6)).toBeLessThan(1e-3)
      const spoilt = add(J, mul(reshape(step, [1, n]), 1))
      const norm = Math.sqrt(sum(mul(step, step)).item())
      expect(misses(spoilt, 1e-6)).toBeGreaterThan(0.9 * norm)
    }))
})

describe('chapter 4', () => {
  const share = (J: Tensor) => J.data.filter((entry) => entry !== 0).length / J.size

  test('of the matrix product by x, one entry in N is not zero, whatever D and M are', () =>
    everywhere((seed, n, d, m) => {
      const w = draw(seed, [d, m])
      expect(share(jacrev((x: Tensor) => matmul(x, w))(draw(seed + 1, [n, d])))).toBeCloseTo(1 / n)
    }))

  test('an elementwise function has one rate that is not zero for each entry of x', () =>
    everywhere((seed, n, d) => {
      expect(share(jacrev((x: Tensor) => tanh(x))(draw(seed, [n, d])))).toBeCloseTo(1 / (n * d))
    }))
})

describe('chapters 5 and 7', () => {
  test('a value that is used twice gathers the sum of the gradients of its uses', () =>
    everywhere((seed, n, d, m) => {
      const [x, w, c] = [draw(seed, [n, d]), draw(seed + 1, [d, m]), draw(seed + 2, [n, m])]
      const uses = (u: Tensor, v: Tensor) => sum(mul(c, mul(matmul(u, w), sin(matmul(v, w)))))
      const [byU, byV] = vjp(uses, [x, x])[1](1)
      expect(distance(grad((at: Tensor) => uses(at, at))(x), add(byU, byV))).toBeLessThan(rounding)
    }))

  test('a layer with a way around it hands back ∂L/∂y and what f makes of it', () =>
    everywhere((seed, n, d) => {
      const [x, c] = [draw(seed, [n, d]), draw(seed + 1, [n, d])]
      expect(
        distance(
          gradient((at) => add(at, bent(at)), x, c),
          add(c, gradient(bent, x, c)),
        ),
      ).toBeLessThan(rounding)
    }))

  test('with weights kept as M × D, it is ∂L/∂x = ∂L/∂y · w that has no transpose in it', () =>
    everywhere((seed, n, d, m) => {
      const [x, w, c] = [draw(seed, [n, d]), draw(seed + 1, [m, d]), draw(seed + 2, [n, m])]
      expect(
        distance(
          gradient((at) => matmul(at, transpose(w)), x, c),
          matmul(c, w),
        ),
      ).toBeLessThan(rounding)
      expect(
        distance(
          gradient((at) => matmul(x, transpose(at)), w, c),
          matmul(transpose(c), x),
        ),
      ).toBeLessThan(rounding)
    }))

  test('with one-hot rows t, cross-entropy is −∑ t x + log ∑ eˣ, and moves at p − t', () =>
    everywhere((seed, n, d) => {
      const x = draw(seed, [n, d])
      const right = Array.from({ length: n }, (_, row) => Math.abs(seed + row) % d)
      const t = reshape(
        right.flatMap((one) => Array.from({ length: d }, (_, k) => Number(k === one))),
        [n, d],
      )
      const loss = (at: Tensor) => neg(sum(mul(t, logSoftmax(at)), { axis: 1 }))
      expect(distance(grad((at: Tensor) => sum(loss(at)))(x), sub(softmax(x), t))).toBeLessThan(rounding)
    }))

  test('a sum keeps none of its numbers, ReLU only which entries were positive', () =>
    everywhere((seed, n, d) => {
      const [x, c] = [draw(seed, [n, d]), draw(seed + 1, [n, d])]
      expect(distance(gradient(relu, x, c), gradient(relu, mul(3, x), c))).toBeLessThan(rounding)
      expect(distance(grad((at: Tensor) => sum(at))(x), grad((at: Tensor) => sum(at))(c))).toBeLessThan(
        rounding,
      )
    }))
})

describe('the chapter on the engine', () => {
  test('a product of pairs is the pair of the product and its rate', () =>
    everywhere((seed) => {
      const [a, da, b, db] = draw(seed, [4]).data as unknown as [number, number, number, number]
      const [y, rate] = jvp(mul, [a, b], [da, db])
      expect(y.item()).toBeCloseTo(a * b, 12)
      expect(rate.item()).toBeCloseTo(da * b + a * db, 12)
      const cube = (x: Tensor) => mul(mul(x, x), x)
      expect(jvp(cube, [2], [1]).map((each) => each.item())).toEqual([8, 12])
      expect(jvp((x: Tensor) => mul(x, x), [3], [1]).map((each) => each.item())).toEqual([9, 6])
    }))

  test('there are more than fifty ops, and each has two rules', () => {
    expect(primitives.size).toBeGreaterThan(50)
    for (const { jvp: forward, vjp: back } of primitives.values())
      expect([typeof forward, typeof back]).toEqual(['function', 'function'])
  })

  test('x · sin(w · x) takes five lines of tape, x twice on one', () => {
    const { tape } = record<[Tensor, Tensor], Tensor>((x, w) => mul(x, sin(mul(w, x))), [1.5, 0.8])
    expect(tape.nodes).toHaveLength(5)
    expect(tape.nodes.flatMap(({ made }) => made?.sources ?? []).filter((id) => id === 0)).toHaveLength(2)
  })

  test('a tape can be walked again, from another start', () =>
    everywhere((seed, n) => {
      const x = draw(seed, [n])
      const [y, pullback] = vjp(bent, [x])
      const [one, two] = [draw(seed + 1, y.shape), draw(seed + 2, y.shape)]
      const before = pullback(one)[0]
      pullback(two)
      expect(distance(pullback(one)[0], before)).toBe(0)
    }))

  test('the Jacobian of softmax is its own transpose, that of a matrix product is not', () =>
    everywhere((seed, n) => {
      const J = jacrev((at: Tensor) => softmax(at))(draw(seed, [n + 1]))
      expect(distance(transpose(J), J)).toBeLessThan(rounding)
      const w = draw(seed + 1, [n + 1, n + 1])
      const byX = reshape(jacrev((at: Tensor) => matmul(at, w))(draw(seed, [1, n + 1])), [n + 1, n + 1])
      expect(distance(transpose(byX), byX)).toBeGreaterThan(rounding)
    }))

  test('ȳ · (J ẋ) = (ȳ J) · ẋ, for any two directions', () =>
    everywhere((seed, n, d, m) => {
      const [x, w] = [draw(seed, [n, d]), draw(seed + 1, [d, m])]
      const f = (at: Tensor) => sin(matmul(bent(at), w))
      const [move, pull] = [draw(seed + 2, [n, d]), draw(seed + 3, [n, m])]
      const pushed = jvp(f, [x], [move])[1]
      const [pulled] = vjp(f, [x])[1](pull)
      expect(distance(sum(mul(pull, pushed)), sum(mul(pulled, move)))).toBeLessThan(rounding)
    }))
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance } from '../check/distance.ts'
import {
  add,
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
  sum,
  tanh,
  tensor,
  transpose,
  vjp,
  type Tensor,
  type TensorLike,
} from '../index.ts'
import { sameShape } from './shape.ts'

const draw = (seed: number, shape: readonly number[]): Tensor => {
  const next = random(seed)
  const size = shape.reduce((a, b) => a * b, 1)
  return reshape(
    Array.from({ length: size }, () => 2 * next() - 1),
    shape,
  )
}
const near = (a: TensorLike | undefined, b: TensorLike | undefined): boolean => distance(a, b) < 1e-9
const length = fc.integer({ min: 0, max: 3 })
/** Sizes and a seed for which something does not hold. */
const exception = (holds: (seed: number, n: number, d: number, m: number) => boolean): unknown =>
  fc.check(fc.property(fc.integer(), length, length, length, holds), { numRuns: 30 }).counterexample

/** A map of matrices (n×d) → (n×m) with nothing special about it. */
const layer =
  (seed: number, d: number, m: number) =>
  (x: Tensor): Tensor =>
    logSoftmax(tanh(matmul(sin(x), draw(seed, [d, m]))))

describe('for every function', () => {
  test('jacfwd = jacrev, with the axes of y before those of x', () => {
    const holds = (seed: number, n: number, d: number, m: number): boolean => {
      const [f, x] = [layer(seed, d, m), draw(seed + 1, [n, d])]
      return sameShape(jacfwd(f)(x).shape, [n, m, n, d]) && near(jacfwd(f)(x), jacrev(f)(x))
    }
    expect(exception(holds)).toBeNull()
  })
  test('⟨ȳ, Jẋ⟩ = ⟨Jᵀȳ, ẋ⟩', () => {
    const holds = (seed: number, n: number, d: number, m: number): boolean => {
      const [f, x, move] = [layer(seed, d, m), draw(seed + 1, [n, d]), draw(seed + 2, [n, d])]
      const pull = draw(seed + 3, [n, m])
      const [back] = vjp<[Tensor], Tensor>(f, [x])[1](pull)
      return near(sum(mul(pull, jvp(f, [x], [move])[1])), sum(mul(back, move)))
    }
    expect(exception(holds)).toBeNull()
  })
  test('a pullback is linear', () => {
    const holds = (seed: number, n: number, d: number, m: number): boolean => {
      const [, back] = vjp<[Tensor], Tensor>(layer(seed, d, m), [draw(seed + 1, [n, d])])
      const [a, b] = [draw(seed + 2, [n, m]), draw(seed + 3, [n, m])]
      return near(back(add(mul(3, a), b))[0], add(mul(3, back(a)[0]), back(b)[0]))
    }
    expect(exception(holds)).toBeNull()
  })
  test('the Jacobian of a composition is the product of the Jacobians', () => {
    const holds = (seed: number, n: number, d: number, m: number): boolean => {
      const [f, g, x] = [layer(seed, d, m), layer(seed + 5, m, 2), draw(seed + 1, [n, d])]
      const [jf, jg, both] = [jacrev(f)(x), jacrev(g)(f(x)), jacrev((v) => g(f(v)))(x)]
      const product = matmul(reshape(jg, [n * 2, n * m]), reshape(jf, [n * m, n * d]))
      return near(reshape(both, [n * 2, n * d]), product)
    }
    expect(exception(holds)).toBeNull()
  })
  test('second derivatives do not depend on their order, nor on the mode', () => {
    const holds = (seed: number, n: number): boolean => {
      const f = (x: Tensor): Tensor => sum(exp(mul(sin(x), matmul(draw(seed, [n, n]), x))))
      const [x, v] = [draw(seed + 1, [n]), draw(seed + 2, [n])]
      const h = hessian(f)(x)
      const others = [transpose(h), jacrev(grad(f))(x), jacrev(jacfwd(f))(x), jacfwd(jacfwd(f))(x)]
      return others.every((other) => near(other, h)) && near(hvp(f, [x], [v])[0], matmul(h, v))
    }
    expect(exception(holds)).toBeNull()
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

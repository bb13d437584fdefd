import { nth } from './entry.ts'
import { describe, expect, test } from 'vitest'
import {
  add,
  forwardSteps,
  grad,
  hessian,
  hvp,
  jacfwd,
  jacrev,
  jvp,
  matmul,
  mul,
  reverseSteps,
  ShapeError,
  sum,
  tensor,
  trace,
  valueAndGrad,
  vjp,
  type Tensor,
} from '../index.ts'

const x = [[1, 2]]
const w = [
  [1.2, 0.4, -0.7],
  [-0.3, 0.9, 1.5],
]

describe('the layer y = xw', () => {
  test('sends ∂L/∂y · wᵀ to x and xᵀ · ∂L/∂y to w', () => {
    const [y, pullback] = vjp(matmul, [x, w])
    expect(y.toArray()).toEqual([[0.6, 2.2, 2.3]])
    const [dx, dw] = pullback([[0.5, -1, 2]]) as [Tensor, Tensor]
    expect(dx.toArray()).toEqual(
      matmul(
        [[0.5, -1, 2]],
        [
          [1.2, -0.3],
          [0.4, 0.9],
          [-0.7, 1.5],
        ],
      ).toArray(),
    )
    expect(dw.toArray()).toEqual([
      [0.5, -1, 2],
      [1, -2, 4],
    ])
  })
  test('has a Jacobian with both groups of axes, the same by either mode', () => {
    const [forward, reverse] = [jacfwd(matmul, 1)(x, w), jacrev(matmul, 1)(x, w)]
    expect(forward.shape).toEqual([1, 3, 2, 3])
    expect(forward.toArray()).toEqual(reverse.toArray())
  })
})

test('several argnums give several gradients', () => {
  const loss = (a: Tensor, b: Tensor) => sum(matmul(a, b))
  const [value, [dx, dw]] = valueAndGrad(loss, [0, 1])(x, w)
  expect(value.item()).toBeCloseTo(5.1)
  expect([dx.shape, dw.shape]).toEqual([
    [1, 2],
    [2, 3],
  ])
  expect(grad(loss, 1)(x, w).toArray()).toEqual(dw.toArray())
})

test('a function of records has a gradient of the same structure', () => {
  const f = ({ a, b }: { a: Tensor; b: Tensor[] }) => sum(add(mul(a, a), nth(b, 1)))
  const g = grad(f)({ a: [1, 2], b: [tensor(3), tensor(4)] })
  expect(g.a.toArray()).toEqual([2, 4])
  expect(g.b.map((t) => t.item())).toEqual([0, 2])
})

test('hessian and hvp agree', () => {
  const f = (v: Tensor) => sum(mul(mul(v, v), v))
  expect(hessian(f)([1, 2]).toArray()).toEqual([
    [6, 0],
    [0, 12],
  ])
  expect(hvp(f, [[1, 2]], [[1, 1]])[0].toArray()).toEqual([6, 12])
})

test('a nested derivative does not confuse its perturbations', () => {
  const f = (a: Tensor) => mul(a, grad((b: Tensor) => add(a, b))(1))
  expect(grad(f)(3).item()).toBe(1)
  expect(jvp(f, [3], [1])[1].item()).toBe(1)
  const g = (a: Tensor) => mul(a, jvp((b: Tensor) => add(a, b), [1], [1])[1])
  expect(grad(g)(3).item()).toBe(1)
  expect(jvp(g, [3], [1])[1].item()).toBe(1)
})

test('a chain of 100,000 steps does not overflow the stack, in any mode', () => {
  const f = (a: Tensor) => {
    let y = a
    for (let k = 0; k < 100_000; k++) y = add(y, a)
    return y
  }
  expect(grad(f)(1).item()).toBe(100_001)
  expect(jvp(f, [1], [1])[1].item()).toBe(100_001)
  const graph = trace(f, [1])
  expect(
    forwardSteps(graph, { tangents: [1] })
      .at(-1)
      ?.tangent?.item(),
  ).toBe(100_001)
  expect(reverseSteps(graph).at(-1)?.arrives.item()).toBe(100_001)
})

test('an argument is counted from either end, and one that is not there is named', () => {
  expect(grad((a: Tensor, b: Tensor) => matmul(a, b), -1 as 1)([1, 2], [3, 4]).toArray()).toEqual([1, 2])
  expect(jacfwd(matmul, -2)([1, 2], [3, 4]).toArray()).toEqual([3, 4])
  const one = (a: Tensor) => sum(a)
  for (const wrong of [grad(one, 1 as 0), jacrev(one, 1), jacfwd(one, -2)])
    expect(() => wrong([1, 2])).toThrow(/there is no argument (1|-2), with 1 given/)
})

test('shapes that clash are named', () => {
  expect(() => matmul([[1, 2, 3]], [[1], [2]])).toThrow('matmul: (1×3)·(2×1): 3 ≠ 2')
  expect(() =>
    add(
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
      [
        [1, 2, 3, 4],
        [1, 2, 3, 4],
      ],
    ),
  ).toThrow('add: (2×3) and (2×4): axis 1: 3 ≠ 4')
  expect(() => matmul(1, x)).toThrow(ShapeError)
  expect(() => tensor([[1, 2], [3]])).toThrow(
    'tensor: ragged: values[1] has length 1 where length 2 is wanted',
  )
})

import { nth } from './entry.ts'
import { describe, expect, test } from 'vitest'
import * as ad from '../index.ts'
import {
  grad,
  jacfwd,
  jacrev,
  jvp,
  tensor,
  vjp,
  type NestedNumbers,
  type Tensor,
  type TensorLike,
} from '../index.ts'

const slope = (f: (x: Tensor) => Tensor, x: number): number => grad(f)(x).item()

describe('far out, values and slopes of both orders stay right', () => {
  test.each<[string, (x: Tensor) => Tensor, number, number, number]>([
    ['sigmoid', ad.sigmoid, 1000, 1, 0],
    ['sigmoid', ad.sigmoid, -1000, 0, 0],
    ['softplus', ad.softplus, 1000, 1000, 1],
    ['softplus', ad.softplus, -1000, 0, 0],
    ['tanh', ad.tanh, 1000, 1, 0],
    ['tanh', ad.tanh, -1000, -1, 0],
    ['relu', ad.relu, -1000, 0, 0],
  ])('%s', (_, f, x, value, first) => {
    expect(f(tensor(x)).item()).toBe(value)
    expect(slope(f, x)).toBe(first)
    expect(jvp(f, [x], [1])[1].item()).toBe(first)
    expect(Math.abs(slope(grad(f), x))).toBe(0)
  })

  test('sigmoid keeps its digits in both tails', () => {
    expect(slope(ad.sigmoid, 40) / Math.exp(-40)).toBeCloseTo(1)
    expect(slope(ad.sigmoid, -40) / Math.exp(-40)).toBeCloseTo(1)
    expect(ad.softplus(-40).item() / Math.exp(-40)).toBeCloseTo(1)
  })

  const far = [1000, -1000, 999]
  const [p, q] = [1 / (1 + Math.exp(-1)), 1 / (1 + Math.E)]
  test.each<[string, (x: Tensor) => Tensor, NestedNumbers]>([
    ['logsumexp', (x) => ad.logsumexp(x), [p, 0, q]],
    [
      'softmax',
      (x) => ad.softmax(x),
      [
        [p * q, 0, -p * q],
        [0, 0, 0],
        [-p * q, 0, p * q],
      ],
    ],
    [
      'logSoftmax',
      (x) => ad.logSoftmax(x),
      [
        [1 - p, 0, -q],
        [-p, 1, -q],
        [-p, 0, 1 - q],
      ],
    ],
  ])('%s', (_, f, jacobian) => {
    for (const jac of [jacfwd(f)(far), jacrev(f)(far)]) {
      const wanted = tensor(jacobian)
      expect(jac.shape).toEqual(wanted.shape)
      for (const [k, cell] of jac.data.entries()) expect(cell).toBeCloseTo(nth(wanted.data, k), 12)
    }
    expect([...f(tensor(far)).data].every(Number.isFinite)).toBe(true)
    expect([...jacfwd(jacrev(f))(far).data].every(Number.isFinite)).toBe(true)
  })
  test('logSoftmax is exact where softmax underflows', () => {
    expect(ad.logSoftmax([0, -2000]).toArray()).toEqual([0, -2000])
    expect(ad.softmax([0, -2000]).toArray()).toEqual([1, 0])
  })
})

describe('at kinks and ties slopes are those of PyTorch', () => {
  test.each<[string, (x: Tensor) => Tensor, number, number]>([
    ['relu at 0', ad.relu, 0, 0],
    ['abs at 0', ad.abs, 0, 0],
    ['sign', ad.sign, 3, 0],
    ['maximum(x, x)', (x) => ad.maximum(x, x), 3, 1],
    ['maximum(x, 0) at 0', (x) => ad.maximum(x, 0), 0, 0.5],
    ['minimum(x, 0) at 0', (x) => ad.minimum(x, 0), 0, 0.5],
    ['x^2 left of 0', (x) => ad.pow(x, 2), -3, -6],
    ['x^2 at 0', (x) => ad.pow(x, 2), 0, 0],
    ['x^0 at 0', (x) => ad.pow(x, 0), 0, 0],
    ['x^1 at 0', (x) => ad.pow(x, 1), 0, 1],
    ['0^x', (x) => ad.pow(0, x), 2, 0],
    ['sqrt at 0', ad.sqrt, 0, Infinity],
  ])('%s', (_, f, x, wanted) => {
    expect(slope(f, x)).toBe(wanted)
    expect(jvp(f, [x], [1])[1].item()).toBe(wanted)
  })
  test('max splits evenly among ties', () => {
    expect(grad((x: Tensor) => ad.max(x))([3, 1, 3]).toArray()).toEqual([0.5, 0, 0.5])
    expect(
      jacfwd((x) => ad.max(x, { axis: 1 }))([
        [2, 2],
        [0, 1],
      ]).toArray(),
    ).toEqual([
      [
        [0.5, 0.5],
        [0, 0],
      ],
      [
        [0, 0],
        [0, 1],
      ],
    ])
  })
  test('powers have finite slopes of every order at 0', () => {
    const cube = (x: Tensor): Tensor => ad.pow(x, 3)
    expect(
      [cube, grad(cube), grad(grad(cube)), grad(grad(grad(cube))), grad(grad(grad(grad(cube))))].map((f) =>
        f(tensor(0)).item(),
      ),
    ).toEqual([0, 0, 0, 6, 0])
  })
  test('so have powers of 0, to their exponent', () => {
    const powerOf0 = (x: Tensor): Tensor => ad.pow(0, x)
    expect([grad(powerOf0), grad(grad(powerOf0))].map((f) => f(2).item())).toEqual([0, 0])
  })
  test('the branch not taken does not leak NaN', () => {
    const f = (x: Tensor): Tensor => ad.where(ad.greater(x, 0), ad.mul(x, 2), 7)
    expect(vjp(f, [0])[1](Infinity)[0]?.item()).toBe(0)
    expect(jvp(ad.relu, [-1], [Infinity])[1].item()).toBe(0)
  })
})

describe('NaN, infinities and −0 are those of NumPy', () => {
  test.each<[string, TensorLike, NestedNumbers]>([
    ['log 0', ad.log(0), -Infinity],
    ['log −1', ad.log(-1), NaN],
    ['sqrt −1', ad.sqrt(-1), NaN],
    ['1/0, −1/0, 0/0', ad.div([1, -1, 0], 0), [Infinity, -Infinity, NaN]],
    ['1/−0', ad.div(1, ad.neg(0)), -Infinity],
    ['√−0', ad.sqrt(-0), -0],
    ['−0 + −0', ad.add(-0, -0), -0],
    ['relu NaN', ad.relu(NaN), NaN],
    ['maximum(NaN, 1)', ad.maximum(NaN, 1), NaN],
    ['max with NaN', ad.max([1, NaN, 2]), NaN],
    ['1^NaN, (−1)^∞, NaN^0', ad.pow([1, -1, NaN], [NaN, Infinity, 0]), [1, 1, 1]],
    ['NaN is a condition', ad.where(NaN, 1, 2), 1],
    ['NaN equals nothing', ad.equal(NaN, NaN), 0],
    ['logsumexp −∞', ad.logsumexp([-Infinity, -Infinity]), -Infinity],
    ['logsumexp ∞', ad.logsumexp([Infinity, 1]), Infinity],
    ['0 · ∞ in a product', ad.matmul([[0]], [[Infinity]]), [[NaN]]],
  ])('%s', (_, got, wanted) => expect(tensor(got).toArray()).toEqual(wanted))
})

describe('an axis of length 0 behaves as in NumPy', () => {
  const none = tensor([[], []])
  test('in values', () => {
    expect(none.shape).toEqual([2, 0])
    expect(none.toArray()).toEqual([[], []])
    expect(ad.sum(none).item()).toBe(0)
    expect(ad.sum(none, { axis: 1 }).toArray()).toEqual([0, 0])
    expect(ad.sum(none, { axis: 0 }).toArray()).toEqual([])
    expect(ad.mean(none).item()).toBe(NaN)
    expect(ad.logsumexp(none, { axis: 1 }).toArray()).toEqual([-Infinity, -Infinity])
    expect(ad.matmul(none, ad.transpose(none)).toArray()).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect(ad.softmax(none).shape).toEqual([2, 0])
    expect(() => ad.max(none)).toThrow('max: (2×0): no values have no largest')
    expect(ad.max(none, { axis: 0 }).shape).toEqual([0])
    expect(ad.concat([none, [[1], [2]]], { axis: 1 }).toArray()).toEqual([[1], [2]])
    expect(ad.add(none, [[1]]).shape).toEqual([2, 0])
  })
  test('in Jacobians', () => {
    for (const jac of [jacfwd, jacrev]) {
      expect(jac((x) => ad.sum(x, { axis: 1 }))(none).shape).toEqual([2, 2, 0])
      expect(jac((x) => ad.slice(x, [0], [0]))([1, 2]).shape).toEqual([0, 2])
    }
  })
})

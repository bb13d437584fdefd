import { describe, expect, test } from 'vitest'
import * as ad from '../index.ts'
import { grad, hessian, jvp, tensor, Tensor, vjp, type NestedNumbers } from '../index.ts'

const filled = (length: number, value: number): Tensor => tensor(new Float32Array(length).fill(value))

describe('numbers of single precision add up in double', () => {
  const many = 2 * 10 ** 7
  const ones = filled(many, 1)
  test('sum, mean and var of twenty million', () => {
    expect(ad.sum(ones).item()).toBe(many)
    expect(ad.mean(ones).item()).toBe(1)
    expect(ad.einsum('i->', ones).item()).toBe(many)
  })
  test('dot, matmul and einsum', () => {
    expect(ad.dot(ones, ones).item()).toBe(many)
    expect(ad.matmul(ones, ones).item()).toBe(many)
    expect(ad.einsum('i,i->', ones, ones).item()).toBe(many)
  })
  test('the last of a running sum', () => {
    const sums = ad.cumsum(ones)
    expect(sums.data[many - 1]).toBe(many)
  })
  test('mean, var and logsumexp of a million', () => {
    const tenths = filled(10 ** 6, 0.1)
    expect(ad.mean(tenths).item()).toBe(Math.fround(0.1))
    expect(ad.mean(ad.reshape(tenths, [1000, 1000]), { axis: 0 }).data[7]).toBe(Math.fround(0.1))
    expect(ad.var(tenths).item()).toBe(0)
    expect(ad.logsumexp(tenths).item()).toBeCloseTo(Math.log(10 ** 6) + Math.fround(0.1), 5)
  })
  test('the gradient of a bias over many rows, the reverse of a broadcast', () => {
    const rows = ad.reshape(filled(4 * 10 ** 6, 0.1), [2 * 10 ** 6, 2])
    const [, pullback] = vjp((b: Tensor) => ad.add(rows, b), [filled(2, 0)])
    const [bias] = pullback(rows)
    for (const each of bias.data) expect(each).toBe(Math.fround(Math.fround(0.1) * 2 * 10 ** 6))
    expect(bias.dtype).toBe('float32')
  })
  test('a convolution', () => {
    const image = ad.reshape(filled(4 * 10 ** 6, 0.1), [2000, 2000, 1])
    const kernel = ad.reshape(filled(4 * 10 ** 6, 1), [2000, 2000, 1, 1])
    expect(ad.conv2d(image, kernel).data[0]).toBe(Math.fround(Math.fround(0.1) * 4 * 10 ** 6))
  })
})

describe('NaN stays visible in slopes, as in PyTorch', () => {
  const slopes = (f: (x: Tensor) => Tensor): number[] => [grad(f)(NaN).item(), jvp(f, [NaN], [1])[1].item()]
  test.each<[string, (x: Tensor) => Tensor, number]>([
    ['relu', ad.relu, 1],
    ['maximum(x, 0)', (x) => ad.maximum(x, 0), 1],
    ['maximum(0, x)', (x) => ad.maximum(0, x), 1],
    ['minimum(x, 0)', (x) => ad.minimum(x, 0), 1],
    ['minimum(0, x)', (x) => ad.minimum(0, x), 1],
    ['abs', ad.abs, NaN],
    ['max', (x) => ad.max(ad.reshape(x, [1])), NaN],
    ['gelu', ad.gelu, NaN],
    ['silu', ad.silu, NaN],
  ])('%s', (_, f, wanted) => expect(slopes(f)).toEqual([wanted, wanted]))
  test('whichever of the two is NaN', () => {
    for (const op of [ad.maximum, ad.minimum])
      expect(grad(op, [0, 1])(1, NaN).map((g) => g.item())).toEqual([1, 1])
  })
  test('and behind an op that would hide it', () => {
    const f = (x: Tensor): Tensor => ad.sum(ad.relu(ad.mul(x, [NaN, 1])))
    expect(grad(f)([1, 1]).toArray()).toEqual([NaN, 1])
  })
})

describe('second derivatives of aᵇ where a is 0', () => {
  const second = (a: number, b: number): NestedNumbers =>
    hessian((x) => ad.sum(ad.pow(ad.slice(x, [0], [1]), ad.slice(x, [1], [2]))))([a, b]).toArray()
  test('do not depend on the order of differentiation', () => {
    for (const b of [1, 0.5, 0, -1])
      expect(second(0, b), `0 to the power ${b}`).toEqual([
        [expect.any(Number), NaN],
        [NaN, expect.any(Number)],
      ])
    expect(second(0, 2)).toEqual([
      [2, 0],
      [0, 0],
    ])
    expect(second(0, 3)).toEqual([
      [0, 0],
      [0, 0],
    ])
  })
  test('and elsewhere are those of the formula', () => {
    for (const b of [3, 1, 0.5, 0, -1]) {
      const [[, mixed], [other]] = second(2, b) as [[number, number], [number, number]]
      expect(mixed).toBeCloseTo(2 ** (b - 1) * (1 + b * Math.log(2)), 12)
      expect(other).toBeCloseTo(mixed, 12)
    }
  })
})

describe('what is given', () => {
  test('may be yes and no, which are 1 and 0', () => {
    expect(tensor([true, false]).toArray()).toEqual([1, 0])
    expect(tensor(true).item()).toBe(1)
    const condition = [
      [true, false],
      [false, true],
    ]
    expect(ad.where(condition, 1, [[2], [3]]).toArray()).toEqual([
      [1, 2],
      [3, 1],
    ])
    expect(grad((x: Tensor) => ad.sum(ad.mul(x, [true, false])))([5, 6]).toArray()).toEqual([1, 0])
  })
  test('may have no holes', () => {
    // oxlint-disable-next-line no-sparse-arrays -- the fault itself
    const holed = [1, , 3] as number[]
    expect(() => tensor(holed)).toThrow('tensor: ragged: values[1] is missing where a number is wanted')
    expect(() => tensor([[1, 2], holed.slice(0, 2)])).toThrow('values[1][1] is missing')
    expect(() => tensor([[1, 2], undefined as never])).toThrow(
      'values[1] is missing where length 2 is wanted',
    )
    expect(() => tensor(holed.slice(1))).toThrow('values[0] is missing where a number is wanted')
    expect(() => ad.add(holed, 1)).toThrow('values[1] is missing')
    expect(() => tensor([null as never, 1])).toThrow('values[0] is object null where a number is wanted')
  })
  test('is copied, so that whoever gave it may write to it', () => {
    for (const given of [new Float64Array([1, 2]), new Float32Array([1, 2])]) {
      const x = tensor(given)
      const [, pullback] = vjp((a: Tensor) => ad.sum(ad.mul(a, a)), [given])
      given.fill(99)
      expect(x.toArray()).toEqual([1, 2])
      expect(pullback(1)[0].toArray()).toEqual([2, 4])
    }
  })

  test('a whole power left of 0 has second derivatives, in every nesting', () => {
    for (const n of [-2, -1, 0, 1, 2, 3])
      for (const x of [-1.5, -0.25]) {
        const f = (at: ad.Tensor): ad.Tensor => ad.pow(at, n)
        const forward = (at: ad.Tensor): ad.Tensor => ad.jvp(f, [at], [1])[1]
        const wanted = n * (n - 1) * x ** (n - 2)
        for (const second of [
          ad.jvp(forward, [x], [1])[1],
          ad.grad(forward)(x),
          ad.grad(ad.grad(f))(x),
          ad.hessian(f)(x),
        ])
          expect(second.item(), `${n} at ${x}`).toBeCloseTo(wanted, 10)
      }
    expect(
      ad
        .hessian((x) => ad.pow(x, 1))(0)
        .item(),
    ).toBe(0)
  })
  test('a step is told from what moves: its rules give 0 at every test point, and those of no other op do', () => {
    for (const op of ad.primitives.values()) {
      const all = op.points.map((point, k) => {
        const { f, xs } = ad.moving(op, point, ad.sample({ ...point, least: 2 }, k + 1))
        const [, tangent] = ad.jvp(
          f,
          xs,
          xs.map((x) => ad.tensor(x.data.map(() => 1))).map((x, i) => ad.reshape(x, xs[i]?.shape ?? [])),
        )
        return tangent.data.every((t) => t === 0)
      })
      if (op.steady) expect(all, op.name).not.toContain(false)
      if (op.steady) for (const rule of [op.jvp, op.vjp]) expect(rule).toBeTypeOf('function')
    }
    const steady = [...ad.primitives.values()].filter((op) => op.steady).map(({ name }) => name)
    expect(steady.toSorted()).toEqual(['argmax', 'equal', 'greater', 'onehot', 'sign'])
  })
})

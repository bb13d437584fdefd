import { describe, expect, test } from 'vitest'
import * as ad from './index.ts'
import {
  grad,
  jacfwd,
  jacrev,
  jvp,
  sum,
  tensor,
  vjp,
  type NestedNumbers,
  type Tensor,
  type TensorLike,
} from './index.ts'

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
      for (const [k, cell] of jac.data.entries()) expect(cell).toBeCloseTo(wanted.data[k] ?? NaN, 12)
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

describe('shapes and types follow NumPy', () => {
  test('axes count from either end, and keepdims keeps them', () => {
    const x = tensor([
      [
        [1, 2],
        [3, 4],
      ],
    ])
    expect(ad.sum(x, { axis: -1 }).toArray()).toEqual([[3, 7]])
    expect(ad.sum(x, { axis: [0, -1], keepdims: true }).shape).toEqual([1, 2, 1])
    expect(ad.mean(x).item()).toBe(2.5)
    expect(() => ad.sum(x, { axis: 3 })).toThrow('sum: (1×2×2): no axis 3: axes run from -3 to 2')
    expect(() => ad.sum(x, { axis: [0, -3] })).toThrow('named twice')
    expect(() => ad.sum(1, { axis: 0 })).toThrow('a scalar has no axes')
  })
  test('vectors take part in products as rows and columns, stacks are broadcast', () => {
    expect(
      ad
        .matmul(
          [1, 2],
          [
            [1, 2],
            [3, 4],
          ],
        )
        .toArray(),
    ).toEqual([7, 10])
    expect(
      ad
        .matmul(
          [
            [1, 2],
            [3, 4],
          ],
          [1, 2],
        )
        .toArray(),
    ).toEqual([5, 11])
    expect(ad.matmul([1, 2], [3, 4]).item()).toBe(11)
    expect(ad.matmul([[[1, 2]], [[3, 4]]], [[1], [1]]).toArray()).toEqual([[[3]], [[7]]])
    expect(ad.outer([1, 2], [3, 4, 5]).toArray()).toEqual([
      [3, 4, 5],
      [6, 8, 10],
    ])
    expect(ad.dot([1, 2], [3, 4]).item()).toBe(11)
  })
  test('convolution slides the kernel without flipping it', () => {
    const image = ad.reshape([1, 2, 3, 4, 5, 6, 7, 8, 9], [3, 3, 1])
    const kernel = ad.reshape([1, 0, 0, 10], [2, 2, 1, 1])
    expect(ad.conv2d(image, kernel).toArray()).toEqual([
      [[51], [62]],
      [[84], [95]],
    ])
    expect(() => ad.conv2d(kernel, image)).toThrow('conv2d: (2×2×1×1) and (3×3×1): an image is H×W×C')
    expect(() => ad.conv2d(image, ad.reshape(kernel, [2, 1, 2, 1]))).toThrow('channels: 1 ≠ 2')
    expect(() => ad.conv2d(ad.reshape(kernel, [2, 2, 1]), ad.reshape(image, [3, 3, 1, 1]))).toThrow(
      'larger than the image',
    )
  })
  test('every other misfit is a ShapeError that names the op', () => {
    const m = [
      [1, 2],
      [3, 4],
    ]
    const misfits: [string, () => Tensor][] = [
      ['transpose', () => ad.transpose(m, [0, 0])],
      ['reshape', () => ad.reshape(m, [3, -1])],
      ['reshape', () => ad.reshape(m, [-1, -1])],
      ['broadcastTo', () => ad.broadcastTo(m, [2])],
      ['slice', () => ad.slice(m, [0], [1])],
      ['pad', () => ad.pad(m, [1, 1], [2, 2])],
      ['concat', () => ad.concat([m, [[1]]])],
      ['concat', () => ad.concat([])],
      ['stack', () => ad.stack([m, [1]])],
      ['stack', () => ad.stack([[1], [1, 2]])],
      ['dot', () => ad.dot([1], [1, 2])],
      ['outer', () => ad.outer(m, [1])],
      ['matmul', () => ad.matmul(2, m)],
      ['where', () => ad.where([1, 0], [1, 2, 3], 0)],
      ['grad', () => grad(ad.sin)([1, 2])],
      ['item', () => tensor(tensor([1, 2]).item())],
      ['jvp', () => jvp(ad.sin, [1], [[1]])[1]],
      ['pullback', () => vjp(ad.sin, [1])[1]([1])[0]],
    ]
    for (const [name, misfit] of misfits) {
      expect(misfit).toThrow(ad.ShapeError)
      expect(misfit).toThrow(new RegExp(`^${name}: `))
    }
  })
  test('an error holds the shapes, the axis and the lengths that clash', () => {
    const caught = (f: () => unknown): unknown => {
      try {
        return f()
      } catch (error) {
        return error
      }
    }
    expect(caught(() => ad.add([[1, 2]], [[1, 2, 3]]))).toMatchObject({
      op: 'add',
      shapes: [
        [1, 2],
        [1, 3],
      ],
      axis: 1,
      dims: [2, 3],
    })
    expect(caught(() => ad.matmul([[1, 2]], [[1]]))).toMatchObject({
      op: 'matmul',
      shapes: [
        [1, 2],
        [1, 1],
      ],
      dims: [2, 1],
    })
  })
  test('float32 stays float32 beside numbers and widens beside float64', () => {
    const x = tensor([0.1, 0.2], { dtype: 'float32' })
    expect([x.dtype, ad.mul(x, 2).dtype, ad.sin(x).dtype, ad.add(x, tensor([1, 2])).dtype]).toEqual([
      'float32',
      'float32',
      'float32',
      'float64',
    ])
    expect(ad.add(tensor(1, { dtype: 'float32' }), 1e-9).item()).toBe(1)
    expect(grad((v: Tensor) => sum(ad.mul(v, v)))(x).dtype).toBe('float32')
    expect(ad.matmul(tensor([[1]], { dtype: 'float32' }), tensor([[1]], { dtype: 'float32' })).dtype).toBe(
      'float32',
    )
    expect(tensor(x, { dtype: 'float64' }).data[0]).toBe(Math.fround(0.1))
    expect(tensor(new Float32Array([1])).dtype).toBe('float32')
    expect(jacrev(ad.sin)(x).dtype).toBe('float32')
  })
  test('ragged or foreign input says where', () => {
    expect(() => tensor([[1, 2], 3])).toThrow(
      'tensor: ragged: values[1] is number 3 where length 2 is wanted',
    )
    expect(() => tensor([1, [2]])).toThrow('tensor: ragged: values[1] has length 1 where a number is wanted')
    expect(() => vjp((x: Tensor) => x, ['a' as never])).toThrow('0 is string, not a tensor')
    expect(() => jvp((x: Tensor) => x, [{ w: [1, 'a'] } as never], [1])).toThrow(
      '0.w.1 is string, not a tensor',
    )
  })
})

describe('structures', () => {
  test('go in and come out of every transformation', () => {
    const f = ({ a }: { a: Tensor }, [b, c]: [Tensor, Tensor]) => ({
      twice: ad.mul(a, 2),
      both: [ad.mul(a, b), c] as const,
    })
    const [value, pullback] = vjp(f, [{ a: 3 }, [tensor(4), tensor(5)]])
    expect([value.twice.item(), value.both[0].item(), value.both[1].item()]).toEqual([6, 12, 5])
    const [da, [db, dc]] = pullback({ twice: 1, both: [10, 100] })
    expect([da.a.item(), db.item(), dc.item()]).toEqual([42, 30, 100])
    expect(jvp(f, [{ a: 3 }, [tensor(4), tensor(5)]], [{ a: 1 }, [0, 0]])[1].both[0].item()).toBe(4)
    expect(() => pullback({ twice: 1 } as never)).toThrow('2 parts are wanted, 1 given')
  })
  test('an input not used gets zeros, a value used twice both contributions, and a pullback answers twice', () => {
    const [, pullback] = vjp((a: Tensor, _: Tensor) => ad.mul(a, a), [3, [1, 2]])
    expect(pullback(1).map((g) => g.toArray())).toEqual([6, [0, 0]])
    expect(pullback(1).map((g) => g.toArray())).toEqual([6, [0, 0]])
  })
  test('a function that ignores its input has derivative zero', () => {
    expect(jvp((_: Tensor) => tensor([1, 2]), [3], [1])[1].toArray()).toEqual([0, 0])
    expect(jacrev(() => tensor([1, 2]))([1, 1, 1]).toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ])
  })
  test('code may look at a traced value and branch', () => {
    const f = (x: Tensor): Tensor => (x.item() > 0 ? ad.mul(x, 3) : x)
    expect([slope(f, 1), slope(f, -1)]).toEqual([3, 1])
  })
})

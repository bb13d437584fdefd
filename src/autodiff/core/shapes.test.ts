import { describe, expect, test } from 'vitest'
import * as ad from '../index.ts'
import { grad, jacrev, jvp, sum, tensor, vjp, type Tensor } from '../index.ts'

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
      ['reshape', () => ad.reshape([1, 2, 3], [1.5, 2])],
      ['broadcastTo', () => ad.broadcastTo(m, [2])],
      ['slice', () => ad.slice(m, [0], [1])],
      ['slice', () => ad.slice([1, 2], [0.5], [2])],
      ['pad', () => ad.pad([1], [0.5], [3])],
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

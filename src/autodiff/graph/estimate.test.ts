import { describe, expect, test } from 'vitest'
import * as ad from '../index.ts'
import {
  bind,
  estimate,
  observe,
  primitives,
  sample,
  shaped,
  sum,
  tensor,
  trace,
  type Tensor,
} from '../index.ts'

describe.each([...primitives])('%s', (_, op) => {
  test.each(op.points)('knows its shape and its cost before it is run, at "$shapes"', (point) => {
    for (let seed = 0; seed < 10; seed++) {
      const { inputs, params } = sample(point, seed)
      const value = bind(op, inputs, params)
      const shapes = inputs.map(({ shape }) => shape)
      expect(op.shape(shapes, params)).toEqual(value.shape)
      const run = (...xs: Tensor[]): Tensor => bind(op, xs, params)
      const found = estimate(
        run,
        shapes.map((shape) => shaped(shape)),
      )
      const { operations, bytes } = ad.nth(trace(run, [...inputs]).nodes, inputs.length)
      const { size, shape } = value
      expect(found).toEqual({ shape, entries: size, largest: size, operations, bytes })
    }
  })
})

const large = shaped([10 ** 5, 10 ** 5])

describe('an estimate', () => {
  test('needs no memory', () => {
    const layer = (x: Tensor, w: Tensor): Tensor => sum(ad.relu(ad.matmul(x, w)))
    expect(estimate(layer, [large, large])).toEqual({
      shape: [],
      entries: 2 * 10 ** 10 + 1,
      bytes: 16 * 10 ** 10 + 8,
      operations: 2 * 10 ** 15 + 2 * 10 ** 10,
      largest: 10 ** 10,
    })
  })
  test('counts what depends on no input, and gives settings their numbers', () => {
    expect(estimate(() => sum(ad.broadcastTo(1, [3e7])), [])).toMatchObject({ largest: 3e7, shape: [] })
    const f = (x: Tensor): Tensor => ad.broadcastTo(x, ad.add([1, 2], 3).toArray() as number[])
    expect(estimate(f, [1]).shape).toEqual([4, 5])
  })
  test('of a derivative counts its passes too', () => {
    const f = (x: Tensor): Tensor => sum(ad.mul(x, ad.sin(x)))
    expect(estimate((x: Tensor) => ad.grad(f)(x), [shaped([1000])])).toMatchObject({ shape: [1000] })
    expect(estimate((x: Tensor) => ad.jvp(f, [x], [x])[1], [large])).toMatchObject({ shape: [] })
    expect(estimate((x: Tensor) => ad.vjp(f, [x])[1](1)[0], [large]).shape).toEqual(large.shape)
  })
  test('keeps the type', () => {
    const single = shaped([10], 'float32')
    expect(estimate((x: Tensor) => ad.mul(2, x), [single]).bytes).toBe(40)
  })
  test('stops at a bound, and names it', () => {
    const f = (x: Tensor): Tensor => sum(ad.broadcastTo(x, [10 ** 6]))
    const bounded = (most: ad.Bounds) => () => estimate(f, [1], most)
    expect(bounded({ entries: 10 ** 5 })).toThrow(ad.BoundError)
    expect(bounded({ entries: 10 ** 5 })).toThrow(
      'broadcastTo: this takes 1,000,000 numbers in all its steps, and at most 100,000 are allowed here',
    )
    expect(bounded({ operations: 10 ** 5 })).toThrow(
      'sum: this takes 1,000,000 operations, and at most 100,000',
    )
    expect(bounded({ largest: 10 ** 6, bytes: 10 ** 7 })).not.toThrow()
  })
  test('says so when it is asked for numbers', () => {
    expect(() => estimate((x: Tensor) => (x.item() > 0 ? x : ad.neg(x)), [1])).toThrow(
      'an estimate knows the shapes of tensors, not the numbers in them',
    )
  })
  test('finds shapes that do not fit', () => {
    expect(() => estimate(ad.matmul, [large, shaped([2, 3])])).toThrow(
      'matmul: (100000×100000)·(2×3): 100000 ≠ 2',
    )
  })
  test('leaves nothing behind, also when it fails', () => {
    expect(() => estimate(() => sum(ad.broadcastTo(1, [3e7])), [], { entries: 1 })).toThrow(ad.BoundError)
    expect(ad.add(1, 2).item()).toBe(3)
  })
})

test('observing tells of every op in order, those on constants too', () => {
  const seen: [string, unknown][] = []
  const y = observe(
    () => ad.add(ad.log(1), ad.mul(tensor(2), 3)),
    ({ name }, { output }) => seen.push([name, output.toArray()]),
  )
  expect(y.item()).toBe(6)
  expect(seen).toEqual([
    ['log', 0],
    ['mul', 6],
    ['add', 6],
  ])
})

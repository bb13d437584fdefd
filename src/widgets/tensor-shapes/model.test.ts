import { expect, test } from 'vitest'
import { reshape as reshaped } from '@/autodiff'
import { check, exampleOf, examples, model, pick, reshape, type State } from './model'
import { sentence } from './words'

const image: State = { shape: [3, 4, 3], index: [1, 2, 0], from: [0, 0, 0], last: 'planes' }

test('an entry’s number is its place in memory, as the core lays tensors out', () => {
  const counted = reshaped(
    Array.from({ length: 36 }, (_, k) => k + 1),
    [3, 4, 3],
  ).toArray() as number[][][]
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 4; j++)
      for (let k = 0; k < 3; k++)
        expect(model({ ...image, index: [i, j, k] }).place).toBe(counted[i]?.[j]?.[k])
})

test('the place is one plus the steps along each axis times how far a step goes', () => {
  const { terms, place } = model(image)
  expect(terms).toEqual([
    { steps: 1, stride: 12 },
    { steps: 2, stride: 3 },
    { steps: 0, stride: 1 },
  ])
  expect(place).toBe(1 + 12 + 6)
})

test('a scalar has no terms, one number, and a sentence of its own', () => {
  const scalar: State = { ...image, ...reshape([], image.index) }
  expect(model(scalar)).toMatchObject({ size: 1, place: 1, terms: [] })
  expect(sentence(scalar, model(scalar))).toMatch(/^\{x\} is a single number/)
})

test('the sentence names the index, what it stands for, and the place', () => {
  expect(sentence(image, model(image))).toBe(
    '{x} has 3 axes and shape 3 × 4 × 3, so 36 numbers. The index (2, 3, 1) is a vector of 3 whole numbers: row 2, column 3, channel 1. It names {x.2.3.1}, the 19th number in memory.',
  )
})

test('a photograph is seen through a window that holds the picked index', () => {
  const photograph: State = { ...image, ...reshape([480, 640, 3], [0, 0, 0]) }
  const far = { ...photograph, ...pick(photograph, [300, 500, 2]) }
  const { window } = model(far)
  window.forEach(({ from, count }, axis) => {
    expect(far.index[axis]).toBeGreaterThanOrEqual(from)
    expect(far.index[axis]).toBeLessThan(from + count)
  })
  expect(window.reduce((cells, { count }) => cells * count, 1)).toBeLessThanOrEqual(96)
  expect(model({ ...photograph, index: [300, 500, 2] }).window).toEqual(window)
})

test('a new shape keeps the index as far as it fits', () => {
  expect(reshape([2, 2], [1, 3])).toEqual({ shape: [2, 2], index: [1, 1], from: [0, 0] })
  expect(reshape([2, 2, 4], [1, 1])).toEqual({ shape: [2, 2, 4], index: [1, 1, 0], from: [0, 0, 0] })
})

test('each example is found by its shape, and a shape of the reader’s own is none of them', () => {
  examples.forEach(({ shape }, k) => expect(exampleOf({ ...image, shape })).toBe(k))
  expect(exampleOf({ ...image, shape: [7] })).toBe(-1)
})

test('a link whose parts do not go together gets a sentence', () => {
  expect(check(image)).toBeUndefined()
  expect(check({ ...image, index: [0, 0] })).toMatch(/3 axes and an index with 2/)
  expect(check({ ...image, index: [3, 0, 0] })).toMatch(/place 4 on axis 1, which has 3/)
})

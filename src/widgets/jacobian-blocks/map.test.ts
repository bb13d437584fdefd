import { expect, test } from 'vitest'
import { cellSize, inSight, shadesOf } from './map'

/** How many cells a path fills. */
const area = (path: string) =>
  [...path.matchAll(/h(\d+)v1/g)].reduce((sum, [, width]) => sum + Number(width), 0)

test('what is not zero is filled once, in runs along the rows, the largest darkest', () => {
  const paths = shadesOf({ rows: 2, columns: 4, data: [0, 9, 9, -9, 1, 0, 5, 0] })
  expect(paths).toEqual(['M0 1h1v1h-1z', 'M2 1h1v1h-1z', 'M1 0h3v1h-3z'])
  expect(paths.map(area)).toEqual([1, 1, 3])
})

test('a Jacobian of zeros is an empty map', () => {
  expect(shadesOf({ rows: 2, columns: 2, data: [0, 0, 0, 0] })).toEqual(['', '', ''])
})

test('a window on two axes is in sight as one run for each place on the first', () => {
  const window = [
    { from: 1, count: 2 },
    { from: 0, count: 3 },
  ]
  expect(inSight([4, 5], window)).toEqual([
    { from: 5, count: 3 },
    { from: 10, count: 3 },
  ])
})

test('where all is in sight nothing is marked, for a number too', () => {
  expect(
    inSight(
      [2, 3],
      [
        { from: 0, count: 2 },
        { from: 0, count: 3 },
      ],
    ),
  ).toEqual([])
  expect(inSight([], [])).toEqual([])
})

test('the longer side of the map has room for all its cells', () => {
  expect(cellSize({ rows: 144, columns: 12 }) * 144).toBeLessThanOrEqual(150)
  expect(cellSize({ rows: 2, columns: 2 })).toBe(20)
})

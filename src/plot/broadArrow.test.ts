import { expect, it } from 'vitest'
import { broadArrow, rightAngle } from './broadArrow'

it('a broad arrow ends in its tip and is as wide as asked', () => {
  const outline = broadArrow([0, 0], [4, 0], 1)
  expect(outline).toContainEqual([4, 0])
  expect(outline[0]).toEqual([0, 0.5])
  expect(outline.at(-1)).toEqual([0, -0.5])
})

it('a short one is all head, and one of no length is nothing', () => {
  expect(broadArrow([1, 1], [1, 1.5], 1)[1]?.[1]).toBe(1)
  expect(broadArrow([1, 1], [1, 1], 1)).toEqual([])
})

it('the mark of a right angle stands in its corner', () => {
  expect(rightAngle([0, 0], [1, 0], [0, 1], 2)).toEqual([
    [2, 0],
    [2, 2],
    [0, 2],
  ])
})

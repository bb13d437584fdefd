import { expect, it } from 'vitest'
import { freeSide, sideOf } from './beside'

it('the name of an arrow stands where it points', () => {
  expect([sideOf([1, 0.2]), sideOf([-0.1, 2]), sideOf([-3, 1]), sideOf([0, -1])]).toEqual([
    'right',
    'above',
    'left',
    'below',
  ])
})

it('the name of a point stands where no arrow does', () => {
  expect(freeSide([[1, 1]])).toMatch(/left|below/)
  expect(
    freeSide([
      [1, 0],
      [0, 1],
      [-1, 0],
    ]),
  ).toBe('below')
  expect(freeSide([])).toBe('right')
})

import { expect, it } from 'vitest'
import { outlineOf, simplify } from './outline'
import type { XY } from './path'

it('points on a straight line are not needed, corners are', () => {
  const corner: XY[] = [
    [0, 0],
    [1, 0],
    [2, 0.1],
    [9, 0],
    [9, 5],
    [9, 9],
  ]
  expect(simplify(corner)).toEqual([
    [0, 0],
    [9, 0],
    [9, 9],
  ])
})

it('a circle keeps its shape with few points', () => {
  const circle = Array.from({ length: 361 }, (_, k): XY => {
    const turn = (k * Math.PI) / 180
    return [300 * Math.cos(turn), 300 * Math.sin(turn)]
  })
  const few = simplify(circle)
  expect(few.length).toBeLessThan(100)
  const middle = (a: XY, b: XY) => Math.hypot((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
  few.slice(1).forEach((point, k) => expect(300 - middle(few[k] as XY, point)).toBeLessThan(0.8))
})

it('a path takes steps in whole thousandths', () => {
  const line: XY[] = [
    [0, 0],
    [50, 25],
    [25, 75],
  ]
  const same = (value: number) => value
  expect(outlineOf(line, same, same)).toBe('M0 0l 500 250-250 500')
  expect(outlineOf(line, same, same, true)).toMatch(/z$/)
  expect(outlineOf([], same, same, true)).toBe('')
})

import { expect, it } from 'vitest'
import { round, swing } from './swing'

const shares = Array.from({ length: 401 }, (_, k) => k / 400)
const ends = { min: -3, max: 1 }

it('swings through the whole range, never beyond, and comes back to where it began', () => {
  for (const from of [-3, -1.2, 0, 0.7, 1]) {
    const way = shares.map((share) => swing(ends, from, share))
    expect(way[0]).toBeCloseTo(from, 12)
    expect(way.at(-1)).toBeCloseTo(from, 12)
    expect(Math.max(...way)).toBeCloseTo(1, 3)
    expect(Math.min(...way)).toBeCloseTo(-3, 3)
    expect(way.every((at) => at >= -3 && at <= 1)).toBe(true)
  }
})

it('goes up first, by small steps', () => {
  const way = shares.map((share) => swing(ends, 0, share))
  expect(way[1]).toBeGreaterThan(0)
  const steps = way.slice(1).map((at, k) => Math.abs(at - (way[k] ?? NaN)))
  expect(Math.max(...steps)).toBeLessThan(0.04)
})

it('goes once round what has no ends', () => {
  const way = shares.map((share) => round({ min: 0, max: 360 }, 345, share))
  expect(way[0]).toBe(345)
  expect(way.at(-1)).toBeCloseTo(345, 9)
  expect(way[100]).toBeCloseTo(75, 9)
  expect(way.every((at) => at >= 0 && at < 360)).toBe(true)
})

it('stays where a range has one value', () => {
  expect(swing({ min: 2, max: 2 }, 2, 0.3)).toBe(2)
})

import { expect, test } from 'vitest'
import { sample } from './sample'
import { swings } from './swings'

const range = { min: -5, max: 5 }
const drawn = (f: (x: number) => number) => swings(f, sample(f, range, 480))

test.each([
  ['a parabola', (x: number) => x * x],
  ['a sine', Math.sin],
  ['a kink', Math.abs],
  ['a jump', Math.sign],
  ['a pole', (x: number) => 1 / x],
  ['eight waves', (x: number) => Math.sin(5 * x)],
])('%s is followed everywhere', (_, f) => {
  const points = sample(f, range, 480)
  expect(swings(f, points)).toEqual({ curve: points, bands: [] })
})

test('x·sin(1/x) near 0 is the surface between −|x| and |x|, and no line', () => {
  const f = (x: number) => (x === 0 ? 0 : x * Math.sin(1 / x))
  const { curve, bands } = drawn(f)
  const points = bands.flat()
  expect(points.length).toBeGreaterThan(4)
  const cell = 10 / 480
  for (const [x, y] of points) {
    expect(Math.abs(x)).toBeLessThan(0.15)
    expect(Math.abs(y)).toBeLessThanOrEqual(Math.abs(x) + 3 * cell)
  }
  // It reaches up to where the curve does.
  for (const [x] of points.filter(([at]) => Math.abs(at) > 2 * cell))
    expect(Math.max(...points.filter(([at]) => Math.abs(at - x) < cell).map(([, y]) => y))).toBeGreaterThan(
      0.6 * Math.abs(x),
    )
  const inside = curve.filter(([x, y]) => Math.abs(x) < 0.05 && Number.isFinite(y))
  expect(inside.every(([x], k) => k === 0 || curve.some(([at, y]) => Number.isNaN(y) && at <= x))).toBe(true)
})

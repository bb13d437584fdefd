import { describe, expect, it } from 'vitest'
import { contourLevels, gridPlaces, levelsFor, nameLevels, type Grid } from './levels'

const grid = (f: (x: number, y: number) => number, size = 41): Grid => {
  const places = gridPlaces(size, -2, 2)
  return { values: places.flatMap((y) => places.map((x) => f(x, y))), size, min: -2, max: 2 }
}
const bowl = grid((x, y) => x * x + y * y)

describe('level lines', () => {
  it('pass where the function has that value: those of x² + y² are circles', () => {
    const [level] = contourLevels(bowl, [1])
    expect(level?.lines).toHaveLength(1)
    for (const [x, y] of level?.lines[0] ?? []) expect(Math.hypot(x, y)).toBeCloseTo(1, 2)
  })

  it('keep x and y apart', () => {
    const [level] = contourLevels(
      grid((x) => x),
      [0.5],
    )
    for (const [x] of level?.lines.flat() ?? []) expect(x).toBeCloseTo(0.5, 9)
  })

  it('never run along the edge of the picture, though the region above them does', () => {
    const [level] = contourLevels(bowl, [5.1])
    expect(level?.lines.length).toBe(4)
    for (const line of level?.lines ?? [])
      for (const [x, y] of line.slice(1, -1)) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(2)
    const corners = level?.regions.flat().filter(([x, y]) => Math.abs(x) === 2 && Math.abs(y) === 2)
    expect(corners?.length).toBeGreaterThanOrEqual(4)
  })

  it('do not follow the edge of where the function has values', () => {
    const half = grid((x) => Math.sqrt(x))
    const [level] = contourLevels(half, [0.5])
    for (const [x] of level?.lines.flat() ?? []) expect(x).toBeCloseTo(0.25, 1)
    expect(level?.lines.flat().length).toBeGreaterThan(10)
  })

  it('do not stand on that edge either, where the grid meets it', () => {
    const [level] = contourLevels(
      grid((x, y) => Math.sqrt(x) + y, 41),
      [0.5],
    )
    const onEdge = level?.lines.filter((line) => line.every(([x]) => Math.abs(x) < 1e-9))
    expect(onEdge).toEqual([])
    expect(level?.lines.flat().some(([, y]) => y < -0.7)).toBe(true)
  })
})

describe('levels', () => {
  it('are round and evenly spaced for a plane', () => {
    const { values, step } = levelsFor(grid((x, y) => x + y).values)
    expect(step).toBe(0.5)
    expect(values).toContain(0)
    expect(values.length).toBeGreaterThan(8)
  })

  it('widen upward in a steep valley, so that its floor is seen', () => {
    const valley = grid((x, y) => (1 - x) ** 2 + 5 * (y - x * x) ** 2)
    const { values, step, foot } = levelsFor(valley.values)
    expect([step, foot]).toEqual([undefined, 0])
    expect(values).toEqual(expect.arrayContaining([0.1, 1, 10, 100].map((v) => expect.closeTo(v, 9))))
    expect(values.length).toBeLessThan(14)
  })

  it('do not exist for a constant, nor where there are no values', () => {
    expect(levelsFor([3, 3, 3]).values).toEqual([])
    expect(levelsFor([NaN, NaN]).values).toEqual([])
    expect(levelsFor([]).values).toEqual([])
  })

  it('leave out what is not finite', () => {
    const values = levelsFor(grid((x) => 1 / x).values).values
    expect(values.length).toBeGreaterThan(3)
    expect(values.every(Number.isFinite)).toBe(true)
  })
})

it('names stand on their lines and keep their distance', () => {
  const levels = contourLevels(bowl, [0.5, 1, 1.02, 2, 3])
  const names = nameLevels(levels, String, bowl, 0.2)
  expect(names.map(({ text }) => text)).toEqual(['0.5', '1', '2', '3'])
  for (const { text, x, y } of names) expect(x * x + y * y).toBeCloseTo(Number(text), 1)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { angleOf, pathOf } from './path'
import { sample } from './sample'
import { rangeOf, scaleOf, ticksAcross, ticksOf, ticksUp } from './scale'

const unit = scaleOf({ min: 0, max: 1 })
const up = scaleOf({ min: 0, max: 1 }, true)

describe('a scale', () => {
  it('goes from the left to the right in percent, or from the bottom to the top', () => {
    expect([unit(0), unit(0.5), unit(1)]).toEqual([0, 50, 100])
    expect([up(0), up(0.25), up(1)]).toEqual([100, 75, 0])
  })

  it('takes equal ratios to equal distances where it is logarithmic', () => {
    const log = scaleOf({ min: 1e-16, max: 1, log: true })
    expect(log(1e-8)).toBeCloseTo(50, 9)
    expect(log(1e-12)).toBeCloseTo(25, 9)
  })

  it('is undone by invert, over any range and either way up', () => {
    const ends = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(ends, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), fc.boolean(), (min, size, flip) => {
        const scale = scaleOf({ min, max: min + size }, flip)
        for (const place of [0, 12.5, 100]) expect(scale(scale.invert(place))).toBeCloseTo(place, 3)
      }),
    )
    const log = scaleOf({ min: 1e-8, max: 10, log: true }, true)
    expect(log(log.invert(37))).toBeCloseTo(37, 9)
  })
})

describe('marks on an axis', () => {
  it('are round, inside the range, and printed as the book prints numbers', () => {
    expect(ticksOf({ min: -1, max: 1 }, 4).map(({ label }) => label)).toEqual(['−1', '−0.5', '0', '0.5', '1'])
  })

  it('are powers of ten on a logarithmic one, no more than asked', () => {
    const marks = ticksOf({ min: 1e-16, max: 1, log: true }, 4)
    expect(marks.map(({ label }) => label)).toEqual(['10⁻¹⁶', '10⁻¹²', '10⁻⁸', '10⁻⁴', '1'])
    expect(ticksOf({ min: 0.5, max: 200, log: true }, 5).map(({ label }) => label)).toEqual([
      '1',
      '10',
      '10²',
    ])
  })

  it('are fewer where their labels are long, so that none lies on another or is cut off', () => {
    const tiny = rangeOf([1e-300], 0.3)
    const across = ticksAcross(tiny, 7).map(({ label }) => label)
    expect(across.length).toBeGreaterThan(0)
    expect(across.join('').length).toBeLessThanOrEqual(36)
    expect(ticksUp(tiny).map(({ label }) => label)).toEqual(['1 × 10⁻³⁰⁰'])
    expect(ticksAcross({ min: -2, max: 2 })).toEqual(ticksOf({ min: -2, max: 2 }))
    expect(ticksUp({ min: -2, max: 2 })).toEqual(ticksOf({ min: -2, max: 2 }))
  })

  it('have a range to stand in even where there is nothing to show', () => {
    expect(rangeOf([NaN, Infinity])).toEqual({ min: -1, max: 1 })
    expect(rangeOf([3]).max).toBeGreaterThan(3)
    expect(rangeOf([0, 10], 0.1)).toEqual({ min: -1, max: 11 })
  })
})

describe('a path', () => {
  it('runs through its points, and lifts the pen where one is not finite', () => {
    expect(
      pathOf(
        [
          [0, 0],
          [0.5, 1],
          [1, NaN],
          [1, 1],
        ],
        unit,
        up,
      ),
    ).toBe('M0 100L50 0M100 0')
    expect(
      pathOf(
        [
          [0, 0],
          [1, 1],
        ],
        unit,
        up,
        true,
      ),
    ).toBe('M0 100L100 0Z')
    expect(pathOf([[NaN, 0]], unit, up, true)).toBe('')
  })

  it('never writes a number that SVG cannot take', () => {
    expect(
      pathOf(
        [
          [0, 1e300],
          [1, -1e300],
        ],
        unit,
        up,
      ),
    ).toBe('M0 -100000L100 100000')
  })

  it('gives an arrow the angle that it has on the screen, whatever the ratio of the plot', () => {
    expect(angleOf([0, 0], [1, 1], unit, up, 1)).toBeCloseTo(-45, 9)
    expect(angleOf([0, 0], [1, 1], unit, up, 2)).toBeCloseTo(-26.565, 3)
    expect(angleOf([1, 0], [0, 0], unit, up, 2)).toBeCloseTo(180, 9)
  })
})

describe('sampling a curve', () => {
  const gaps = (f: (x: number) => number, min: number, max: number) =>
    sample(f, { min, max }).filter(([, y]) => !Number.isFinite(y)).length

  it('draws no line through a step or a pole, and leaves smooth curves whole', () => {
    expect(gaps(Math.sign, -1, 1.01)).toBe(1)
    expect(gaps((x) => 1 / x, -1, 1.01)).toBe(1)
    expect(gaps(Math.exp, -5, 5)).toBe(0)
    expect(gaps((x) => Math.cbrt(x), -1, 1)).toBe(0)
    expect(gaps((x) => Math.sin(40 * x), -1, 1)).toBe(0)
  })

  it('follows a curve to the edge of its domain', () => {
    const points = sample(Math.sqrt, { min: -1, max: 1.013 })
    const first = points.find(([, y]) => Number.isFinite(y))
    expect(first?.[0]).toBeGreaterThanOrEqual(0)
    expect(first?.[0]).toBeLessThan(1e-6)
  })

  it('is even in the measure of the axis', () => {
    const points = sample((x) => x, { min: 1e-16, max: 1, log: true }, 4)
    expect(points[2]?.[0]).toBeCloseTo(1e-8, 12)
  })
})

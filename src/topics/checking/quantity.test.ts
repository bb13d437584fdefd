import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isRounded, misses, plainFactor } from './misses'
import { readQuantity } from './quantity'

describe('a number as readers type it', () => {
  test.each([
    ['9/4', 2.25],
    ['27/100', 0.27],
    ['20,000 + 4,000', 24000],
    ['16,777,216', 16777216],
    ['=0.12', 0.12],
    ['Δy=0.12', 0.12],
    ['Δy ≈ 0.12', 0.12],
    ['5·10⁻³', 0.005],
    ['5 × 10^-3', 0.005],
    ['4096x4096', 16777216],
    ['4096 x 4096', 16777216],
    ['D*M', 12],
    ['−0,5', -0.5],
    ['½', 0.5],
    ['2½', 2.5],
    ['1e3', 1000],
    ['sqrt(2)^2', 2],
    ['２', 2],
  ])('%s is %d', (text, value) => {
    const read = readQuantity(text, { count: /,\d{3}/.test(text), at: { D: 3, M: 4, x: 7 } })
    expect('value' in read ? read.value : read.error).toBeCloseTo(value, 12)
  })

  it('is asked back where a comma could be either', () => {
    expect(readQuantity('4,000')).toMatchObject({ suggestions: ['4000', '4'] })
    expect(readQuantity('4,000', { count: true })).toMatchObject({ value: 4000 })
  })

  it('may not name what is no size', () => {
    expect(readQuantity('x^2', { at: { x: 2 } })).toHaveProperty('error')
  })

  it('knows what one in its last digit is worth', () => {
    for (const [text, step] of [
      ['0.12', 0.01],
      ['.121', 0.001],
      ['12', 1],
      ['1.5e3', 100],
      ['1/8', 0],
    ] as const)
      expect(readQuantity(text)).toMatchObject({ step: expect.closeTo(step, 12) })
  })
})

/** Whether a sentence holds of a typed number, computed anew. */
function holds(way: string, mine: number, right: number): boolean {
  const near = (wanted: number) => Math.abs(mine - wanted) <= 0.0051 * Math.abs(wanted)
  const [, word, factor = ''] = /(large|small) by a factor of (.*)\.$/.exec(way) ?? []
  const times = Number(factor.replaceAll(',', ''))
  if (way.includes('inverse')) return near(1 / right)
  if (way.startsWith('The size is right')) return near(-right)
  if (way.startsWith('The sign is wrong')) return mine * right < 0
  return Number.isNaN(times) || near(word === 'large' ? right * times : right / times)
}

it('what is said of a miss is true of it', () => {
  const number = fc.double({ min: 1e-3, max: 1e4, noNaN: true }).map((value) => Number(value.toPrecision(6)))
  const off = fc.oneof(fc.integer({ min: -70, max: 70 }), fc.constantFrom(0.5, 0.25, 0.01, 1.01, 1.5, -1))
  fc.assert(
    fc.property(number, off, fc.integer({ min: 1, max: 8 }), (right, by, digits) => {
      const mine = readQuantity(String(Number((right * by).toPrecision(digits))))
      if ('error' in mine) throw new Error(mine.error)
      expect(misses(mine, right).filter((way) => !holds(way, mine.value, right))).toEqual([])
      const rounded = Number((Math.round(right / mine.step) * mine.step).toPrecision(12))
      if (isRounded(mine, right))
        expect(Math.abs(rounded - mine.value)).toBeLessThanOrEqual(mine.step * 1.001)
    }),
    { numRuns: 500 },
  )
})

it('every whole factor up to 64 has its name', () => {
  for (let by = 2; by <= 64; by++)
    for (const right of [0.005, 0.5, 3, 12])
      expect(plainFactor({ value: right * by, step: 0 }, right)).toMatchObject({ by, large: true })
})

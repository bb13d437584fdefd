import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { duration } from './duration'

it('names a stretch of time by the unit that one would use', () => {
  expect(duration(0)).toBe('0 µs')
  expect(duration(4.2e-6)).toBe('4.2 µs')
  expect(duration(0.0614)).toBe('61.4 ms')
  expect(duration(0.9996)).toBe('1 s')
  expect(duration(1.8531)).toBe('1.85 s')
  expect(duration(62_000)).toBe('17.2 hours')
  expect(duration(4 * 86400)).toBe('4 days')
  expect(duration(31_557_600 * 1234)).toBe('1,230 years')
  expect(duration(31_557_600 * 2.5e7)).toBe('2.5 × 10⁷ years')
})

it('is right to three digits, whatever the unit', () => {
  const lengths = { µs: 1e-6, ms: 1e-3, s: 1, minutes: 60, hours: 3600, days: 86400, years: 31_557_600 }
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e13, noNaN: true }), (seconds) => {
      const [count = '', unit = ''] = duration(seconds).replaceAll(',', '').split(' ')
      expect((Number(count) * lengths[unit as keyof typeof lengths]) / seconds).toBeCloseTo(1, 2)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { integer, real } from './fields'

const ends = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 2000 }))
  .map(([min, span]) => [min, min + span] as const)

test.each([
  ['real', real],
  ['integer', integer],
])('a %s number’s link takes just what its control offers', (_, make) => {
  fc.assert(
    fc.property(ends, fc.integer({ min: -4000, max: 4000 }), ([min, max], value) => {
      const { bounds, parse, format } = make(min, max)
      const inside = value >= bounds.min && value <= bounds.max
      if (inside) expect(parse(format(value))).toBe(value)
      else expect(() => parse(format(value))).toThrow(/expected/)
      for (const end of [bounds.min, bounds.max]) expect(parse(format(end))).toBe(end)
    }),
  )
})

test('a field says how a press of a key moves its number, and how it is called', () => {
  expect(real(-3, 3, { label: 'Δx', step: 0.05 }).bounds).toEqual({
    min: -3,
    max: 3,
    step: 0.05,
    integer: false,
    label: 'Δx',
  })
  expect(integer(1, 9).bounds).toMatchObject({ step: 1, integer: true })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { model, most, tenths } from './model'
import { sentence } from './words'

const states = fc.record({
  x: fc.integer({ min: 50, max: 100 * most.x }).map((n) => n / 100),
  dx: fc.integer({ min: 0, max: 1000 * most.dx }).map((n) => n / 1000),
})

it('gains two strips of x times Δx and a corner of Δx squared, at any size', () => {
  fc.assert(
    fc.property(states, (state) => {
      const { x, dx } = state
      const { strips, corner, change } = model(state)
      expect(strips).toBeCloseTo(x * dx + dx * x, 10)
      expect(corner).toBeCloseTo(dx * dx, 10)
      expect(change).toBeCloseTo(strips + corner, 10)
      expect(sentence(state, model(state))).toMatch(/^[^]{20,200}\.$/)
      expect(sentence(state, model(state))).not.toMatch(/NaN|undefined|Infinity/)
    }),
  )
})

it('leaves a corner that falls a hundredfold where the strips fall tenfold', () => {
  const [whole, tenth] = tenths({ x: 2, dx: 0.5 })
  expect((whole?.strips ?? NaN) / (tenth?.strips ?? NaN)).toBeCloseTo(10, 9)
  expect((whole?.corner ?? NaN) / (tenth?.corner ?? NaN)).toBeCloseTo(100, 9)
})

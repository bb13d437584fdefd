import { entryOf } from '@/autodiff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presets } from '@/topics/slope/functions'
import { bothSides, least, model, type State } from './model'
import { sentence } from './words'

const start: State = { f: 'exp(x)', x: 0.5, e: -0.2 }
const states = fc.record({
  f: fc.constantFrom(...presets.map(({ source }) => source), '3', 'log(x)'),
  x: fc.integer({ min: -30, max: 30 }).map((n) => n / 10),
  e: fc.integer({ min: 50 * least, max: 0 }).map((n) => n / 50),
})

describe('the lens', () => {
  it('frames on the whole curve what the window shows: as many times as wide as the step, everywhere', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { frame, h, view } = model(state)
        if (frame.length === 0) return
        const [[left, low], , [right, high]] = frame as [[number, number], unknown, [number, number]]
        expect((right - left) / h).toBeCloseTo(3.2, 5)
        expect((high - low) / h / (2 * view.height)).toBeCloseTo(1, 5)
      }),
    )
  })

  it('shows a curve that is a line in the end, to any eye', () => {
    const bend = (e: number) => {
      const { view, slope = NaN } = model({ ...start, e })
      return Math.max(...view.curve.map(([u, v]) => Math.abs(v - slope * u)))
    }
    expect(bend(0)).toBeGreaterThan(1)
    expect(bend(-3)).toBeLessThan(0.01)
  })

  it('has both sides of a smooth curve meet in its slope, and those of a kink stay apart', () => {
    const ends = (f: string, x: number) => {
      const { right, left } = bothSides(f, x)
      return [entryOf(right, 0, 1), entryOf(left, 0, 1)]
    }
    for (const slope of ends('exp(x)', 0.5)) expect(slope).toBeCloseTo(Math.exp(0.5), 4)
    expect(ends('abs(x)', 0)).toEqual([1, -1])
  })

  it('has the quotient of a step grow on the side where the step is, and rest at 0 on the other', () => {
    const { right, left } = bothSides('x > 0', 0)
    expect(left.every(([, slope]) => slope + 0 === 0)).toBe(true)
    expect(model({ f: 'x > 0', x: 0, e: -2 }).quotient.value).toBe(100)
    for (const [h, slope] of right) expect(slope * h).toBeCloseTo(1, 9)
  })

  it('says something whole in every state', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(sentence(state, model(state))).toMatch(/^[^]{20,260}\.$/)
        expect(sentence(state, model(state))).not.toMatch(/NaN|undefined|Infinity|∞/)
      }),
    )
  })
})

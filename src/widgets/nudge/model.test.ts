import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linear, presets } from '@/topics/slope/functions'
import { curveOf, widened } from '@/topics/slope/curve'
import { inSight, model, reach, squareOf, type State } from './model'
import { sentence } from './words'

const start: State = { f: 'x^2', x: 1, dx: 0.5 }

describe('a nudge', () => {
  it('of a parabola at 1 by 0.5: predicted 1, true 1.25, and the remainder is Δx²', () => {
    expect(model(start).step).toEqual({
      dx: 0.5,
      predicted: 1,
      true: 1.25,
      remainder: 0.25,
      shrunk: undefined,
      share: 1,
    })
    expect(model(start).perSquare).toBe(1)
    expect(model({ ...start, dx: 0 }).perSquare).toBeUndefined()
    expect(model(start).halves.map(({ share }) => share)).toEqual([1, 1 / 4, 1 / 16, 1 / 64])
  })

  it('leaves a remainder that quarters when Δx is halved, in the limit, wherever f bends', () => {
    for (const f of ['x^2', 'exp(x)', '1/x', 'sqrt(x)'])
      for (const { shrunk } of model({ f, x: 1, dx: 1e-3 }).halves.slice(1)) expect(shrunk).toBeCloseTo(4, 2)
  })

  it('leaves one that shrinks eightfold where f does not bend but turns, as sin at 0', () => {
    for (const { shrunk } of model({ f: 'sin(x)', x: 0, dx: 0.01 }).halves.slice(1))
      expect(shrunk).toBeCloseTo(8, 2)
  })

  it('leaves none where f is a line, however far it goes', () => {
    for (const { remainder, shrunk } of model({ f: linear.source, x: 1, dx: 3 }).halves) {
      expect(remainder).toBe(0)
      expect(shrunk).toBeUndefined()
    }
    expect(sentence({ ...start, f: linear.source }, model({ ...start, f: linear.source }))).toMatch(
      /misses nothing/,
    )
  })

  it('that is too large is told so', () => {
    const large = { f: 'sin(x)', x: 0, dx: 3 }
    expect(sentence(large, model(large))).toMatch(/too large for the slope/)
  })

  it('predicts nothing at a kink and beyond the domain says why, with the numbers that exist', () => {
    const kink = model({ f: 'abs(x)', x: 0, dx: -1 })
    expect(kink.step).toMatchObject({ predicted: undefined, true: 1, remainder: undefined })
    expect(kink.trouble?.kind).toBe('kink')
    const beyond = { f: 'sqrt(x)', x: 1, dx: -2 }
    expect(model(beyond).step).toMatchObject({ predicted: -1, true: undefined, remainder: undefined })
    expect(sentence(beyond, model(beyond))).toMatch(/square root of −1/)
  })
})

describe('the axes', () => {
  it('stay where they are for what fits, and make room for what does not', () => {
    expect(widened({ min: 0, max: 1 }, [0.5, undefined], 0.1)).toEqual({ min: 0, max: 1 })
    expect(widened({ min: 0, max: 1 }, [2], 0.1)).toEqual({ min: 0, max: 2.2 })
  })

  it('are finite for functions with poles, steps and edges', () => {
    for (const { source } of [
      ...presets,
      { source: 'log(x)' },
      { source: '7' },
      { source: 'sqrt(-1 - x^2)' },
    ]) {
      const { range } = curveOf(source, reach)
      expect(range.max - range.min, source).toBeGreaterThan(0)
      expect(Number.isFinite(range.max - range.min), source).toBe(true)
    }
  })
})

it('says something whole in every state', () => {
  const tenths = (n: number) => fc.integer({ min: -10 * n, max: 10 * n }).map((k) => k / 10)
  const f = fc.constantFrom(...presets.map(({ source }) => source), linear.source, 'log(x)', 'exp(exp(x))')
  fc.assert(
    fc.property(fc.record({ f, x: tenths(2), dx: tenths(3) }), (state) => {
      expect(sentence(state, model(state))).toMatch(/^[^]{20,260}\.$/)
      expect(sentence(state, model(state))).not.toMatch(/NaN|undefined|Infinity|∞/)
    }),
  )
})

it('lets Δx go by itself only where x + Δx stays in sight, and back through 0', () => {
  for (let x = -2; x <= 2; x += 0.25) {
    const [low, high] = inSight(x)
    expect(Math.max(Math.abs(x + low), Math.abs(x + high))).toBeLessThanOrEqual(reach)
    expect(low).toBeLessThan(0)
    expect(high).toBeGreaterThan(0)
  }
})

it('draws x² as a square whose corner is the remainder, and nothing else as one', () => {
  for (const x of [-2, -0.5, 0, 1, 1.7])
    for (const dx of [-1, 0.25, 1.5]) {
      const { side, by } = squareOf({ f: 'x^2', x, dx }) ?? { side: NaN, by: NaN }
      const { step } = model({ f: 'x^2', x, dx })
      expect(side).toBeGreaterThanOrEqual(0)
      expect(2 * side * by).toBeCloseTo(step.predicted ?? NaN, 10)
      expect(by ** 2).toBeCloseTo(step.remainder ?? NaN, 10)
    }
  expect(squareOf({ f: 'x^3', x: 1, dx: 1 })).toBeUndefined()
})

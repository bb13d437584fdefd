import { entryOf } from '@/autodiff'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { functionFrom } from '@/figure/pure'
import { presets } from '@/topics/slope/functions'
import { acrossSteps, epsilon, expectedBest, model, quotient, type State } from './model'
import { sentence } from './words'
import { digits, windowAt } from './window'

const start: State = { f: 'exp(x)', x: 0.5, e: -0.5, method: 'one-sided', format: 'float64' }
const exp = functionFrom('exp(x)', ['x'])
const off = (state: Partial<State>) => model({ ...start, ...state }).error ?? NaN

describe('the difference quotient', () => {
  it('misses the slope by half the curvature times h, one-sided, and by a sixth of h² when central', () => {
    for (const e of [-2, -3, -4]) {
      expect(off({ e }) / (Math.exp(0.5) * 10 ** e)).toBeCloseTo(1 / 2, 1)
      expect(off({ e, method: 'central' }) / (Math.exp(0.5) * 10 ** (2 * e))).toBeCloseTo(1 / 6, 1)
    }
  })

  it('rounds every operation in float32, as one does by hand', () => {
    const { fround } = Math
    const [x, h] = [fround(0.1), fround(1e-3)]
    const ahead = fround(Math.exp(fround(x + h)))
    const behind = fround(Math.exp(x))
    expect(quotient(exp, 0.1, 1e-3, 'one-sided', 'float32')).toEqual({
      ahead,
      behind,
      difference: fround(ahead - behind),
      width: h,
      value: fround(fround(ahead - behind) / h),
    })
  })

  it('is 0 once h is lost beside x: below half a spacing of the numbers there', () => {
    const square = functionFrom('x^2', ['x'])
    expect(quotient(square, 1, 1e-16, 'one-sided', 'float64').value).toBe(0)
    expect(quotient(square, 1, 1e-8, 'one-sided', 'float32').value).toBe(0)
    expect(
      sentence({ ...start, f: 'x^2', x: 1, e: -16 }, model({ ...start, f: 'x^2', x: 1, e: -16 })),
    ).toMatch(/no numbers so close together/)
  })
})

describe('the best h', () => {
  test.each(['exp(x)', 'sin(x)', '1/x', 'sqrt(x)'])('of %s is within a factor of ten of √ε or ∛ε', (f) => {
    const across = acrossSteps(f, 0.7)
    if (!('errors' in across)) throw new Error('no derivative')
    expect(across.errors).toHaveLength(4)
    for (const { method, format, best } of across.errors)
      expect(Math.abs(Math.log10(best / expectedBest(method, format)))).toBeLessThan(1)
  })

  it('is where the spacing of a format says', () => {
    expect(1 + epsilon.float64).toBeGreaterThan(1)
    expect(1 + epsilon.float64 / 2).toBe(1)
    expect(Math.fround(1 + epsilon.float32)).toBeGreaterThan(1)
    expect(Math.fround(1 + epsilon.float32 / 2)).toBe(1)
  })
})

describe('where there is no derivative', () => {
  it('the plot over all h shows the quotients from both sides instead of errors', () => {
    const across = acrossSteps('abs(x)', 0)
    if ('errors' in across) throw new Error('|x| has no derivative at 0')
    expect(across.right.every(([, q]) => q === 1)).toBe(true)
    expect(across.left.every(([, q]) => q === -1)).toBe(true)
    expect(model({ ...start, f: 'abs(x)', x: 0 }).slope).toBeUndefined()
  })
})

describe('the window', () => {
  const at = (state: Partial<State>) => {
    const whole = { ...start, ...state }
    return windowAt(whole, model(whole))
  }

  it('shows a curve that comes closer to a line with every zoom', () => {
    const bend = (e: number) => {
      const slope = Math.exp(0.5)
      return Math.max(...at({ e }).curve.map(([u, v]) => Math.abs(v - slope * u)))
    }
    expect(bend(-3)).toBeLessThan(bend(-1) / 50)
  })

  it('has a place for both ends of the secant wherever the quotient is a number, where the curve has a gap too', () => {
    const all = ['exp(x)', 'x^2', 'sin(x)', '1/x', 'x > 0'].flatMap((f) =>
      (['one-sided', 'central'] as const).flatMap((method) =>
        (['float64', 'float32'] as const).flatMap((format) =>
          [0.1, 0.5, 1.3, -2.7].flatMap((x) =>
            [-16, -15.5, -12, -7.5, -3, -0.5].map((e): State => ({ f, x, e, method, format })),
          ),
        ),
      ),
    )
    const defined = all.filter((state) => model(state).defined)
    expect(defined.length).toBeGreaterThan(200)
    expect(defined.filter((state) => !at(state).ends.flat().every(Number.isFinite))).toEqual([])
  })

  it('shows the few numbers that are left one by one', () => {
    expect(at({ e: -3 }).grain).toBeUndefined()
    const grain = at({ e: -15 }).grain ?? []
    expect(grain.length).toBeGreaterThan(5)
    // Below 0.5 they are 2⁻⁵⁴ apart.
    expect(entryOf(grain, 1, 0) - entryOf(grain, 0, 0)).toBeCloseTo(2 ** -54 / 1e-15, 6)
  })

  it('leaves out what has no value', () => {
    const edge = at({ f: 'sqrt(x)', x: 0.1, e: 0 })
    expect(edge.curve.some(([, v]) => Number.isNaN(v))).toBe(true)
    expect(edge.curve.every(([u]) => Number.isFinite(u))).toBe(true)
  })
})

it('splits digits where two numbers stop agreeing', () => {
  expect(digits(1.25, 1.5, 5)).toEqual({ same: '1.', rest: '2500' })
  expect(digits(-0.5, NaN, 3)).toEqual({ same: '', rest: '−0.50' })
  expect(digits(NaN, 1, 9)).toEqual({ same: '', rest: 'no value' })
})

it('does not speak of bending where the curve is straight', () => {
  for (const f of ['2x', 'abs(x)', 'x/3 - 1']) {
    const state = { ...start, f, x: 0.7 }
    expect(sentence(state, model(state))).toMatch(/rounding alone|to the last digit the same/)
  }
  expect(sentence(start, model(start))).toMatch(/still bends/)
})

it('says something whole in every state', () => {
  const states = fc.record({
    f: fc.constantFrom(...presets.map(({ source }) => source), '3', 'log(x)', 'exp(exp(x))'),
    x: fc.integer({ min: -30, max: 30 }).map((n) => n / 10),
    e: fc.integer({ min: -32, max: 0 }).map((n) => n / 2),
    method: fc.constantFrom('one-sided' as const, 'central' as const),
    format: fc.constantFrom('float64' as const, 'float32' as const),
  })
  fc.assert(
    fc.property(states, (state) => {
      expect(sentence(state, model(state))).toMatch(/^[^]{20,260}\.$/)
      expect(sentence(state, model(state))).not.toMatch(/NaN|undefined|Infinity|∞/)
    }),
  )
})

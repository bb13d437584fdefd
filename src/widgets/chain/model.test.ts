import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { functionFrom } from '@/figure/pure'
import { links } from '@/topics/slope/functions'
import { done, fan, model, reachFor, renamed, type State } from './model'
import { sentence } from './words'

const start: State = { f: 'x^2', g: 'sin(y)', x: 0.8, dx: 0.2 }
const tenths = (n: number) => fc.integer({ min: -10 * n, max: 10 * n }).map((k) => k / 10)
const states = fc.record({
  f: fc.constantFrom(...links('x').map(({ source }) => source), 'abs(x)', 'sqrt(x)'),
  g: fc.constantFrom(...links('y').map(({ source }) => source), 'y > 0', 'log(y)'),
  x: tenths(3),
  dx: tenths(1),
})

describe('a chain', () => {
  it('has the product of its rates as its rate, for any two links', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { product, whole } = model(state)
        if (product === undefined || whole === undefined) return
        expect(Math.abs(product - whole)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(whole)))
      }),
    )
    expect(model(start).product).toBeCloseTo(1.6 * Math.cos(0.64), 12)
  })

  it('has another rate with its links in the other order', () => {
    const { f, g, swapped } = model(start)
    const other = model({ ...start, f: renamed(g, 'x'), g: renamed(f, 'y') })
    expect(other.product).toBeCloseTo(swapped ?? NaN, 12)
    expect(other.product).not.toBeCloseTo(model(start).product ?? NaN, 2)
  })

  it('passes nothing on but a remainder where one link has rate 0, before or behind', () => {
    const first = { ...start, x: 0 }
    expect(model(first).product).toBe(0)
    expect(model(first).dz.true).toBeCloseTo(Math.sin(0.04), 12)
    expect(sentence(first, model(first))).toMatch(/first link has rate 0/)
    const second = { f: '3x', g: 'y^2', x: 0, dx: 0.1 }
    expect(sentence(second, model(second))).toMatch(/second link has rate 0/)
  })

  it('that is broken says where and why', () => {
    const broken = { ...start, f: '1/x', x: 0 }
    expect(sentence(broken, model(broken))).toMatch(/f has no value: 1 divided by 0/)
    const kink = { ...start, g: 'abs(y)', x: 0 }
    expect(sentence(kink, model(kink))).toMatch(/g has a kink at y = 0/)
    expect(model(kink).rates).toEqual({ f: 0, g: undefined })
  })

  it.each(['relu(x)', 'abs(x)'])('may have a rate as a whole where its link %s has none', (f) => {
    const state = { f, g: 'y^2', x: 0, dx: 0.1 }
    expect(model(state).product).toBeUndefined()
    expect(model(state).whole).toBe(0)
    expect(sentence(state, model(state))).toMatch(/promises nothing without\. .* one all the same: 0\.$/)
    const none = { ...state, g: 'y' }
    expect(model(none).whole).toBeUndefined()
    expect(sentence(none, model(none))).toMatch(/has no rate either\.$/)
  })
})

describe('the picture', () => {
  it('gives all three lines a scale with room for every arrow', () => {
    expect([0.2, 0.5, 3, 8].map((change) => reachFor([change, undefined]))).toEqual([0.5, 1, 5, 20])
    expect(reachFor([0])).toBeGreaterThan(0)
  })

  it('draws only threads that come near its window', () => {
    const inverse = functionFrom('1/x', ['x'])
    for (const [, to] of fan(inverse, 1, 1, 0.5)) expect(Math.abs(to - 1)).toBeLessThan(1.5)
    expect(fan(inverse, 1, 1, 0.5).length).toBeGreaterThan(3)
  })

  it('sends the nudge leg by leg', () => {
    expect([done(0, 0), done(0.5, 0), done(3, 0), done(2, 2)]).toEqual([0, 0.5, 1, 0])
  })
})

it('renames a letter where it is a name and nowhere else', () => {
  expect(renamed(functionFrom('exp(2x) + x²', ['x']), 'y')).toBe('exp(2y) + y²')
  expect(renamed(functionFrom('maximum(y, 0) y', ['y']), 'x')).toBe('maximum(x, 0) x')
})

it('says something whole in every state', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(sentence(state, model(state))).toMatch(/^[^]{20,280}\.$/)
      expect(sentence(state, model(state))).not.toMatch(/NaN|undefined|Infinity|∞/)
    }),
  )
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { grad, mul, parse, tensor, type Tensor } from '@/autodiff'
import { model, presets } from './model'
import { sentence } from './words'

const number = fc.double({ min: -3, max: 3, noNaN: true })
const text = fc.constantFrom(...presets.map(({ source }) => source), 'x^2 * y^3', 'exp(x - y)')

it('with numbers for levels it is what reverse mode says, and what differences say', () =>
  fc.assert(
    fc.property(text, number, number, (g, x, y) => {
      const { f } = parse(g, { names: ['x', 'y'], numbers: true })
      const byY = (a: Tensor, b: Tensor) => grad((v: Tensor) => f({ x: a, y: v }))(b)
      const { inner, outer, differences, differ } = model({ g, x, y })
      expect(inner.right).toBeCloseTo(byY(tensor(x), tensor(y)).item(), 9)
      const wanted = grad((a: Tensor) => mul(a, byY(a, tensor(y))))(x).item()
      expect(outer.right).toBeCloseTo(wanted, 8)
      expect(Math.abs((differences ?? NaN) - wanted)).toBeLessThan(1e-4 * Math.max(1, Math.abs(wanted)))
      expect(differ).toBe(Math.abs(outer.right - outer.confused) > 1e-9 * Math.max(1, Math.abs(outer.right)))
    }),
    { numRuns: 100, seed: 1 },
  ))

it('with one level for all, the rates of x and y add up: 2 in place of 1', () => {
  const scene = model({ g: 'x + y', x: 1, y: 1 })
  expect(scene).toMatchObject({
    inner: { right: 1, confused: 2 },
    outer: { right: 1, confused: 2 },
    differ: true,
  })
  expect(sentence(scene)).toContain('comes to 2, and should be 1')
})

it('without x in g there is nothing to mix up', () => {
  const scene = model({ g: 'y^2', x: 2, y: 3 })
  expect(scene).toMatchObject({ outer: { right: 6, confused: 6 }, differ: false })
  expect(sentence(scene)).toContain('both come to 6')
})

it('says what is true where the inner one is right by chance, at a corner, and where there is none', () => {
  expect(sentence(model({ g: 'log(y) * x', x: 1, y: 1 }))).toMatch(
    /is 1, as it should be.*comes to 1, and should be 2/,
  )
  expect(model({ g: 'relu(y - x)', x: 1, y: 1 }).differences).toBeNull()
  expect(sentence(model({ g: 'x^0.5 * y', x: -1, y: 1 }))).toContain('no derivative')
})

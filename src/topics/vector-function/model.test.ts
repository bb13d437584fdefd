import { describe, expect, it } from 'vitest'
import { entryOf, parse, tensor } from '@/autodiff'
import { apply, jacobianAt, noValue, pretty, read, spell, split, starred, troubles } from './model'

const of = (text: string, N = 1) => {
  const f = read(split(text), N)
  if ('error' in f) throw new Error(f.error)
  return f
}
const troubleOf = (text: string, x: number[]) => troubles(of(text, x.length), x).find(Boolean)

describe('a function typed as formulas', () => {
  it('is split at its commas, not at those inside brackets', () => {
    expect(split('[x1 * x2, maximum(x1, 2) , x3]')).toEqual(['x1 * x2', 'maximum(x1, 2)', 'x3'])
    expect(split('x1')).toEqual(['x1'])
  })

  it('has the Jacobian that calculus gives: for polar coordinates cos, −r sin, sin, r cos', () => {
    const J = jacobianAt(of('x1 cos(x2), x1 sin(x2)'), [2, 0.5])
    const expected = [
      [Math.cos(0.5), -2 * Math.sin(0.5)],
      [Math.sin(0.5), 2 * Math.cos(0.5)],
    ]
    J.forEach((row, i) => row.forEach((rate, j) => expect(rate).toBeCloseTo(entryOf(expected, i, j), 12)))
  })

  it('has as many inputs as it names, and a zero column for one that it does not', () => {
    const f = of('x1 + x4, 7', 2)
    expect(f.N).toBe(4)
    expect(jacobianAt(f, [1, 2, 3, 4])).toEqual([
      [1, 0, 0, 1],
      [0, 0, 0, 0],
    ])
  })

  it('is computed at many points at once, constants among its formulas too', () => {
    const points = tensor([
      [1, 2, 3],
      [10, 20, 30],
    ])
    expect(apply(of('x1 * x2, 5'), points).toArray()).toEqual([
      [10, 40, 90],
      [5, 5, 5],
    ])
  })

  it('is computed point by point where its parts stand side by side', () => {
    const points = tensor([
      [1, 2, 3],
      [10, 20, 30],
    ])
    expect(apply(of('2x1 (x2), -x1 · (x2 + 1) x1'), points).toArray()).toEqual([
      [20, 80, 180],
      [-11, -84, -279],
    ])
    expect(starred(parse('(2 x1) sin(3x2)^2'))).toBe('(2 *x1) *sin(3*x2)^2')
  })

  it('that can’t be read is answered with the output, the place and what was expected', () => {
    expect(read(['x1', 'x1 * )'], 1)).toEqual({
      error: expect.stringMatching(/^In y₂: Expected .* at character 6/),
    })
    expect(read(['x1', ''], 1)).toEqual({ error: expect.stringMatching(/^In y₂: .*missing/) })
    expect(read(['x9'], 1)).toEqual({ error: expect.stringMatching(/^In y₁: .*x9/) })
    expect(read(['[x1, x2]'], 1)).toEqual({ error: expect.stringMatching(/one number/) })
    expect(
      read(
        Array.from({ length: 7 }, () => 'x1'),
        1,
      ),
    ).toEqual({ error: expect.stringMatching(/too many/) })
  })

  it('is shown in the book’s spelling, and what may have been meant is the whole text, one formula put right', () => {
    expect(spell('x1 cos(x2), x2')).toEqual({ suggestions: [] })
    expect(spell('np.cos(x1), x2')).toEqual({ suggestions: [], book: 'cos(x1), x2' })
    expect(spell('x1, tahn(x2)')).toEqual({ suggestions: ['x1, tanh(x2)'] })
    expect(spell('cos(x1), max(0, x2)')).toEqual({ suggestions: [], book: 'cos(x1), maximum(0, x2)' })
  })

  it('says which output has no value, no derivative, a kink, a jump, and where', () => {
    expect(troubleOf('x1, sqrt(x2)', [1, -4])).toMatch(/^At x₂ = −4, y₂ has no value/)
    expect(noValue(of('1 / x1'), [0])).toMatch(/^At x₁ = 0, y₁ has no value/)
    expect(troubleOf('sqrt(x1)', [0])).toMatch(/no derivative/)
    expect(troubleOf('x2, abs(x1)', [0, 1])).toMatch(/^y₂ has a kink at x₁ = 0/)
    expect(troubleOf('where(x1 > 0, 1, 0)', [0])).toMatch(/jumps at x₁ = 0/)
    expect(troubleOf('x1^2 * exp(x2)', [3, 4])).toBeUndefined()
  })

  it('is written for the eye with its symbols marked', () => {
    expect(pretty('0.8 x1 * x2^2 - sqrt(x3)')).toBe('0.8 {x.1} · {x.2}² − √({x.3})')
  })
})

import { describe, expect, it } from 'vitest'
import { texOf } from '@/autodiff'
import { functionFrom, readFunction, tooLong } from './expression'

const f = (source: string, ...names: string[]) => functionFrom(source, names.length ? names : ['x'])
const problem = (source: string) => {
  const read = readFunction(source, ['x'])
  return 'error' in read ? read.error : ''
}

describe('a typed function', () => {
  it('has a value and a derivative by each of its names, both from the core', () => {
    expect(f('x^2 sin(x)').value([2])).toBeCloseTo(4 * Math.sin(2), 12)
    expect(f('x^2 sin(x)').gradient([2])[0]).toBeCloseTo(4 * Math.sin(2) + 4 * Math.cos(2), 12)
    expect(f('x1^2 x2', 'x1', 'x2').gradient([3, 5])).toEqual([30, 9])
    expect(f('7').gradient([2])).toEqual([0])
  })

  it('is computed in float32 when asked', () => {
    const tenth = f('x + 1')
    expect(tenth.value([1e-8], 'float32')).toBe(1)
    expect(tenth.value([1e-8])).toBeGreaterThan(1)
    expect(f('x').value([0.1], 'float32')).toBe(Math.fround(0.1))
  })

  it('is refused with a sentence that says where and what was expected', () => {
    expect(problem('x +')).toBe('Expected a number, a name or “(”, but found the end.')
    expect(problem('x * z')).toMatch(/no value “z”/)
    expect(problem('sni(x)')).toMatch(/did you mean “sin”/)
    expect(problem(' ')).toBe('The function is missing: type a formula in x.')
    expect(problem('[x, x]')).toMatch(/tensor of shape 2; a function here gives one number/)
    expect(problem('x[0]')).toMatch(/can't be computed: .*a scalar has no entries/)
  })

  it('that is written as by hand is read, and has the book’s spelling as its source', () => {
    for (const [typed, source] of [
      ['|x|', 'abs(x)'],
      ['√x', 'sqrt(x)'],
      ['max(x, 0)', 'maximum(x, 0)'],
      ['eˣ', 'e^x'],
    ] as const)
      expect(f(typed).source).toBe(source)
    expect(problem('step(x)')).toMatch(/a step at 0 is x > 0/)
  })

  it('that is too long is not cut off', () => {
    expect(tooLong('x'.repeat(80))).toBeUndefined()
    expect(tooLong('x'.repeat(5000))).toBe('A formula here may have 80 characters, and this one has 5,000.')
  })

  it('is typeset without a part that is no number, and without the digits of one that has many', () => {
    const written = (source: string) => texOf(f(source).formula)
    expect(written('log(-1)')).toBe('\\text{log(-1)}')
    expect(written('1/0 + x')).toBe('\\text{1/0 + x}')
    expect(written('x/3 * (2/7)')).not.toMatch(/\d{6}/)
  })
})

describe('the formula as it is set', () => {
  const set = (source: string) => texOf(f(source).formula)

  it('reads as mathematics', () => {
    expect(set('x^2 sin(1/x)')).toBe('x^{2} \\, \\sin\\left(\\frac{1}{x}\\right)')
    expect(set('-2x + sqrt(x)')).toBe('-2 x + \\sqrt{x}')
    expect(texOf(functionFrom('x1 x2', ['x1', 'x2'], { x1: 'x' }).formula)).toBe(
      '\\htmlClass{x}{x_{1}} \\, x_{2}',
    )
  })
})

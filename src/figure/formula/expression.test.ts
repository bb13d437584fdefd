import { describe, expect, it, test } from 'vitest'
import { parse, primitives, toTex, trace } from '@/autodiff'
import { functionFrom, readFunction, tooLong } from './expression'
import { plainText, readTex } from './pieces'
import { noValue, troubleAt } from './trouble'

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

  it('that is written as by hand is told how it is typed', () => {
    expect(problem('|x|')).toMatch(/found “\|” at character 1: type abs\(x\) for \|x\|/)
    expect(problem('√x')).toMatch(/type sqrt\(x\)/)
    expect(problem('step(x)')).toMatch(/a step at 0 is x > 0/)
    expect(problem('max(x, 0)')).toMatch(/write maximum/)
  })

  it('that is too long is not cut off', () => {
    expect(tooLong('x'.repeat(80))).toBeUndefined()
    expect(tooLong('x'.repeat(5000))).toBe('A formula here may have 80 characters, and this one has 5,000.')
  })

  it('is typeset without a part that is no number, and without the digits of one that has many', () => {
    const written = (source: string) => plainText(readTex(f(source).tex))
    expect(written('log(-1)')).toBe('log(-1)')
    expect(written('1/0 + x')).toBe('1/0 + x')
    expect(written('x/3 * (2/7)')).not.toMatch(/\d{6}/)
  })
})

describe('where there is no value, the sentence says why', () => {
  test.each([
    ['sqrt(x)', -0.5, 'At x = −0.5, f has no value: the square root of −0.5 is no real number.'],
    ['1/x', 0, 'At x = 0, f has no value: 1 divided by 0 is no number.'],
    ['log(x)', 0, 'At x = 0, f has no value: no power of e is 0, so log 0 is nothing.'],
    ['log(x)', -1, 'At x = −1, f has no value: no power of e is −1, so it has no logarithm.'],
    ['x^0.5', -4, 'At x = −4, f has no value: (−4) to the power 0.5 is no real number.'],
    ['x^(-2)', 0, 'At x = 0, f has no value: 0 to the power −2 would be 1 divided by 0.'],
    ['x^500', 10, 'At x = 10, f has no value: 10 to the power 500 comes out too large to be a number here.'],
    ['exp(exp(x))', 10, 'At x = 10, f has no value: exp comes out too large to be a number here.'],
    ['2 + sin(1/x)', 0, 'At x = 0, f has no value: 1 divided by 0 is no number.'],
  ])('%s at %d', (source, at, sentence) => {
    expect(noValue(f(source), [at])).toBe(sentence)
    expect(troubleAt(f(source), [at])?.kind).toBe('undefined')
    expect(noValue(f(source), [2])).toBeUndefined()
  })
})

it('names no place where nothing depends on one', () => {
  expect(noValue(functionFrom('log(-1)', []), [])).toMatch(/^f has no value: no power of e/)
})

describe('where there is no derivative, its kind is known', () => {
  test.each([
    ['abs(x)', 0, 'kink', /slope −1 on the left, 1 on the right/],
    ['abs(x - 1) + x', 1, 'kink', /at x = 1: slope 0 on the left, 2 on the right/],
    ['relu(x)', 0, 'kink', /slope 0 on the left, 1 on the right/],
    ['sign(x)', 0, 'jump', /from −1 to 1/],
    ['x > 0', 0, 'jump', /from 0 to 1/],
    ['sqrt(x)', 0, 'edge', /no values to the left of x = 0, and on the other side its slope grows/],
    ['sqrt(abs(x))', 0, 'vertical', /without bound/],
    ['where(equal(x, 0), 0, x sin(1/x))', 0, 'wild', /swings/],
  ] as const)('%s at %d: %s', (source, at, kind, sentence) => {
    const trouble = troubleAt(f(source), [at])
    expect(trouble?.kind).toBe(kind)
    expect(trouble?.sentence).toMatch(sentence)
    expect(trouble?.sentence).toMatch(/no derivative\.$/)
  })

  it.each([
    ['x abs(x)', 0],
    ['abs(x)', 1e-6],
    ['relu(x)^2', 0],
    ['x^3', 0],
    ['maximum(x, x)', 2],
    ['sin(x)', 0],
  ])('%s at %d has a derivative', (source, at) => expect(troubleAt(f(source), [at])).toBeUndefined())

  it('is found by each name in turn', () => {
    const kink = troubleAt(f('x1 + abs(x2)', 'x1', 'x2'), [3, 0])
    expect(kink?.sentence).toMatch(/at x₂ = 0/)
    expect(troubleAt(f('x1 + abs(x2)', 'x1', 'x2'), [0, 1])).toBeUndefined()
  })

  it('is told apart from rules that fail where the graph is smooth', () => {
    for (const source of ['sqrt(x^4)', 'where(equal(x, 0), 0, x^2 sin(1/x))'])
      expect(troubleAt(f(source), [0])?.kind).toBe('rules')
  })
})

describe('the formula as it is set', () => {
  const set = (source: string) => plainText(readTex(f(source).tex))

  it('reads as mathematics', () => {
    expect(set('x^2 sin(1/x)')).toBe('x^(2)\u2009sin((1)/(x))')
    expect(set('-2x + sqrt(x)')).toBe('−2x + √(x)')
    expect(plainText(readTex(functionFrom('x1 x2', ['x1', 'x2'], { x1: 'x' }).tex))).toBe('x_1\u2009x_2')
  })

  it('knows all that any op of the core writes', () => {
    for (const [name, { points }] of primitives) {
      const shapes = points[0]?.shapes ?? 'a'
      // Those that take plain numbers; the others need shapes and settings.
      if (/\w/.test(shapes)) continue
      const { f: run } = parse(`${name}(${shapes.split(',').map(() => 'x')})`)
      const tex = toTex(trace(run, [{ x: 0.5 }]))
      expect(plainText(readTex(tex)), tex).not.toMatch(/[\\{}]|operatorname|frac|left|right/)
    }
  })
})

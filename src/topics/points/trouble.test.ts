import { describe, expect, it, test } from 'vitest'
import { functionFrom } from '@/figure/pure'
import { noValue } from './reason'
import { troubleAt } from './trouble'

const f = (source: string, ...names: string[]) => functionFrom(source, names.length ? names : ['x'])

describe('where there is no value, the sentence says why', () => {
  test.each([
    ['sqrt(x)', -0.5, 'At x = −0.5, f has no value: the square root of −0.5 is no real number.'],
    ['sum(sqrt([3, x]))', -1, 'At x = −1, f has no value: the square root of −1 is no real number.'],
    ['asin(x / 4)', -5, 'At x = −5, f has no value: no angle has the sine −1.25.'],
    ['1/x', 0, 'At x = 0, f has no value: 1 divided by 0 is no number.'],
    ['log(x)', 0, 'At x = 0, f has no value: no power of e is 0, so log 0 is nothing.'],
    ['log(x)', -1, 'At x = −1, f has no value: no power of e is −1, so it has no logarithm.'],
    ['x^0.5', -4, 'At x = −4, f has no value: (−4) to the power 0.5 is no real number.'],
    ['x^(-2)', 0, 'At x = 0, f has no value: 0 to the power −2 would be 1 divided by 0.'],
    ['x^500', 10, 'At x = 10, f has no value: 10 to the power 500 comes out too large to be a number here.'],
    ['exp(exp(x))', 10, 'At x = 10, f has no value: exp comes out too large to be a number here.'],
    ['exp(-1/x^2)', 0, 'At x = 0, f has no value: 1 divided by 0 is no number.'],
    ['1/(1 + 1/x)', 0, 'At x = 0, f has no value: 1 divided by 0 is no number.'],
    ['atan(1/x)', 0, 'At x = 0, f has no value: 1 divided by 0 is no number.'],
    ['exp(log(x))', 0, 'At x = 0, f has no value: no power of e is 0, so log 0 is nothing.'],
    ['maximum(x, log(x))', 0, 'At x = 0, f has no value: no power of e is 0, so log 0 is nothing.'],
    ['2 + sin(1/x)', 0, 'At x = 0, f has no value: 1 divided by 0 is no number.'],
  ])('%s at %d', (source, at, sentence) => {
    expect(noValue(f(source), [at])).toBe(sentence)
    expect(troubleAt(f(source), [at])?.kind).toBe('undefined')
    expect(noValue(f(source), [2])).toBeUndefined()
  })
})

it.each([
  ['where(x > 0, x * log(x), 0)', 0],
  ['where(x > 0, exp(-1/x), 0)', 0],
  ['where(x == 0, 1, sin(x) / x)', 0],
  ['1/(1 + exp(-x))', -1000],
  ['tanh(x)', 1000],
])('%s has a value at %d: what it does not take, or what is only large, is no hole', (source, at) => {
  expect(noValue(f(source), [at])).toBeUndefined()
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
    [
      'sqrt(x)',
      0,
      'edge',
      /no values to the left of x = 0, and on the right the slope of the secant grows without bound/,
    ],
    ['0^x', 0, 'edge', /no values to the left of x = 0/],
    ['where(equal(x, 0), 0, 1/x)', 0, 'jump', /grow beyond every bound/],
    ['where(equal(x, 0), 0, x^(-12))', 0, 'jump', /grow beyond every bound/],
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

describe('what is said of a point holds', () => {
  it.each([
    ['abs(x)^1.5', 0],
    ['x sqrt(abs(x))', 0],
    ['relu(x)^1.5', 0],
    ['abs(x)^1.1', 0],
    ['abs(x - 1)^1.1', 1],
    ['where(equal(x, 0), 0, x / log(abs(x)))', 0],
    ['where(equal(x, 0), 0, x abs(x)^0.2 sin(1/x))', 0],
  ])('%s at %d has slope 0, however slowly the quotient gets there', (source, at) => {
    const trouble = troubleAt(f(source), [at])
    expect(trouble?.slope ?? f(source).gradient([at])[0]).toBe(0)
    expect(trouble?.sentence ?? '').not.toMatch(/no derivative/)
  })

  it.each([
    [
      'where(x > 0, x log(x), 0)',
      'vertical',
      /On the right of x = 0 .* falls without bound; on the left it tends to 0/,
    ],
    ['max([x, 0])', 'kink', /slope 0 on the left, 1 on the right/],
    ['maximum(x, x^2)', 'kink', /slope 0 on the left, 1 on the right/],
    [
      'x^x',
      'edge',
      /no values to the left of x = 0, and on the right the slope of the secant falls without bound/,
    ],
    ['where(equal(x, 0), 0, x log(abs(x))^2)', 'vertical', /steeper f gets, without bound/],
    ['where(equal(x, 0), 0, sin(1/x))', 'wild', /values of f swing/],
    ['where(equal(x, 0), 0, 1/x)', 'jump', /beyond every bound/],
    ['where(equal(x, 0), 1, x)', 'jump', /it is 1 there, and close to 0 on both sides/],
    ['abs(x) + 1e-4 x', 'kink', /slope −1 on the left, 1 on the right/],
    ['1e-9 abs(x)', 'kink', /kink/],
  ] as const)('%s at 0: %s', (source, kind, sentence) => {
    const trouble = troubleAt(f(source), [0])
    expect(trouble?.kind).toBe(kind)
    expect(trouble?.sentence).toMatch(sentence)
  })

  it('a kink is one although the number is not quite where it should be', () =>
    expect(troubleAt(f('abs(x - 0.1 - 0.2)'), [0.3])?.kind).toBe('kink'))

  it('rules that pick other slopes than the graph has are told', () => {
    const trouble = troubleAt(f('relu(x) - relu(-x)'), [0])
    expect(trouble?.slope).toBeCloseTo(1, 9)
    expect(trouble?.sentence).toMatch(/has slope 1 at x = 0\. The rules for the parts of its formula give 0/)
  })

  it('steep is not broken, and rounding is not swinging', () => {
    for (const source of [
      'exp(10x)',
      'tanh(1000x)',
      'sin(300x)',
      '(x + 1000000) - 1000000',
      'x^9',
      '7',
      'x^2 - 2x + 1',
    ])
      for (const at of [0, 0.3, 1, -2.9])
        expect(troubleAt(f(source), [at]), `${source} at ${at}`).toBeUndefined()
  })
})

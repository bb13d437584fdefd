import { describe, expect, it } from 'vitest'
import { grad, nth, parse, texOf } from '@/autodiff'
import {
  everySeen,
  heightOf,
  inputs,
  model,
  most,
  nextUnseen,
  presets,
  problem,
  resize,
  type State,
} from './model'
import { sentence } from './words'

const start: State = {
  n: 4,
  x: inputs.slice(0, 4),
  f: presets[0].source,
  at: 1,
  seen: 0b0011,
  h: 0.1,
  reverse: 'no',
}
const scene = (change: Partial<State> = {}) => model({ ...start, ...change })

describe('probing a function of many inputs', () => {
  it('fills one entry of the gradient a forward pass, and leaves the others unknown', () => {
    const { nudged, forward } = scene()
    expect(nudged.map((one) => one?.partial ?? null)).toEqual([2, -1, null, null])
    expect(forward.count).toBe(2)
  })

  it('agrees with reverse mode for every function and every number of inputs', () => {
    for (const { source } of presets)
      for (let n = 2; n <= most; n++) {
        const x = inputs.slice(0, n)
        const { nudged, reverse } = scene({ f: source, n, x, seen: everySeen(n), reverse: 'yes' })
        const gradient = Array.from(grad((v) => parse(source).f({ x: v }))(x).data)
        expect(reverse?.gradient).toEqual(gradient)
        nudged.forEach((one, i) => expect(one?.partial).toBeCloseTo(nth(gradient, i), 12))
        expect(reverse?.difference).toBeLessThan(1e-12)
      }
  })

  it('counts passes by what they visit: N forward passes visit N times what one does, one reverse pass does not grow', () => {
    const of = (n: number) => scene({ n, x: inputs.slice(0, n), seen: everySeen(n), reverse: 'yes' })
    expect([of(2).forward.count, of(8).forward.count]).toEqual([2, 8])
    expect(of(8).forward.visits).toBe(4 * of(2).forward.visits)
    expect(of(8).reverse?.passes).toEqual(of(2).reverse?.passes)
  })

  it('shows what the nudge really did, which nears the partial derivative as the nudge shrinks', () => {
    const off = (h: number) => {
      const one = scene({ h, at: 0 }).nudged[0]
      return Math.abs((one?.rate ?? NaN) - (one?.partial ?? NaN))
    }
    expect(off(0.1)).toBeCloseTo(0.1, 9)
    expect(off(0.01)).toBeCloseTo(0.01, 9)
  })

  it('says what happened', () => {
    expect(sentence(start, scene())).toBe(
      'Nudge {x.2} alone by 0.1: {y} moves by −0.09, which is −0.9 per unit; forward mode along e₂ gives ∂y/∂x₂ = −1. 2 of 4 entries are still unknown.',
    )
    const whole: State = { ...start, seen: 15 }
    expect(sentence(whole, model(whole))).toMatch(/It took 4 passes of forward mode/)
    const back: State = { ...start, reverse: 'yes' }
    expect(sentence(back, model(back))).toMatch(
      /One pass of reverse mode gives all 4 .*2 of forward mode have given 2/,
    )
    const none: State = { ...start, seen: 0 }
    expect(sentence(none, model(none))).toMatch(/Nothing has been nudged along e₂ yet\. 4 of 4/)
  })

  it('keeps the first inputs when their number changes, and forgets what is gone', () => {
    expect(resize({ ...start, at: 3, seen: 0b1011 }, 2)).toEqual({ n: 2, x: [1, -0.5], at: 1, seen: 0b11 })
    expect(resize(start, 6).x).toEqual(inputs.slice(0, 6))
  })
})

it('goes on to the next direction that was not nudged, round the end', () => {
  expect(nextUnseen(start)).toBe(2)
  expect(nextUnseen({ n: 4, at: 3, seen: 0b1010 })).toBe(0)
  expect(nextUnseen({ n: 4, at: 0, seen: 0b1111 })).toBeUndefined()
})

it('bars keep a round scale', () => {
  expect([heightOf([0.2, null]), heightOf([1.4]), heightOf([-3, 2]), heightOf([70])]).toEqual([1, 1.5, 3, 80])
})

it('sets every function that it offers', () => {
  for (const { source } of presets) expect(texOf(scene({ f: source }).formula), source).toMatch(/x/)
})

describe('a function that is none gets a sentence', () => {
  const says = (f: string, x: readonly number[] = start.x) => problem({ f, x })
  it.each([
    ['sum(x^2)', undefined],
    ['x^2', 'This gives 4 numbers; a gradient belongs to one. Put sum(…) round it.'],
    [
      'sum(sqrt(x))',
      'For these inputs the function has no value: the square root of −0.5 is no real number.',
    ],
    ['sum(x) + log(-1)', /a part of it that has no x in it is no number/],
    ['sum(z)', /There is no value “z”/],
    ['x @ [1, 2]', /matmul/],
  ])('%s', (f, expected) => {
    if (expected === undefined) expect(says(f)).toBeUndefined()
    else expect(says(f)).toMatch(expected)
  })
})

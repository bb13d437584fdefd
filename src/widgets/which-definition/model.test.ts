import { describe, expect, it } from 'vitest'
import { length } from '@/topics/surface/model'
import { gradientAt, grounds, model, quotient, type GroundName, type State } from './model'
import { sentence } from './words'

const [g1, g2] = gradientAt('bowl') ?? [NaN, NaN]
const start: State = { ground: 'bowl', turn: 30, size: 0.1, g1, g2 }
const scene = (change: Partial<State> = {}) => model({ ...start, ...change })

describe('the printed definition', () => {
  it('has another limit in each direction: a cosine, from ‖∇f‖ down to −‖∇f‖', () => {
    for (const ground of ['bowl', 'saddle'] as const) {
      const size = length(gradientAt(ground) ?? [NaN, NaN])
      const limits = scene({ ground }).printed.limits.map(([, value]) => value)
      expect(Math.max(...limits)).toBeCloseTo(size, 2)
      expect(Math.min(...limits)).toBeCloseTo(-size, 2)
    }
  })

  it('tends to that limit as h shrinks, and changes sign when h turns round', () => {
    const { limit } = scene()
    const small = { ...start, size: 1e-6 }
    expect(model(small).printed.now).toBeCloseTo(limit.here, 5)
    expect(limit.opposite).toBeCloseTo(-limit.here, 12)
  })

  it('is a number, computed from the function', () => {
    expect(quotient('bowl', [0.1, 0])).toBeCloseTo((1.1 ** 2 - 1) / 2 / 0.1, 12)
  })
})

describe('the right definition', () => {
  it('holds for the core’s gradient: the worst miss shrinks tenfold with h', () => {
    for (const ground of ['bowl', 'saddle'] as const) {
      const [a, b] = gradientAt(ground) ?? [NaN, NaN]
      const { right, shrinking } = scene({ ground, g1: a, g2: b })
      expect(right.holds).toBe(true)
      const [, at1, at2] = shrinking.map(({ worst }) => worst)
      expect((at1 ?? NaN) / (at2 ?? NaN)).toBeCloseTo(10, 3)
    }
  })

  it('holds for no other vector: the miss levels off at the distance to the gradient', () => {
    const { right } = scene({ g1: g1 + 0.3, g2: g2 - 0.4 })
    expect(right.holds).toBe(false)
    expect(right.finest).toBeCloseTo(0.5, 2)
  })

  it('holds for no vector at all at the tip of a cone', () => {
    for (const [a, b] of [
      [0, 0],
      [1, 0],
      [0.3, -0.8],
    ] as const)
      expect(scene({ ground: 'cone', g1: a, g2: b }).right.finest).toBeGreaterThan(0.99)
  })
})

it('says which of the two is a definition', () => {
  const says = (change: Partial<State> = {}) => sentence({ ...start, ...change }, scene(change))
  expect(says({ turn: 0 })).toBe(
    'With h at 0° the printed quotient tends to 1, with h the other way to −1. For g = (1, 0.5) the miss goes to 0 in every direction: this is the gradient.',
  )
  expect(says({ g1: 0 })).toMatch(
    /stays at 1 in some direction, however small h is: this is not the gradient/,
  )
  expect(says({ ground: 'cone' })).toMatch(
    /tends to 1 in every direction, and yet there is no gradient here.* stays at 2.*in some direction/,
  )
})

it('is finite in every state that a reader can reach', () => {
  for (const ground of Object.keys(grounds) as GroundName[])
    for (const size of [1, 1e-6])
      for (const turn of [0, 45, 359]) {
        const numbers = JSON.stringify(scene({ ground, size, turn, g1: 0, g2: 0 }))
        expect(numbers).not.toContain('null')
      }
})

import { nth } from '@/autodiff'
import { describe, expect, it } from 'vitest'
import { advance, begin, type Settings } from '../network/train'
import { axesOf, curveOf, deadUnits, landscape, mostSteps, pointsOf, wrongAmong } from './model'
import { sentence } from './words'

const moons: Settings = { data: 'moons', H: 8, seed: 1, rate: 0.5 }
const trained = advance(begin(moons), 300)
const wrongOf = (run: typeof trained) => wrongAmong(pointsOf(run))
const said = (settings: Partial<Settings>, steps: number) => {
  const run = advance(begin({ ...moons, ...settings }), steps)
  return sentence(run, wrongOf(run))
}

describe('what is drawn', () => {
  it('the landscape is positive where points of the second class are, once they are learned', () => {
    const { values, size, min, max } = landscape(trained)
    const at = (x: number) => Math.round(((x - min) / (max - min)) * (size - 1))
    expect(wrongOf(trained)).toBe(0)
    const right = pointsOf(trained).filter(
      ({ at: [x, y], label }) => nth(values, at(y) * size + at(x)) > 0 === (label === 1),
    )
    expect(right.length).toBeGreaterThan(70)
  })

  it('the curve keeps its ends and stays short', () => {
    const curve = curveOf(Array.from({ length: mostSteps + 1 }, (_, k) => 1 / (k + 1)))
    expect(curve.length).toBeLessThan(260)
    expect(curve[0]).toEqual([0, 1])
    expect(curve.at(-1)?.[0]).toBe(mostSteps)
  })

  it('the axes hold every loss, also none and an exploding one', () => {
    for (const losses of [[1], [1, 0], [2, 3e5], trained.losses]) {
      const { low, top, steps } = axesOf(losses)
      for (const [step, loss] of curveOf(losses)) {
        expect(loss).toBeGreaterThanOrEqual(low)
        expect(loss).toBeLessThanOrEqual(top)
        expect(step).toBeLessThanOrEqual(steps)
      }
    }
  })
})

describe('what is said', () => {
  it('before, after, and where a rate is too large', () => {
    expect(said({}, 0)).toMatch(/^Before the first step, on the moons/)
    expect(said({}, 300)).toMatch(
      /^After 300 steps \{L\} has fallen from \d\.\d+ to 0\.\d+, and all 80 points/,
    )
    expect(said({ rate: 10 }, 100)).toMatch(/has risen .* too large/)
    expect(said({ rate: 1000, seed: 3 }, 100)).toMatch(/too large/)
  })
  it('says how many hidden units have no gradient left', () => {
    const dead = advance(begin({ ...moons, rate: 10 }), 100)
    expect(deadUnits(dead)).toBe(8)
    expect(sentence(dead, wrongOf(dead))).toMatch(/Every hidden unit is off/)
    expect(deadUnits(trained)).toBeLessThan(8)
  })
  it('says that it stopped, and why', () => {
    const stopped = { ...begin(moons), stopped: true }
    expect(sentence(stopped, 3)).toMatch(/^Stopped after 0 steps: .*overshoots/)
  })
})

import { entryOf, nth } from '@/autodiff'
import { describe, expect, it } from 'vitest'
import { presets } from './functions'
import { check, functionOf, model, start, type State } from './model'
import { worstMiss } from './sums'
import { sentence, spokenSum } from './words'

const sizes = [1, 2, 3, 4, 5, 6]
const nudge = (...dx: number[]): State => ({ ...start, dx: [...dx, 0, 0, 0, 0, 0, 0].slice(0, 6) })

describe('the Jacobian as a matrix', () => {
  it('is M × N for each function at each size, and each of its numbers is a number', () => {
    for (const f of presets)
      for (const N of sizes)
        for (const M of sizes) {
          const scene = model({ ...start, f, N, M })
          expect(scene.J.length).toBe(M)
          for (const row of scene.J) expect(row.length).toBe(N)
          expect(scene.problem, `${f} ${N} ${M}`).toBeUndefined()
        }
  })

  it('predicts by column j for a nudge of x_j alone', () => {
    const { J, predicted } = model(nudge(0, 0.5))
    predicted.forEach((value, i) => expect(value).toBeCloseTo(0.5 * entryOf(J, i, 1), 12))
  })

  it('adds columns for several nudges at once, though the true changes of a bent function do not add', () => {
    const [one, two, both] = [model(nudge(0.5)), model(nudge(0, 0.5)), model(nudge(0.5, 0.5))]
    both.predicted.forEach((value, i) =>
      expect(value).toBeCloseTo(nth(one.predicted, i) + nth(two.predicted, i), 12),
    )
    expect(both.change[0]).not.toBeCloseTo(nth(one.change, 0) + nth(two.change, 0), 3)
  })

  it('leaves a remainder that quarters when a small nudge is halved, and none if f is linear', () => {
    const miss = (d: number) => Math.abs(nth(model(nudge(0, d)).remainder, 1))
    expect(miss(0.02) / miss(0.01)).toBeCloseTo(4, 1)
    expect(model({ ...nudge(0.7, -1.3, 2), f: 'linear' }).remainder).toEqual([0, 0, 0, 0])
    expect(worstMiss({ remainder: [0.1, -0.3, 0.2] })).toEqual({ worst: 1, miss: 0.3 })
  })

  it('is diagonal where each output has an input of its own', () => {
    const { J } = model({ ...start, f: 'alone', N: 3, M: 3 })
    J.forEach((row, i) => row.forEach((rate, j) => expect(rate !== 0).toBe(i === j)))
  })

  it('lights one entry, a row or a column', () => {
    const lit = (show: State['show']) => {
      const { inPlay, M, N } = model({ ...start, show, row: 1, column: 2 })
      const places = []
      for (let i = 0; i < M; i++) for (let j = 0; j < N; j++) if (inPlay(i, j)) places.push(`${i}${j}`)
      return places
    }
    expect(lit('entry')).toEqual(['12'])
    expect(lit('row')).toEqual(['10', '11', '12'])
    expect(lit('column')).toEqual(['02', '12', '22', '32'])
  })

  it('says what it is looked at for, and what the nudge did', () => {
    const said = (state: State) => sentence(model(state), state.show)
    expect(said(start)).toBe(
      'Row 4, column 1 is where {y.4} meets {x.1}. The rate is 1.059. Only {x.1} is nudged: Δy is about 0.5 times column 1. The largest miss is 0.072, in {y.4}.',
    )
    expect(said({ ...start, column: 2 })).toMatch(/The rate is 0: the one does not move with the other/)
    expect(said({ ...nudge(0.1, 0.1), show: 'row' })).toMatch(
      /Row 4 is the gradient of \{y\.4\}.*2 inputs are nudged/,
    )
    expect(said(nudge())).toMatch(/Nothing is nudged/)
    expect(said({ ...start, f: 'linear' })).toMatch(/Here it is exact/)
  })

  it('says where a typed function has no value, also if only the nudge leads there', () => {
    const typed: State = { ...nudge(0, -1), f: 'typed', typed: 'x1, sqrt(x2)' }
    expect(model(typed).problem).toMatch(/At x₂ = −0\.5, y₂ has no value/)
  })

  it('has no rates for an output without a derivative, and keeps those of the others', () => {
    const typed: State = { ...start, f: 'typed', typed: 'abs(x1), 3 x1', N: 1, x: [0, 0, 0, 0, 0, 0] }
    expect(model(typed).J).toEqual([[NaN], [3]])
    expect(spokenSum(model({ ...typed, row: 0 }), 'entry')).not.toMatch(/undefined|NaN/)
  })

  it('stays inside the matrix when a link points beyond it, and refuses a link with formulas that can’t be read', () => {
    expect(model({ ...start, row: 5, column: 5 })).toMatchObject({ row: 3, column: 2 })
    expect(check({ ...start, f: 'typed', typed: 'x1 +' })).toMatch(/formulas can't be used\. In y₁/)
    expect(check({ ...start, x: [1] })).toMatch(/must have 6 numbers/)
    expect(functionOf(start)).toHaveProperty('N', 3)
  })
})

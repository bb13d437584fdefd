import { describe, expect, it } from 'vitest'
import { length, readSurface } from '@/topics/surface/model'
import { surfaces } from '@/topics/surface/surfaces'
import { landscape, spacing } from '@/topics/surface/landscape'
import { alongLevel, between, model, productOf, type State } from './model'
import { sentence } from './words'

const start: State = { f: surfaces[0].source, x1: 1, x2: 0.5, length: 0.5, turn: 90, rate: 0 }
const bowl = readSurface(surfaces[0].source)
const scene = (change: Partial<State> = {}, surface = bowl) => model(surface, { ...start, ...change })

describe('nudging a place of a surface', () => {
  it('predicts Δy by the dot product, term by term', () => {
    const { gradient, terms, predicted } = scene()
    expect(gradient).toEqual([1, 1])
    expect(terms).toEqual([0, 0.5])
    expect(predicted).toBe(0.5)
    expect(productOf(scene())).toMatchObject({ terms: ['1 · 0', '1 · 0.5'], sign: '=', text: '0.5' })
    expect(productOf(scene({}, readSurface('sqrt(x1) / 0')))).toBeUndefined()
    expect(between(alongLevel(300), 300)).toBe(90)
  })

  it('leaves a remainder that quarters when Δx is halved', () => {
    const remainder = (size: number) => scene({ length: size, turn: 30 }).remainder ?? NaN
    expect(remainder(0.4)).toBeGreaterThan(0)
    expect(remainder(0.4) / remainder(0.2)).toBeCloseTo(4, 9)
  })

  it('turning Δx traces a cosine that peaks along the gradient and vanishes along the level line', () => {
    for (const { source } of surfaces) {
      const surface = readSurface(source)
      const { gradient = [0, 0], uphill = NaN, round } = scene({ x1: 0.7, x2: -0.4 }, surface)
      const steepest = length(gradient) * start.length
      for (const [turn, predicted] of round.predicted ?? [])
        expect(predicted).toBeCloseTo(steepest * Math.cos(((turn - uphill) * Math.PI) / 180), 9)
      const at = (turn: number) => scene({ x1: 0.7, x2: -0.4, turn }, surface).predicted
      expect(at(uphill)).toBeCloseTo(steepest, 9)
      expect(at(uphill + 90)).toBeCloseTo(0, 9)
    }
  })

  it('the traced truth is y computed anew at each place', () => {
    const { round, y } = scene()
    const [turn = 0, change] = round.truth[7] ?? []
    expect(change).toBeCloseTo(scene({ turn }).change, 12)
    expect(y).toBe(0.75)
  })

  it('says where Δx points', () => {
    const says = (turn: number) => sentence(scene({ turn }), { turn })
    expect(says(90)).toBe(
      '{y} is predicted to move by 0.5; it moves by 0.75. Δ{x} points 45° away from the gradient.',
    )
    expect(says(45)).toMatch(/along the gradient, where the predicted change is largest/)
    expect(says(225)).toMatch(/against the gradient/)
    expect(says(135)).toMatch(/move by 0; it moves by .* along the level line/)
    expect(sentence(scene({ x1: 0, x2: 0 }), start)).toMatch(/The gradient is zero/)
  })

  it('has no prediction where there is no derivative, and says why', () => {
    const ridge = readSurface(surfaces[3].source)
    const crest = scene({ x1: 0 }, ridge)
    expect([crest.gradient, crest.predicted, crest.remainder, crest.round.predicted]).toEqual(
      Array(4).fill(undefined),
    )
    expect(sentence(crest, start)).toMatch(/no derivative/)
    expect(crest.round.truth.every(([, change]) => Number.isFinite(change))).toBe(true)
  })

  it('says so when only the end of the nudge has no value', () => {
    const edge = scene({ x1: 0.2, turn: 180 }, readSurface('sqrt(x1)'))
    expect(sentence(edge, { turn: 180 })).toMatch(/at \{x\} \+ Δ\{x\} it has no value at all/)
  })
})

describe('the map', () => {
  it('tells the spacing of its level lines', () => {
    expect(spacing(landscape(bowl))).toBe('Level lines every 1: the closer they lie, the steeper.')
    expect(spacing(landscape(readSurface(surfaces[2].source)))).toMatch(
      /^Level lines at 0\.\d, .*widen upward/,
    )
    expect(spacing(landscape(readSurface('3')))).toMatch(/no level lines/)
  })
})

it('measures angles the short way round', () => {
  expect(between(350, 10)).toBe(20)
  expect(between(45, 225)).toBe(180)
})

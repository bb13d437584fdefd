import { entryOf } from '@/autodiff'
import { describe, expect, it } from 'vitest'
import { presets } from './functions'
import { gridOf } from './grid'
import { check, detOnPage, edge, functionOf, model, readable, start, type State } from './model'
import { sentence } from './words'

const at = (change: Partial<State>) => {
  const state = { ...start, ...change }
  return model(state, readable(state))
}
const said = (change: Partial<State>) => sentence(at(change))

describe('a map of the plane', () => {
  it('makes areas |det J| times as large, ever more closely the smaller the square', () => {
    for (const f of presets) {
      const gap = (size: number) => Math.abs(at({ f, size }).ratio - Math.abs(at({ f, size }).det))
      expect(gap(0.01), f).toBeLessThan(1e-4)
      expect(gap(0.01), f).toBeLessThanOrEqual(gap(0.5) + 1e-9)
    }
  })

  it('misses the parallelogram’s corners by a quarter when the square is halved', () => {
    for (const f of ['polar', 'wave', 'square', 'layer'] as const)
      expect(at({ f, size: 0.02 }).miss / at({ f, size: 0.01 }).miss).toBeCloseTo(4, 0)
  })

  it('is its own Jacobian if it is linear, at every size', () => {
    const scene = at({ f: 'linear', size: 1 })
    expect(scene.miss).toBeCloseTo(0, 12)
    expect(scene.det).toBeCloseTo(1.02, 12)
    expect(scene.ratio).toBeCloseTo(1.02, 9)
    expect(scene.off).toBeCloseTo(0, 9)
    expect(detOnPage(scene)).toEqual({ a: 0.9, b: -0.6, c: 0.5, d: 0.8, sign: '=', text: '1.02' })
    expect(at({ f: 'polar', size: 1 }).off).toBeGreaterThan(0)
    expect(sentence(scene)).toMatch(/area agrees/)
  })

  it('has the columns of J as the sides of the parallelogram', () => {
    const { linear, J } = at({ size: 0.5 })
    for (const axis of [0, 1] as const) {
      expect(entryOf(linear, 1, axis) - entryOf(linear, 0, axis)).toBeCloseTo(0.5 * entryOf(J, axis, 0), 12)
      expect(entryOf(linear, 3, axis) - entryOf(linear, 0, axis)).toBeCloseTo(0.5 * entryOf(J, axis, 1), 12)
    }
  })

  it('is turned over where the determinant is negative', () => {
    expect(at({ f: 'fold', x1: -1, x2: 0 }).det).toBeCloseTo(-1, 12)
    expect(said({ f: 'fold', x1: -1, x2: 0 })).toMatch(/turned over/)
  })

  it('names what happens where the determinant is 0', () => {
    expect(at({ f: 'fold', x1: 0 }).flat).toBe('fold')
    expect(at({ f: 'typed', typed: 'x1 cos(x2), x1 sin(x2)', x1: 0 }).flat).toBe('pinch')
    expect(at({ f: 'square', x1: 0, x2: 0 }).flat).toBe('point')
    expect(said({ f: 'fold', x1: 0 })).toMatch(/This is a fold/)
    expect(at({ f: 'fold', x1: 0.5 }).flat).toBeUndefined()
  })

  it('sees a square that reaches across a fold, and counts both layers of its image', () => {
    const across = at({ f: 'fold', x1: 0.1, size: 0.6 })
    expect(across.folded).toBe(true)
    // ∫|x₁| over the square, by hand: (0.4² + 0.2²)/2 · 0.6, over 0.6².
    expect(across.ratio).toBeCloseTo((((0.4 ** 2 + 0.2 ** 2) / 2) * 0.6) / 0.36, 3)
    expect(at({ f: 'fold', x1: 1, size: 0.6 }).folded).toBe(false)
    expect(sentence(across)).toMatch(/beyond it the image is turned over/)
  })

  it('says when the square is too large, and where there is no derivative', () => {
    expect(said({ f: 'layer', size: 1 })).toMatch(/too large/)
    expect(said({ f: 'layer', size: 0.2 })).toMatch(/linear is good/)
    expect(said({ f: 'typed', typed: 'abs(x1), x2', x1: 0 })).toMatch(/kink/)
    expect(said({ f: 'typed', typed: 'log(x1), x2', x1: -1 })).toMatch(/y₁ has no value/)
  })

  it('takes no negative distance in polar coordinates: not the point, not the square, not the grid', () => {
    for (const [x1, size] of [
      [-2, 0.01],
      [-2, 1],
      [0, 0.6],
      [0.1, 0.6],
    ] as const) {
      const { square, ratio, det, folded } = at({ f: 'polar', x1, size })
      expect(Math.min(...square.map(([r]) => r))).toBeGreaterThanOrEqual(0)
      expect(folded).toBe(false)
      // The area of a piece of a ring is exact at every size; the pieces that measure it are chords.
      expect(Math.abs(ratio - det)).toBeLessThan(2e-3)
    }
    const { before } = gridOf(readable(start), edge('polar'))
    expect(Math.min(...before.flat().map(([r]) => r))).toBe(0)
    expect(at({ f: 'linear', x1: -2 }).x[0]).toBe(-2)
  })

  it('fits each image of the grid into its window', () => {
    for (const f of presets) {
      const { after, center, half } = gridOf(readable({ ...start, f }))
      for (const [a, b] of after.flat())
        expect(Math.max(Math.abs(a - center[0]), Math.abs(b - center[1]))).toBeLessThanOrEqual(half)
    }
  })

  it('refuses formulas that are no map of the plane', () => {
    const problem = (typed: string) => functionOf({ f: 'typed', typed })
    expect(problem('x1')).toEqual({ error: expect.stringMatching(/two formulas.*there is one/) })
    expect(problem('x1, x3')).toEqual({ error: expect.stringMatching(/two inputs/) })
    expect(check({ ...start, f: 'typed', typed: 'x1 +, x2' })).toMatch(/can't be used/)
    expect(check(start)).toBeUndefined()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { landscape } from '@/topics/surface/landscape'
import { readSurface } from '@/topics/surface/model'
import { surfaces } from '@/topics/surface/surfaces'
import { model, type State } from './model'
import { marksOf, solidOf } from './solid'

const at = fc.double({ min: -1.5, max: 1.5, noNaN: true })
const states = fc
  .record({ x1: at, x2: at, turn: fc.integer({ min: 0, max: 359 }), k: fc.nat(surfaces.length - 1) })
  .map(({ k, ...more }): State => ({ f: surfaces[k]?.source ?? '', ...more, length: 0.5, rate: 0 }))

describe('the surface of a function', () => {
  it('has its tangent plane through x, the tip on the plane, and the miss as high as the remainder', () => {
    fc.assert(
      fc.property(states, (state) => {
        const surface = readSurface(state.f)
        const scene = model(surface, state)
        const ground = solidOf(landscape(surface))
        const { start, truth, plane, tip } = marksOf(ground, scene)
        if (!start || !truth || !plane || !tip) return
        const middle = [0, 1, 2].map((k) => plane.reduce((sum, corner) => sum + (corner[k] ?? NaN), 0) / 4)
        middle.forEach((value, k) => expect(value).toBeCloseTo(start[k] ?? NaN, 9))
        // Three corners span the plane; the tip is start plus shares of its sides.
        const [a, b, , d] = plane
        if (!a || !b || !d) throw new Error('a plane has four corners')
        const [u, v] = [(tip[0] - start[0]) / (b[0] - a[0]), (tip[1] - start[1]) / (d[1] - a[1])]
        expect(start[2] + u * (b[2] - a[2]) + v * (d[2] - a[2])).toBeCloseTo(tip[2], 7)
        const unit = ground.up(1) - ground.up(0)
        expect((truth[2] - tip[2]) / unit).toBeCloseTo(scene.remainder ?? NaN, 6)
        expect(plane.every((corner) => Math.abs(corner[2] - start[2]) <= 2.4)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('leaves out what has no height, and cuts off what stands too high', () => {
    const faces = (source: string) => solidOf(landscape(readSurface(source))).faces
    expect(faces('x1 + x2').length).toBeGreaterThan(380)
    expect(faces('sqrt(x1) + x2').length).toBeLessThan(faces('x1 + x2').length / 1.8)
    for (const { corners } of faces('(1 - x1)^2 + 5(x2 - x1^2)^2'))
      for (const [, , z] of corners) expect(Math.abs(z)).toBeLessThan(1.21)
  })
})

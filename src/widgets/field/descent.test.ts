import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSurface } from '@/topics/surface/model'
import { extent, surfaces } from '@/topics/surface/surfaces'
import { descend, fastest, steps } from './descent'
import { walked } from './words'

const bowl = readSurface(surfaces[0].source)

describe('a walk down the slope', () => {
  it('goes straight down with short steps, bounces with long ones, and runs away with longer ones', () => {
    // Along x₂ the bowl’s rate is 2 x₂, so a step multiplies x₂ by 1 − 2·rate.
    const at = (rate: number) => descend(bowl, [0, 1], rate)
    expect(at(0.2)).toMatchObject({ turns: 0, ended: undefined })
    expect(at(0.2).to).toBeLessThan(1e-8)
    expect(at(0.9).turns).toBe(steps - 1)
    expect(at(0.9).to).toBeLessThan(at(0.9).from)
    expect(at(1.2).ended).toBe('away')
    expect(walked(at(0.9))).toMatch(/bounce/)
    expect(walked(at(1.2))).toMatch(/overshoot and turn back/)
  })

  it('takes each step against the gradient, stays in the picture, and says something whole', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...surfaces.map(({ source }) => source)),
        fc.integer({ min: -15, max: 15 }),
        fc.integer({ min: -15, max: 15 }),
        fc.integer({ min: 1, max: 10 * fastest }),
        (f, a, b, tenths) => {
          const surface = readSurface(f)
          const walk = descend(surface, [a / 10, b / 10], tenths / 10)
          expect(walk.way.length).toBeLessThanOrEqual(steps + 1)
          expect(walk.way.flat().every((place) => Math.abs(place) <= extent)).toBe(true)
          const [from, to] = walk.way
          if (from && to) {
            const gradient = surface.gradient(from)
            expect(to[0]).toBeCloseTo(from[0] - (tenths / 10) * gradient[0], 9)
          }
          expect(walked(walk)).toMatch(/^[^]{20,200}\.$/)
          expect(walked(walk)).not.toMatch(/NaN|undefined|Infinity/)
        },
      ),
      { numRuns: 60 },
    )
  })
})

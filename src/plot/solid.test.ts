import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facesOf, farFirst, seen, type Point3 } from './solid'

const number = fc.double({ min: -3, max: 3, noNaN: true })
const points = fc.tuple(number, number, number)
const views = fc.record({ turn: fc.integer({ min: 0, max: 360 }), tilt: fc.integer({ min: 0, max: 90 }) })
const far = ([a, b, c]: Point3, [d, e, f]: Point3) => Math.hypot(a - d, b - e, c - f)

describe('a solid that is seen', () => {
  it('is turned as a whole: no two points come nearer or go farther', () => {
    fc.assert(
      fc.property(views, points, points, (view, a, b) => {
        expect(far(seen(view, a), seen(view, b))).toBeCloseTo(far(a, b), 9)
      }),
    )
  })

  it('lies as a map from above, and upright from the side', () => {
    const from = (turn: number, tilt: number) =>
      seen({ turn, tilt }, [1, 2, 3]).map((k) => Number(k.toFixed(9)) + 0)
    expect(from(0, 90)).toEqual([1, 2, -3])
    expect(from(0, 0)).toEqual([1, 3, 2])
    expect(from(90, 0)).toEqual([2, 3, -1])
  })

  it('has a face between any four heights, and none where one is missing; the farthest comes first', () => {
    const faces = facesOf(
      [
        [0, 1, 2],
        [3, 4, 5],
        [6, 7, undefined],
      ],
      1,
    )
    expect(faces).toHaveLength(3)
    expect(faces[0]).toEqual({
      corners: [
        [-1, -1, 0],
        [0, -1, 1],
        [0, 0, 4],
        [-1, 0, 3],
      ],
      height: 2,
    })
    expect(farFirst({ turn: 0, tilt: 0 }, faces).map(({ height }) => height)).toEqual([5, 2, 3])
    expect(farFirst({ turn: 180, tilt: 0 }, faces)[2]?.height).toBe(5)
  })
})

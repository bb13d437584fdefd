import { nth } from '@/autodiff'

export type Point3 = readonly [x: number, y: number, z: number]
/** From where a solid is seen: degrees round it, and degrees above the ground. */
export type View = { readonly turn: number; readonly tilt: number }

const radians = (degrees: number) => (degrees * Math.PI) / 180

/**
 * A point as it is seen from far away: across, up, and how far behind the middle it lies. From turn 0, x runs to the
 * right and y away.
 */
export function seen({ turn, tilt }: View, [x, y, z]: Point3): Point3 {
  const [c, s] = [Math.cos(radians(turn)), Math.sin(radians(turn))]
  const [flat, steep] = [Math.cos(radians(tilt)), Math.sin(radians(tilt))]
  const away = y * c - x * s
  return [x * c + y * s, away * steep + z * flat, away * flat - z * steep]
}

/** One piece of a surface: its corners, one after the other. */
export type Face = { readonly corners: readonly Point3[]; readonly height: number }

/** A table of heights over a square from −extent to extent, a row for each y, as faces; those without a height are left out. */
export function facesOf(
  heights: readonly (readonly (number | undefined)[])[],
  extent: number,
): readonly Face[] {
  const last = heights.length - 1
  const place = (k: number) => -extent + (2 * extent * k) / last
  const steps = Array.from({ length: last }, (_, k) => k)
  return steps.flatMap((i) =>
    steps.flatMap((j): Face[] => {
      const around = [
        [i, j],
        [i, j + 1],
        [i + 1, j + 1],
        [i + 1, j],
      ] as const
      const corners = around.flatMap(([row, column]): Point3[] => {
        const z = nth(heights, row)[column]
        return z === undefined ? [] : [[place(column), place(row), z]]
      })
      if (corners.length < 4) return []
      return [{ corners, height: corners.reduce((sum, [, , z]) => sum + z, 0) / 4 }]
    }),
  )
}

/** What lies behind is drawn first. */
export const farFirst = (view: View, faces: readonly Face[]): readonly Face[] => {
  const depth = ({ corners }: Face) => corners.reduce((sum, corner) => sum + seen(view, corner)[2], 0)
  return faces.toSorted((a, b) => depth(b) - depth(a))
}

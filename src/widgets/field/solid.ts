import { nth } from '@/autodiff'
import { facesOf, type Face, type Point3 } from '@/plot/solid'
import type { Landscape } from '@/topics/surface/landscape'
import { length, type Pair } from '@/topics/surface/model'
import type { Scene } from './model'

/** How high the picture is, in units of its ground, and every which place of the landscape it draws. */
const tall = 2.4
const every = 3
/** The part of the heights that is drawn whole; a peak above it is cut off, else all else would lie flat. */
const shown = 0.97
/** How far the piece of the tangent plane goes from x. */
const side = 0.9

/** The ground of a surface: its faces, and what makes a height of it one of the picture. */
export type Solid = { readonly faces: readonly Face[]; readonly up: (y: number) => number }

/** A landscape as faces; nothing where it has no finite height. */
export function solidOf({ grid: { values, size, max } }: Landscape): Solid {
  const finite = values.filter(Number.isFinite).toSorted((a, b) => a - b)
  if (finite.length === 0) return { faces: [], up: () => 0 }
  const [low, high] = [nth(finite, 0), nth(finite, Math.floor(shown * (finite.length - 1)))]
  const up = (y: number) => (high === low ? 0 : (tall * (y - low)) / (high - low) - tall / 2)
  const places = Array.from({ length: Math.floor((size - 1) / every) + 1 }, (_, k) => k * every)
  const heights = places.map((i) =>
    places.map((j) => {
      const y = nth(values, i * size + j)
      return Number.isFinite(y) && y <= high ? up(y) : undefined
    }),
  )
  return { faces: facesOf(heights, max), up }
}

/** What stands on it: x, a piece of the tangent plane round it, and where Δx leads on the plane and on the surface. */
export function marksOf({ up }: Solid, { x, dx, y, gradient, predicted, change }: Scene) {
  const at = ([a, b]: Pair, height: number): Point3 => [a, b, up(height)]
  const moved: Pair = [x[0] + dx[0], x[1] + dx[1]]
  const start = Number.isFinite(y) ? at(x, y) : undefined
  const truth = Number.isFinite(y + change) ? at(moved, y + change) : undefined
  if (!start || !gradient || predicted === undefined)
    return { start, truth, plane: undefined, tip: undefined }
  // A steep plane would leave the picture.
  const rise = Math.abs(up(y + side * length(gradient)) - up(y))
  const reach = side * Math.min(1, tall / (2 * Math.max(rise, 1e-9)))
  const corners: readonly Pair[] = [
    [-reach, -reach],
    [reach, -reach],
    [reach, reach],
    [-reach, reach],
  ]
  const plane = corners.map(([a, b]) => at([x[0] + a, x[1] + b], y + gradient[0] * a + gradient[1] * b))
  return { start, truth, plane, tip: at(moved, y + predicted) }
}

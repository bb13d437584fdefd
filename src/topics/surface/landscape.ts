import { contourLevels, gridPlaces, levelsFor, nameLevels } from '@/plot/levels'
import { num } from '@/plot/format'
import { length, plus, type Pair, type Surface } from './model'
import { extent } from './surfaces'
import { words } from './words'

const size = 61

/** What depends on the function alone: level lines with their names. */
export function landscape(surface: Surface) {
  const places = gridPlaces(size, -extent, extent)
  const values = surface.values(
    places.flatMap(() => places),
    places.flatMap((x2) => places.map(() => x2)),
  )
  const grid = { values: Array.from(values), size, min: -extent, max: extent }
  const levels = levelsFor(values, 10)
  const lines = contourLevels(grid, levels.values)
  return { grid, levels, lines, names: nameLevels(lines, (level) => num(level), grid, 0.45) }
}
export type Landscape = ReturnType<typeof landscape>

/** The level line at the height of x. */
export const levelThrough = ({ grid }: Landscape, y: number) => contourLevels(grid, [y])[0]?.lines ?? []

/** How far apart the level lines are, for those who read the picture. */
export function spacing({ levels: { values, step, foot } }: Landscape): string {
  if (values.length === 0) return words.noLevels
  if (step !== undefined) return words.levelsEvery(step)
  const first = values.slice(0, 3).map((value) => num(value))
  return words.levelsAt(first.join(', '), foot)
}

/**
 * The gradient as the map draws it: its direction is true, its length grows with ‖∂y/∂x‖ and never beyond 1, so that
 * the arrow of a steep valley stays in the picture. Undefined where there is none to draw.
 */
export function drawnGradient(x: Pair, gradient: Pair | undefined) {
  const steep = gradient ? length(gradient) : 0
  if (!gradient || steep === 0) return undefined
  const along: Pair = [gradient[0] / steep, gradient[1] / steep]
  const across: Pair = [-along[1], along[0]]
  const drawn = steep / (0.75 + steep)
  const far = (by: number, [a, b]: Pair) => plus(x, [by * a, by * b])
  // The tangent of the level line, to either side.
  return { along, across, tip: far(drawn, along), ends: [far(-0.8, across), far(0.8, across)] as const }
}

import { nth } from '@/autodiff'
import { ticks } from 'd3-array'
import { contours } from 'd3-contour'

export type Spot = readonly [x: number, y: number]

/** Values of a function on a square grid: `size` × `size` of them from `min` to `max`, row by row, the lowest first. */
export type Grid = { values: ArrayLike<number>; size: number; min: number; max: number }

/** One level: its lines, cut where they would run along the edge of the picture, and the region above it. */
export type Level = { level: number; lines: Spot[][]; regions: Spot[][] }

/** The places where a grid wants its values, on both axes. */
export const gridPlaces = (size: number, min: number, max: number): number[] =>
  Array.from({ length: size }, (_, k) => min + ((max - min) * k) / (size - 1))

const clampTo = (value: number, top: number) => Math.min(top, Math.max(0, value))

/**
 * A line bounds what is above its level, so it follows the grid's edge, and the edge of where there are values. Such
 * pieces belong to the region and are no level line.
 */
function isLevel([ax, ay]: Spot, [bx, by]: Spot, { values, size }: Grid): boolean {
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2]
  if (x < 0 || y < 0 || x > size - 1 || y > size - 1) return false
  // A little wider than the cell: the last values of a domain may stand on the line itself.
  const around = (at: number) =>
    [Math.floor(at - 0.01), Math.ceil(at + 0.01)].map((k) => clampTo(k, size - 1))
  return around(x).every((i) => around(y).every((j) => Number.isFinite(values[j * size + i])))
}

function cut(ring: readonly Spot[], grid: Grid): Spot[][] {
  const lines: Spot[][] = []
  let line: Spot[] | undefined
  for (const [k, to] of ring.entries()) {
    const from = ring[k - 1]
    if (from === undefined) continue
    if (!isLevel(from, to, grid)) line = undefined
    else if (line) line.push(to)
    else lines.push((line = [from, to]))
  }
  return joined(lines)
}

/** A ring may start in the middle of a line: the piece after its last cut then goes on with its first. */
function joined(lines: Spot[][]): Spot[][] {
  const [first, last] = [lines[0], lines.at(-1)]
  const [start, end] = [first?.[0], last?.at(-1)]
  if (!first || !last || first === last || start?.[0] !== end?.[0] || start?.[1] !== end?.[1]) return lines
  return [[...last, ...first.slice(1)], ...lines.slice(1, -1)]
}

/** The level lines of a grid's values at each of `levels`, in the coordinates of the grid's axes. */
export function contourLevels(grid: Grid, levels: readonly number[]): Level[] {
  const { values, size, min, max } = grid
  const trace = contours().size([size, size])
  const place = (at: number) => min + ((max - min) * clampTo(at, size - 1)) / (size - 1)
  const placed = (spots: readonly Spot[]): Spot[] => spots.map(([x, y]) => [place(x), place(y)])
  return levels.map((level) => {
    // D3 puts the value of cell (0, 0) at its middle, (½, ½).
    const rings = trace
      .contour(Array.from(values), level)
      .coordinates.flat()
      .map((ring) => ring.map(([x = 0, y = 0]): Spot => [x - 0.5, y - 0.5]))
    return { level, lines: rings.flatMap((ring) => cut(ring, grid)).map(placed), regions: rings.map(placed) }
  })
}

/** Levels to draw: `step` apart if even, else in the steps 1, 2, 5, 10, … from the `foot`. */
export type Levels = { values: number[]; step?: number; foot?: number }

const quantile = (sorted: readonly number[], share: number) =>
  nth(sorted, Math.round(share * (sorted.length - 1)))

/** The steps 1, 2, 5, 10, … between two numbers. */
function steps(from: number, to: number): number[] {
  const first = Math.floor(Math.log10(from))
  const count = Math.ceil(Math.log10(to)) - first
  const powers = Array.from({ length: Math.max(0, count) }, (_, k) => 10 ** (first + k))
  return powers.flatMap((power) => [power, 2 * power, 5 * power]).filter((s) => s >= from && s <= to)
}

/**
 * Round levels that show the shape of the values: evenly spaced; or, where most values crowd at the low end as in a
 * steep valley, in steps that widen upward. No level for a constant or for no values at all.
 */
export function levelsFor(values: ArrayLike<number>, count = 12): Levels {
  const sorted = Array.from(values).filter(Number.isFinite)
  if (sorted.length === 0) return { values: [] }
  sorted.sort((a, b) => a - b)
  const [lowest, low, middle, high] = [0, 0.02, 0.5, 0.98].map((share) => quantile(sorted, share)) as [
    number,
    number,
    number,
    number,
  ]
  if (!(high > low)) return { values: [] }
  if (high - middle > 5 * (middle - low)) {
    const foot = Number(lowest.toPrecision(1))
    const rounded = Math.abs(foot) < (high - low) * 1e-3 ? 0 : foot
    return { values: steps((high - low) / 2000, high - rounded).map((s) => rounded + s), foot: rounded }
  }
  const even = ticks(low, high, count)
  const [first, second] = even
  return first === undefined || second === undefined
    ? { values: even }
    : { values: even, step: second - first }
}

export type LevelName = { text: string; x: number; y: number }

/**
 * Where to write each level on its line: at the point nearest to a ray from the middle, so that names stand in a row;
 * one that would come within `room` of another is left out.
 */
export function nameLevels(
  levels: readonly Level[],
  text: (level: number) => string,
  { min, max }: Pick<Grid, 'min' | 'max'>,
  room: number,
): LevelName[] {
  const names: LevelName[] = []
  const middle = (min + max) / 2
  const inset = (max - min) / 16
  const inside = (v: number) => v > min + inset && v < max - inset
  for (const { level, lines } of levels) {
    const spots = lines.flat().filter(([x, y]) => inside(x) && inside(y))
    const off = ([x, y]: Spot) => Math.abs(0.5 * (x - middle) + (y - middle)) - 0.2 * (x - middle)
    const best = spots.reduce<Spot | undefined>((a, b) => (a && off(a) <= off(b) ? a : b), undefined)
    if (!best) continue
    const [x, y] = best
    if (names.every((name) => Math.hypot(name.x - x, name.y - y) >= room))
      names.push({ text: text(level), x, y })
  }
  return names
}

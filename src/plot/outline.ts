import type { XY } from './path'

/** Places on the screen in whole thousandths of the plot: a third of a pixel, and two or three letters each in HTML. */
export const fine = 1000

/** How far a dropped point may lie from the line that is drawn without it. */
const slack = 0.7

function distance([px, py]: XY, [ax, ay]: XY, [bx, by]: XY): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = Math.hypot(dx, dy)
  return length === 0 ? Math.hypot(px - ax, py - ay) : Math.abs((px - ax) * dy - (py - ay) * dx) / length
}

/** The points that a line needs to look the same (Douglas and Peucker's way). */
export function simplify(points: readonly XY[], within = slack): XY[] {
  const keep = new Set([0, points.length - 1])
  const spans: [number, number][] = [[0, points.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let [worst, far] = [-1, within]
    for (let k = from + 1; k < to; k++) {
      const off = distance(points[k] as XY, points[from] as XY, points[to] as XY) // all between the two ends
      if (off > far) [worst, far] = [k, off]
    }
    if (worst < 0) continue
    keep.add(worst)
    spans.push([from, worst], [worst, to])
  }
  return points.filter((_, k) => keep.has(k))
}

/** SVG's path through points, `x` and `y` in percent: simplified, and in whole steps from one point to the next. */
export function outlineOf(
  points: readonly XY[],
  x: (value: number) => number,
  y: (value: number) => number,
  closed = false,
): string {
  const placed = simplify(points.map(([a, b]): XY => [x(a) * (fine / 100), y(b) * (fine / 100)]))
  let at: readonly [number, number] | undefined
  let path = ''
  for (const point of placed) {
    const to = [Math.round(point[0]), Math.round(point[1])] as const
    path += at ? step(to[0] - at[0], to[1] - at[1]) : `M${to[0]} ${to[1]}l`
    at = to
  }
  return path + (closed && path ? 'z' : '')
}

/** A minus sign is a separator as well. */
const step = (dx: number, dy: number) => `${dx < 0 ? dx : ` ${dx}`}${dy < 0 ? dy : ` ${dy}`}`

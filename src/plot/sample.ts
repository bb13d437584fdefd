import { nth } from '@/autodiff'
import type { XY } from './path'
import type { Range } from './scale'

const gap = ([x]: XY): XY => [x, NaN]

/**
 * Points of a curve for drawing: evenly spaced (in the range's own measure), halved where the curve leaves or enters
 * its domain, and with a gap where it jumps, so that no line is drawn that is not there.
 */
export function sample(f: (x: number) => number, range: Range, count = 240): XY[] {
  const { min, max, log } = range
  const at = (share: number) => (log ? min * (max / min) ** share : min + (max - min) * share)
  const points = Array.from({ length: count + 1 }, (_, k): XY => {
    const x = at(k / count)
    return [x, f(x)]
  })
  const heights = points.map(([, y]) => y).filter(Number.isFinite)
  const steep = spread(heights) / 8
  return points.flatMap((point, k) => {
    const next = points[k + 1]
    if (!next) return [point]
    const [a, b] = [Number.isFinite(point[1]), Number.isFinite(next[1])]
    if (a !== b) return a ? [point, edge(f, point, next)] : [point, edge(f, next, point)]
    if (a && Math.abs(next[1] - point[1]) > steep) return [point, ...breaks(f, point, next)]
    return [point]
  })
}

/** What most of the heights span: poles would make the full span useless. */
function spread(heights: readonly number[]): number {
  if (heights.length === 0) return 1
  const sorted = heights.toSorted((a, b) => a - b)
  const quantile = (share: number) => nth(sorted, Math.floor(share * (sorted.length - 1)))
  return quantile(0.9) - quantile(0.1) || Math.abs(quantile(0.5)) || 1
}

/** The last point of the domain between one inside and one outside of it. */
function edge(f: (x: number) => number, inside: XY, outside: XY): XY {
  let [good, bad] = [inside, outside[0]]
  for (let k = 0; k < 30; k++) {
    const x = (good[0] + bad) / 2
    const y = f(x)
    if (Number.isFinite(y)) good = [x, y]
    else bad = x
  }
  return good
}

/** Between two points far apart in height: a gap if halving does not bring them closer, else nothing. */
function breaks(f: (x: number) => number, left: XY, right: XY): XY[] {
  let [a, b] = [left, right]
  for (let k = 0; k < 30; k++) {
    const x = (a[0] + b[0]) / 2
    const middle: XY = [x, f(x)]
    if (!Number.isFinite(middle[1])) return [a, gap(middle), b]
    if (Math.abs(middle[1] - a[1]) > Math.abs(b[1] - middle[1])) b = middle
    else a = middle
  }
  return Math.abs(b[1] - a[1]) > Math.abs(right[1] - left[1]) / 2 ? [a, gap(a), b] : []
}

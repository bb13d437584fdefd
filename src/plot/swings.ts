import { nth } from '@/autodiff'
import type { XY } from './path'

/** A curve where it can be followed, and the surfaces that it swings through where it cannot. */
export type Drawn = { curve: XY[]; bands: XY[][] }

/** How often the direction changes along the heights; flat pieces change nothing. */
function turns(heights: readonly number[]): number {
  const steps = heights.slice(1).map((height, k) => Math.sign(height - nth(heights, k)))
  const moving = steps.filter((step) => step !== 0)
  return moving.filter((step, k) => k > 0 && step !== moving[k - 1]).length
}

const inner = 60
/** Of a curve that turns so often among six samples, a line through them is another curve. */
const mostTurns = 3
/** Values between two points, at places that no even swing keeps step with. */
const between = (f: (x: number) => number, [a]: XY, [b]: XY) =>
  Array.from({ length: inner }, (_, k) => f(a + ((b - a) * (k + 0.5 + 0.3 * Math.sin(7 * k))) / inner))

/** How far from a step that is no line others may only look like one. */
const beside = 8

/** The heights that a curve takes round one step of its samples, if it turns too often there; none where it does not. */
function spanned(f: (x: number) => number, points: readonly XY[], k: number): readonly number[] {
  const near = points.slice(Math.max(0, k - 2), k + 4)
  const [first, last] = [nth(near, 0), nth(near, near.length - 1)]
  const heights = between(f, first, last).filter(Number.isFinite)
  if (turns(heights) < mostTurns) return []
  // Where the one step turns often enough, it alone says what is spanned there.
  const own = between(f, nth(points, k), nth(points, k + 1)).filter(Number.isFinite)
  return turns(own) < mostTurns ? heights : own
}

/** The steps whose neighbors go up and down, and those beside one that is no line: where it is worth to look closer. */
function suspects(f: (x: number) => number, points: readonly XY[]): Set<number> {
  const zigzag = points.slice(1).flatMap((_, k) => {
    const near = points.slice(Math.max(0, k - 2), k + 4).map(([, y]) => y)
    return near.every(Number.isFinite) && turns(near) > 1 && spanned(f, points, k).length > 0 ? [k] : []
  })
  const all = zigzag.flatMap((k) => Array.from({ length: 2 * beside + 1 }, (_, by) => k + by - beside))
  return new Set(all.filter((k) => k >= 0 && k < points.length - 1))
}

/**
 * Takes out of a sampled curve what turns too often for its samples, for a line through them would be another curve, and
 * gives what it spans there instead.
 */
export function swings(f: (x: number) => number, points: readonly XY[]): Drawn {
  const looked = suspects(f, points)
  const curve: XY[] = []
  const bands: XY[][] = []
  let open: { x: number; low: number; high: number }[] = []
  const close = () => {
    if (open.length > 1)
      bands.push([
        ...open.map(({ x, low }): XY => [x, low]),
        ...open.toReversed().map(({ x, high }): XY => [x, high]),
      ])
    open = []
  }
  points.forEach((point, k) => {
    curve.push(point)
    const heights = looked.has(k) ? spanned(f, points, k) : []
    if (heights.length === 0) return close()
    curve.push([point[0], NaN])
    const [low, high] = [Math.min(...heights), Math.max(...heights)]
    if (open.length === 0) open.push({ x: point[0], low, high })
    open.push({ x: nth(points, k + 1)[0], low, high })
  })
  close()
  return { curve, bands }
}

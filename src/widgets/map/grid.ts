import { nth } from '@/autodiff'
import type { XY } from '@/plot/pure'
import type { VectorFunction } from '@/topics/vector-function/model'
import { imageOf, limits, window } from './model'

const range = (count: number) => Array.from({ length: count }, (_, k) => k)

/** Straight lines through the plane from x₁ = `from` on, `every` apart, in both directions, each as so many points. */
function lines(from: number, every = 0.5, points = 29): XY[][] {
  const places = (low: number) => range(Math.round((limits.x - low) / every) + 1).map((k) => low + k * every)
  const along = (low: number) => range(points).map((k) => low + ((limits.x - low) * k) / (points - 1))
  return [
    ...places(from).map((a) => along(-limits.x).map((b): XY => [a, b])),
    ...places(-limits.x).map((b) => along(from).map((a): XY => [a, b])),
  ]
}

export type Grid = { before: XY[][]; after: XY[][]; center: XY; half: number }

/** Far outside of the window: what is drawn there would run across the text beside it. */
export const isFar = ({ center: [a, b], half }: Pick<Grid, 'center' | 'half'>, [p, q]: XY) =>
  Math.max(Math.abs(p - a), Math.abs(q - b)) > 1.2 * half

/** The grid, where f takes it (with gaps where that is far away), and the window to see that in: a square round its middle, not too large. */
export function gridOf(f: VectorFunction, from = -limits.x): Grid {
  const grid = lines(from)
  const after = grid.map((line) => imageOf(f, line))
  const ends = [0, 1].map((axis) => {
    const values = after.flatMap((line) => line.map((point) => nth(point, axis))).filter(Number.isFinite)
    const [low, high] = [Math.max(-8, Math.min(...values)), Math.min(8, Math.max(...values))]
    return { middle: (low + high) / 2 || 0, half: (high - low) / 2 || 1 }
  })
  const half = Math.max(window, ...ends.map((end) => end.half * 1.15))
  const center: XY = [ends[0]?.middle ?? 0, ends[1]?.middle ?? 0]
  const near = (point: XY): XY => (isFar({ center, half }, point) ? [NaN, NaN] : point)
  return {
    // Straight lines need no more than their ends.
    before: grid.map((line) => [line[0] ?? [0, 0], line.at(-1) ?? [0, 0]]),
    after: after.map((line) => line.map(near)),
    center,
    half,
  }
}

import { nthOr } from '@/autodiff'
import { functionFrom } from '@/figure/pure'
import { rangeOf, sample, swings, type Drawn, type Range } from '@/plot/pure'
import { valueOf } from './functions'

/** What the curve spans: the same for every x and Δx that stay in sight, so that a drag does not move the axes. */
export function curveOf(f: string, reach: number): Drawn & { readonly range: Range } {
  const fn = functionFrom(f, ['x'])
  const points = sample((x) => valueOf(fn, x), { min: -2 * reach, max: 2 * reach }, 480)
  const seen = points.filter(([x, y]) => Math.abs(x) <= reach && Number.isFinite(y)).map(([, y]) => y)
  const sorted = seen.toSorted((a, b) => a - b)
  const quantile = (share: number) => nthOr(sorted, Math.round(share * (sorted.length - 1)), NaN)
  return { ...swings((x) => valueOf(fn, x), points), range: rangeOf([quantile(0.08), quantile(0.88)], 0.3) }
}

/** A range that also holds these values. */
export function widened({ min, max }: Range, values: readonly (number | undefined)[], room: number): Range {
  const known = values.filter((value) => value !== undefined)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const extra = (Math.max(max, high) - Math.min(min, low)) * room
  return { min: low < min ? low - extra : min, max: high > max ? high + extra : max }
}

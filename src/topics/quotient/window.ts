import { sample, swings, type XY } from '@/plot/pure'
import { placed, type Scene, type State } from './model'
import { words } from './words'

/** How far the window reaches to either side of x, in units of h. */
export const reach = 1.6
/** A window with this many numbers or fewer shows each of them. */
const grains = 48

export type Window = {
  /** The curve, in units of h from (x, f(x)): the same zoom for both directions. */
  readonly curve: readonly XY[]
  /** What it spans where it swings faster than can be drawn. */
  readonly bands: readonly (readonly XY[])[]
  /** Where a format has only few numbers in the window: every one of them. */
  readonly grain: readonly XY[] | undefined
  /** The two ends of the secant: ahead of x, and behind it or at it. */
  readonly ends: readonly [ahead: XY, behind: XY]
  /** Half the height of the window, in units of h. */
  readonly height: number
}

/** The curve near x, magnified by 1/h in both directions, computed in the format and thus with its rounding. */
export function windowAt({ x, format, method }: State, { fn, h, slope, trouble }: Scene): Window {
  const at = placed(x, format)
  const base = fn.value([at], format)
  const height = reach * 1.15 * Math.max(1, Math.abs(slope ?? (trouble?.kind === 'jump' ? 2 : 1)))
  const input = (u: number) => placed(at + u * h, format)
  const rise = (u: number) => (fn.value([input(u)], format) - base) / h
  const end = (u: number): XY => [(input(u) - at) / h, rise(u)]
  const points = sample(rise, { min: -reach, max: reach }, 160)
  const exact = points.map(([u, v]): XY => [Number.isFinite(v) ? (input(u) - at) / h : u, v])
  const distinct = new Map(exact.filter(([, v]) => Number.isFinite(v)).map((point) => [point[0], point]))
  const grain = distinct.size <= grains ? [...distinct.values()] : undefined
  // Rounding makes a curve swing as well; that is drawn as it is.
  const { curve, bands } = trouble?.kind === 'wild' ? swings(rise, points) : { curve: exact, bands: [] }
  return { curve, bands, grain, ends: [end(1), end(method === 'central' ? -1 : 0)], height }
}

/** A number with all digits that its format holds, split where it stops agreeing with another. */
export function digits(value: number, other: number, significant: number): { same: string; rest: string } {
  if (!Number.isFinite(value)) return { same: '', rest: words.noValue }
  const write = (number: number) =>
    (Math.abs(number) >= 1e7 ? number.toExponential(significant - 1) : fixed(number, significant)).replace(
      '-',
      '−',
    )
  const [mine, theirs] = [write(value), Number.isFinite(other) ? write(other) : '']
  let k = 0
  while (k < mine.length && mine[k] === theirs[k]) k++
  return { same: mine.slice(0, k), rest: mine.slice(k) }
}

const fixed = (value: number, significant: number) =>
  value.toFixed(Math.max(0, significant - 1 - Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1)))))

import { clamp } from './number'

type Ends = { readonly min: number; readonly max: number }

/**
 * Where a number is that swings from `from` to its upper end, through its range to the lower one, and back, when this
 * share of the way is done, 0 to 1. It slows down at the ends, and arrives where it began.
 */
export function swing({ min, max }: Ends, from: number, share: number): number {
  const [middle, half] = [(min + max) / 2, (max - min) / 2]
  const start = half === 0 ? 0 : Math.asin(clamp((from - middle) / half, -1, 1))
  return middle + half * Math.sin(start + 2 * Math.PI * share)
}

/** The same of a number whose ends are one place, such as an angle: once round, at one speed. */
export function round({ min, max }: Ends, from: number, share: number): number {
  const whole = max - min
  return min + ((((from - min + share * whole) % whole) + whole) % whole)
}

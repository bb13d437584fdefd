import { nth } from '@/autodiff'
/** What a function does on one side of a point. `slope` and `near` have a meaning where the kind gives them one. */
export type Side = {
  readonly kind: 'smooth' | 'none' | 'jump' | 'steep' | 'wild'
  /** The limit of the quotients; NaN unless smooth. */
  readonly slope: number
  /** The value as close to the point as was looked. */
  readonly near: number
}

// From 2⁻⁶ to 2⁻²⁶, no power of four, so that sin(1/h) is not caught at the same phase.
const steps = Array.from({ length: 11 }, (_, k) => 1.1 * 2 ** (-6 - 2 * k))

/** Watches (f(x+h) − f(x))/h as h shrinks, h of the given sign. */
export function oneSided(f: (x: number) => number, x: number, sign: 1 | -1): Side {
  const [at, size] = [f(x), Math.max(1, Math.abs(x))]
  const values = steps.map((step) => f(x + sign * step * size))
  const near = values.at(-1) ?? NaN
  const side = (kind: Side['kind'], slope = NaN): Side => ({ kind, slope, near })
  if (!Number.isFinite(near) || !Number.isFinite(values.at(-2) ?? NaN)) return side('none')
  const gaps = values.map((value) => Math.abs(value - at))
  const [middle = 0, last = 0] = [gaps[5], gaps.at(-1)]
  if (last > 1e-6 && last > middle / 4) return side('jump')
  const quotients = values.map((value, k) => (value - at) / (sign * nth(steps, k) * size)).slice(-5)
  const [low, high] = [Math.min(...quotients), Math.max(...quotients)]
  const slope = quotients.at(-1) ?? NaN
  if (high - low < 1e-3 * (1 + Math.abs(slope))) return side('smooth', slope)
  const growing = quotients.every((q, k) => k === 0 || Math.abs(q) > 1.2 * Math.abs(nth(quotients, k - 1)))
  return side(growing ? 'steep' : 'wild')
}

import type { DType } from '@/autodiff'
import { limitOf, ratio, type Limit, type Sample } from './limit'

/** A function of one number, in either format. */
export type Curve = (x: number, dtype?: DType) => number

/** What a function does on one side of a point, and what its difference quotient does as h goes to 0 there. */
export type Side =
  | { readonly kind: 'none' }
  /** It comes near another value than it has at the point. */
  | { readonly kind: 'jump'; readonly near: number }
  /** Its values grow beyond every bound, or settle on nothing. */
  | { readonly kind: 'pole' | 'torn' }
  | { readonly kind: 'smooth'; readonly slope: number; readonly within: number }
  /** The quotient grows (1) or falls (−1) without bound. */
  | { readonly kind: 'steep'; readonly sign: 1 | -1 }
  | { readonly kind: 'wild' }
  | { readonly kind: 'unclear' }

const eps = 2 ** -52
/** How much finer float64 rounds than float32, with some room. */
const finer = 2 ** -27
/** float32 has no numbers much smaller. */
const least = 1e-37

/** Distances from x: down to where x + h has few digits of h left; from 0 as far as float32 can judge. */
function distances(x: number): number[] {
  const size = Math.max(1, Math.abs(x))
  const end = Math.max(least, 2 ** -38 * Math.abs(x))
  const all: number[] = []
  for (let h = size / 29; h > end; h *= ratio) all.push(h)
  return all
}

/** How far float32 is from float64 at a place that both have. */
function off32(f: Curve, at: number): number {
  const place = Math.fround(at)
  const off = Math.abs(f(place, 'float32') - f(place))
  return Number.isFinite(off) ? off : 0
}

type Place = { readonly h: number; readonly value: number; readonly noise: number }

/**
 * The function at places that near x, and how far rounding moves it there. float32 shows in the large what float64
 * does in the small: where it loses most of f(x+h) − f(x), as 1 + h does, float64 loses as much further in.
 */
function placesBeside(f: Curve, x: number, sign: 1 | -1): Place[] {
  const at = f(x)
  let floor = 4 * eps * Math.abs(at) + finer * off32(f, x)
  const places = distances(x).map((step) => {
    const place = x + sign * step
    const [value, off] = [f(place), off32(f, place)]
    if (off > 0.05 * Math.abs(value - at)) floor = Math.max(floor, finer * off)
    return { h: Math.abs(place - x), value, noise: floor + finer * off + 4 * eps * Math.abs(value) }
  })
  // A value can be exact by luck where its neighbours are not.
  const near = (k: number) => places.slice(Math.max(0, k - 2), k + 3).map(({ noise }) => noise)
  return places.map((place, k) => ({ ...place, noise: Math.max(0, ...near(k).filter(Number.isFinite)) }))
}

/** Watches f(x+h) and (f(x+h) − f(x))/h as h shrinks, h of the given sign. */
export function sideOf(f: Curve, x: number, sign: 1 | -1): Side {
  const at = f(x)
  const places = placesBeside(f, x, sign)
  const nearest = places.slice(-6)
  if (nearest.some(({ value }) => Number.isNaN(value))) return { kind: 'none' }
  // Infinite from afar, as 0^x left of 0: nothing grows there, there are no values.
  if (places.every(({ value }) => !Number.isFinite(value))) return { kind: 'none' }
  if (nearest.some(({ value }) => !Number.isFinite(value))) return { kind: 'pole' }
  const gaps = places.map(({ h, value, noise }): Sample => ({ h, value: value - at, noise }))
  const unit = 1e-3 * Math.max(Math.abs(at), ...places.slice(0, 4).map(({ value }) => Math.abs(value) || 0))
  const torn = breakOf(limitOf(gaps, unit), at)
  if (torn) return torn
  const quotients = gaps.map(({ h, value, noise }): Sample => ({
    h,
    value: (sign * value) / h,
    noise: noise / h,
  }))
  return slopeOf(limitOf(quotients, unit / Math.max(1, Math.abs(x))))
}

/** A side on which f does not come near its value at the point. */
function breakOf(gap: Limit, at: number): Side | undefined {
  switch (gap.kind) {
    case 'grows':
      return { kind: 'pole' }
    case 'swings':
      return { kind: 'torn' }
    case 'unclear':
      return undefined
    case 'settles':
      return Math.abs(gap.limit) > 4 * gap.within + 1e-9 * (Math.abs(at) + Math.abs(gap.limit))
        ? { kind: 'jump', near: at + gap.limit }
        : undefined
  }
}

function slopeOf(quotient: Limit): Side {
  switch (quotient.kind) {
    case 'settles':
      return { kind: 'smooth', slope: quotient.limit, within: quotient.within }
    case 'grows':
      return { kind: 'steep', sign: quotient.sign }
    case 'swings':
      return { kind: 'wild' }
    case 'unclear':
      return { kind: 'unclear' }
  }
}

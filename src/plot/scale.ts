import { ticks } from 'd3-array'
import { num, superscript } from './format'

/** One axis of a plot, in the units of what it shows; on a logarithmic one both ends are positive. */
export type Range = { readonly min: number; readonly max: number; readonly log?: boolean }

/** From a value to its place in percent of the plot, from the left or (flipped) from the top; and back. */
export type Scale = ((value: number) => number) & {
  readonly invert: (place: number) => number
  readonly range: Range
}

/** A scale over a range; `flip` for the vertical one, where large values are up. */
export function scaleOf(range: Range, flip = false): Scale {
  const { min, max, log } = range
  const to = log ? Math.log10 : (value: number) => value
  const from = log ? (value: number) => 10 ** value : (value: number) => value
  const [start, size] = [to(min), to(max) - to(min)]
  const turned = (place: number) => (flip ? 100 - place : place)
  return Object.assign((value: number) => turned(((to(value) - start) / size) * 100), {
    invert: (place: number) => from(start + (turned(place) / 100) * size),
    range,
  })
}

export type Tick = { readonly value: number; readonly label: string }

/** Round values to mark an axis with, about `count` of them; on a logarithmic axis powers of ten. */
export function ticksOf({ min, max, log }: Range, count = 5): Tick[] {
  if (!log) return ticks(min, max, count).map((value) => ({ value, label: num(value) }))
  const [first, last] = [Math.ceil(Math.log10(min) - 1e-9), Math.floor(Math.log10(max) + 1e-9)]
  const every = Math.max(1, Math.ceil((last - first) / count))
  const exponents = Array.from({ length: last - first + 1 }, (_, k) => first + k)
  return exponents
    .filter((exponent) => exponent % every === 0)
    .map((exponent) => ({
      value: 10 ** exponent,
      label: exponent === 0 ? '1' : exponent === 1 ? '10' : `10${superscript(exponent)}`,
    }))
}

function fewer(range: Range, count: number, fit: (found: readonly Tick[]) => boolean): Tick[] {
  const found = ticksOf(range, count)
  return range.log || count <= 1 || fit(found) ? found : fewer(range, count - 1, fit)
}

/** Marks of an axis that runs across: no more than can stand side by side on a phone. */
export const ticksAcross = (range: Range, count = 5) =>
  fewer(range, count, (found) => found.reduce((sum, { label }) => sum + label.length, 0) <= 36)

/** Marks of an axis that runs up: none so long that it is cut off. */
export const ticksUp = (range: Range, count = 5) =>
  fewer(range, count, (found) => found.every(({ label }) => label.length <= 10))

/** A range that holds all of the values, with a share of room at either end; one without finite values is −1 to 1. */
export function rangeOf(values: readonly number[], room = 0.1): Range {
  const finite = values.filter(Number.isFinite)
  if (finite.length === 0) return { min: -1, max: 1 }
  const [low, high] = [Math.min(...finite), Math.max(...finite)]
  const extra = (high - low || Math.abs(low) || 1) * room
  return { min: low - extra, max: high + extra }
}

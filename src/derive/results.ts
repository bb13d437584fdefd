import * as core from '../autodiff/index.ts'
import { nth, type Tensor } from '../autodiff/index.ts'
import { near } from './point.ts'
import { lengthOf, type Sizes } from './value.ts'

/** The number that one value is times the other, if there is one. */
function ratioOf(value: Tensor, wanted: Tensor): number | undefined {
  if (
    value.shape.length !== wanted.shape.length ||
    value.shape.some((length, k) => length !== wanted.shape[k])
  )
    return undefined
  const largest = [...wanted.data].reduce((most, v) => Math.max(most, Math.abs(v)), 0)
  const k = wanted.data.findIndex((v) => Math.abs(v) === largest)
  if (k < 0) return undefined
  const [one, other] = [nth(value.data, k), nth(wanted.data, k)]
  if (other === 0) return undefined
  const ratio = one / other
  return ratio !== 0 && near(value, core.mul(wanted, ratio)) ? ratio : undefined
}

/** What to say where a line is a plain factor off: a sign, a number, or the length of an axis. */
export function ratioSays(
  values: readonly Tensor[],
  wanted: readonly Tensor[],
  sizes: readonly Sizes[],
  letters: readonly string[],
): string | undefined {
  const ratios = values.map((value, k) => ratioOf(value, wanted[k] as Tensor))
  const [one, two] = ratios
  if (one === undefined || two === undefined) return undefined
  const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(b))
  if (same(one, two)) {
    if (same(one, -1)) return 'The sign is wrong.'
    const times = Math.abs(one) >= 1 ? one : 1 / one
    const text = String(Number(Math.abs(times).toPrecision(6)))
    return `It is ${text} times too ${Math.abs(one) > 1 ? 'large' : 'small'}${one < 0 ? ', and its sign is wrong' : ''}.`
  }
  for (const scale of [1, -1, 2, -2, 0.5, -0.5])
    for (const letter of letters)
      for (const power of [1, -1, 0.5, -0.5]) {
        const fits = ratios.every((ratio, k) =>
          same(ratio ?? 0, scale * lengthOf(letter, sizes[k] ?? {}) ** power),
        )
        const size = Math.abs(power) === 0.5 ? `sqrt(${letter})` : letter
        const by = Math.abs(scale) === 1 ? size : scale === 2 || scale === -2 ? `2 ${size}` : `${size} / 2`
        if (fits)
          return power > 0
            ? `It is ${by} times too large.`
            : `It lacks a factor ${size}: it is ${size} times too small.`
      }
  return twoLengths((by) => ratios.every((ratio, k) => same(ratio ?? 0, by(sizes[k] ?? {}))), letters)
}

/** What to say where a line is off by the lengths of two axes, multiplied or divided. */
function twoLengths(
  fits: (by: (sizes: Sizes) => number) => boolean,
  letters: readonly string[],
): string | undefined {
  for (const a of letters)
    for (const b of letters)
      for (const [p, q] of [
        [1, 1],
        [-1, -1],
        [1, -1],
        [0.5, -0.5],
      ] as const)
        for (const scale of [1, -1, 2, -2, 0.5, -0.5]) {
          if (a === b || !fits((sizes) => scale * lengthOf(a, sizes) ** p * lengthOf(b, sizes) ** q)) continue
          const also = `${Math.abs(scale) === 1 ? '' : `, and a factor ${Math.abs(scale) === 2 ? '2 too much' : '2 is missing'}`}${scale < 0 ? ', and its sign is wrong' : ''}`
          if (p === q)
            return p > 0
              ? `It is ${a}·${b} times too large${also}.`
              : `It lacks a factor ${a}·${b}: it is ${a}·${b} times too small${also}.`
          const of = (letter: string): string => (p === 0.5 ? `sqrt(${letter})` : letter)
          return `It is ${of(a)} / ${of(b)} times what it should be${also}.`
        }
  return undefined
}

const subsets = (rank: number): number[][] =>
  Array.from({ length: (1 << rank) - 1 }, (_, k) =>
    Array.from({ length: rank }, (__, axis) => axis).filter((axis) => (k + 1) & (1 << axis)),
  )

/** Whether a line lacks a sum over an axis, or sums where it should not. */
export function summedSays(
  values: readonly Tensor[],
  wanted: readonly Tensor[],
  about: string,
): { kind: 'lost sum' | 'summed too much' | 'layout'; says: string } | undefined {
  const [value, target] = [values[0], wanted[0]]
  if (!value || !target || value.rank > 4 || target.rank > 4) return undefined
  const all = (is: (v: Tensor, w: Tensor) => boolean): boolean =>
    values.every((v, k) => is(v, wanted[k] as Tensor))
  const axes = (list: readonly number[]): string =>
    `${list.length > 1 ? 'axes' : 'axis'} ${list.join(' and ')}`
  const long = (list: readonly number[]): boolean =>
    list.some((axis) => values.some(({ shape }) => shape[axis] !== 1))
  for (const list of subsets(value.rank).filter(long))
    for (const keepdims of [false, true])
      if (
        value.rank >= target.rank &&
        all((v, w) => near(core.sum(v, { axis: list, keepdims }), w)) &&
        !all(near)
      )
        return { kind: 'lost sum', says: `A sum along ${axes(list)} is missing.` }
  for (const list of subsets(target.rank))
    for (const keepdims of [false, true])
      if (all((v, w) => near(v, core.sum(w, { axis: list, keepdims }))))
        return {
          kind: 'summed too much',
          says: `It is ${about || 'the value'} summed along ${axes(list)} too: one sum too many.`,
        }
  return undefined
}

/** Where an entry stands, as people count: from 1. */
function placeOf(k: number, shape: readonly number[]): string {
  const places = shape.map((length, axis) => {
    const after = shape.slice(axis + 1).reduce((a, b) => a * b, 1)
    return (Math.floor(k / after) % length) + 1
  })
  return places.length === 2 ? `row ${places[0]}, column ${places[1]}` : `place ${places.join(', ')}`
}

/** Which entries are wrong, in a sentence: by their places, where they are few. */
export function valueSays(value: Tensor, wanted: Tensor): string {
  const off = [...value.data].flatMap((v, k) =>
    Math.abs(v - nth(wanted.data, k)) > 1e-7 * Math.max(1, Math.abs(nth(wanted.data, k))) ? [k] : [],
  )
  if (wanted.rank === 0) return 'At random numbers it has another value.'
  const { length: wrong } = off
  if (wrong === value.size) return 'At random numbers all entries are wrong.'
  const places = wrong <= 3 ? `: ${off.map((k) => placeOf(k, wanted.shape)).join('; ')}` : ''
  return `At random numbers ${wrong} of ${value.size} entries ${wrong === 1 ? 'is' : 'are'} wrong${places}.`
}

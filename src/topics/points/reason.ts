import { broadcastTo, nth, observe, type Primitive, type Tensor } from '@/autodiff'
import { num, subscript } from '@/plot/format'
import type { Fn } from '@/figure/pure'
import { words } from './words'

/** A point in words: x₁ = 2, x₂ = 0.5. */
export const placeOf = (names: readonly string[], at: readonly number[]) =>
  names.map((name, k) => `${name.replace(/\d+$/, subscript)} = ${num(nth(at, k))}`).join(', ')

/**
 * What keeps a function from having a value here, as a sentence; undefined if it has one. A number that comes out is no
 * value if a part of the formula has none on the way to it: e^(−1/x²) at 0 is not 0.
 */
export function noValue(fn: Fn, at: readonly number[], name = 'f'): string | undefined {
  const { value, failure, lacks } = watched(fn, at)
  if (Number.isFinite(value) && !lacks) return undefined
  const place = fn.names.length > 0 ? words.at(placeOf(fn.names, at)) : ''
  return words.noValue(place, name, failure)
}

type Watched = {
  readonly value: number
  /** The first part that has no value although all that it is made from has one, in words. */
  readonly failure: string | undefined
  /** The result is made from a part outside its domain. */
  readonly lacks: boolean
}

/** The value of a function, and what goes wrong on the way. */
function watched(fn: Fn, at: readonly number[]): Watched {
  const lacking = new Set<Tensor>()
  let failure: string | undefined
  let last: Tensor | undefined
  const value = observe(
    () => fn.value(at),
    (op, { inputs, output }) => {
      last = output
      if (takes(op, inputs, lacking)) lacking.add(output)
      if (!inputs.every(({ data }) => data.every(Number.isFinite))) return
      const entries = Array.from({ length: output.size }, (_, k) =>
        // An op with a domain goes entry by entry.
        op.domain ? inputs.map((x) => nth(broadcastTo(x, output.shape).data, k)) : [],
      )
      const outside = entries.findIndex(([a = NaN, b = NaN]) => op.domain?.has(a, b) === false)
      if (outside >= 0) lacking.add(output)
      const bad = output.data.findIndex((entry: number) => !Number.isFinite(entry))
      const worst = outside >= 0 ? outside : bad
      if (worst >= 0) failure ??= reason(op, nth(entries, worst))
    },
  )
  return { value, failure, lacks: last !== undefined && lacking.has(last) }
}

/** Whether an op makes its output from a part that has no value; the branch that `where` leaves is no part of it. */
function takes(op: Primitive, inputs: readonly Tensor[], lacking: ReadonlySet<Tensor>): boolean {
  if (op.name !== 'where') return inputs.some((input) => lacking.has(input))
  const [condition, yes, no] = inputs
  const chosen = [...(condition?.data ?? [])]
  return [condition, chosen.some((is) => is !== 0) && yes, chosen.some((is) => is === 0) && no].some(
    (input) => input && lacking.has(input),
  )
}

/** Why an op has no value at these numbers, as the end of a sentence. */
export function reason({ name, domain }: Primitive, [a = NaN, b = NaN]: readonly number[]): string {
  if (domain && !domain.has(a, b)) return domain.why(num, a, b)
  return words.tooLarge(domain?.named?.(num, a, b) ?? name)
}

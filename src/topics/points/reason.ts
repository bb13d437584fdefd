import { broadcastTo, nth, observe, type Primitive } from '@/autodiff'
import { num, subscript } from '@/plot/format'
import type { Fn } from '@/figure/pure'
import { words } from './words'

/** A point in words: x₁ = 2, x₂ = 0.5. */
export const placeOf = (names: readonly string[], at: readonly number[]) =>
  names.map((name, k) => `${name.replace(/\d+$/, subscript)} = ${num(nth(at, k))}`).join(', ')

/** What keeps a function from having a value here, as a sentence; undefined if it has one. */
export function noValue(fn: Fn, at: readonly number[], name = 'f'): string | undefined {
  if (Number.isFinite(fn.value(at))) return undefined
  const cause = firstFailure(fn, at)
  const place = fn.names.length > 0 ? words.at(placeOf(fn.names, at)) : ''
  return words.noValue(place, name, cause)
}

/** The first part that has no value although all that it is made from has one, in words. */
function firstFailure(fn: Fn, at: readonly number[]): string | undefined {
  let cause: string | undefined
  observe(
    () => fn.value(at),
    (op, { inputs, output }) => {
      const bad = output.data.findIndex((entry: number) => !Number.isFinite(entry))
      if (cause !== undefined || bad < 0 || !inputs.every(({ data }) => data.every(Number.isFinite))) return
      // An op with a domain goes entry by entry.
      const entries = op.domain ? inputs.map((x) => nth(broadcastTo(x, output.shape).data, bad)) : []
      cause = reason(op, entries)
    },
  )
  return cause
}

/** Why an op has no value at these numbers, as the end of a sentence. */
export function reason({ name, domain }: Primitive, [a = NaN, b = NaN]: readonly number[]): string {
  if (domain && !domain.has(a, b)) return domain.why(num, a, b)
  return words.tooLarge(domain?.named?.(num, a, b) ?? name)
}

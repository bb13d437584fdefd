import { nth } from '@/autodiff'
import type { Field } from '@/figure/pure'

export type Next = () => number
/** What a field of a link may hold, drawn at random; `now` is what the figure has. */
export type Draw = (next: Next, now: unknown) => unknown

const draws = new WeakMap<object, Draw>()

const within = (low: number, high: number, next: Next) => low + (high - low) * next()
/** As a drag, a field and a long computation leave numbers: to a tenth, a hundredth, with all their digits. */
function real(min: number, max: number): Draw {
  const [low, high] = [Math.max(min, -9), Math.min(max, 9)]
  return (next) => {
    const value = within(low, high, next)
    const digits = nth([0, 1, 1, 2, 3, 12], Math.floor(next() * 6))
    return Math.min(max, Math.max(min, Number(value.toFixed(digits))))
  }
}
const matrix: Draw = (next, now) =>
  Array.isArray(now) ? now.map((row: unknown[]) => row.map(() => real(-9, 9)(next, 0))) : now

/** The same makers of fields, each remembering what it may hold. */
export function drawn<M extends Record<string, (...args: never[]) => Field<never>>>(makers: M): M {
  const drawOf = (name: string, args: readonly unknown[]): Draw => {
    const [a, b] = args as [number, number]
    switch (name) {
      case 'real':
        return real(a, b)
      case 'integer':
        return (next) => Math.floor(within(a, Math.min(b, a + 64) + 1, next))
      case 'choice':
        return (next) => args[Math.floor(next() * args.length)]
      case 'matrix':
        return matrix
      case 'list':
        return (next, now) =>
          Array.isArray(now) ? now.map((each) => draws.get(args[0] as object)?.(next, each) ?? each) : now
      case 'optional':
        return (next, now) => (next() < 0.5 ? now : draws.get(args[0] as object)?.(next, now))
      default:
        return (_, now) => now
    }
  }
  return Object.fromEntries(
    Object.entries(makers).map(([name, make]) => [
      name,
      (...args: never[]) => {
        const field = { ...make(...args) }
        draws.set(field, drawOf(name, args))
        return field
      },
    ]),
  ) as M
}

type Spec = { start: object; fields: object; check?: (state: never) => string | undefined }
type State = Record<string, unknown>

/** A state that a link to this figure could hold: some of its fields drawn anew. */
export function randomState({ fields, check }: Spec, start: State, next: Next): State {
  for (let k = 0; k < 12; k++) {
    const share = next()
    const state = Object.fromEntries(
      Object.entries(start).map(([key, now]) => {
        const field = (fields as Record<string, object>)[key]
        return [key, field && next() < Math.max(0.25, share) ? (draws.get(field)?.(next, now) ?? now) : now]
      }),
    )
    if (!check?.(state as never)) return state
  }
  return start
}

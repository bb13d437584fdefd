import { functionFrom, type Fn } from '@/figure/pure'
import { slopeHere, troubleAt, type Trouble } from '@/topics/points'
import { slopeOf } from '@/topics/slope/functions'

export type Method = 'one-sided' | 'central'
export type Format = 'float64' | 'float32'
export type State = {
  f: string
  x: number
  /** h is 10 to this power. */
  e: number
  method: Method
  format: Format
}

export const [smallest, largestStep] = [-16, 0]

/** The distance from 1 to the next number of a format. */
export const epsilon: Record<Format, number> = { float64: 2 ** -52, float32: 2 ** -23 }
const rounding: Record<Format, (value: number) => number> = {
  float64: (value) => value,
  float32: Math.fround,
}

/** Where the best step is to be expected: √ε for the one-sided quotient, ∛ε for the central one. */
export const expectedBest = (method: Method, format: Format) =>
  method === 'one-sided' ? Math.sqrt(epsilon[format]) : Math.cbrt(epsilon[format])

/** Everything that goes into a difference quotient, each number as it is in the chosen format. */
export type Quotient = {
  readonly ahead: number
  readonly behind: number
  readonly difference: number
  /** What it is divided by: h or 2h. */
  readonly width: number
  readonly value: number
}

/** (f(x+h) − f(x)) / h, or (f(x+h) − f(x−h)) / 2h, with every single operation rounded to the format. */
export function quotient(fn: Fn, x: number, h: number, method: Method, format: Format): Quotient {
  const round = rounding[format]
  const [at, by] = [round(x), round(h)]
  const f = (input: number) => fn.value([round(input)], format)
  const [ahead, behind] = [f(at + by), f(method === 'one-sided' ? at : at - by)]
  const width = method === 'one-sided' ? by : round(2 * by)
  const difference = round(ahead - behind)
  return { ahead, behind, difference, width, value: round(difference / width) }
}

/** x as the format has it: that is where the derivative is wanted. */
export const placed = (x: number, format: Format) => rounding[format](x)

const perDecade = 8
const exponents = Array.from(
  { length: (largestStep - smallest) * perDecade + 1 },
  (_, k) => smallest + k / perDecade,
)

export type Series = {
  readonly method: Method
  readonly format: Format
  /** h and |quotient − f′(x)|, from the smallest h to the largest. */
  readonly points: readonly (readonly [h: number, error: number])[]
  /** The h whose neighbourhood of a decade has the smallest largest error: single hits by luck do not count. */
  readonly best: number
}

/** The same function, each value computed once: both methods ask for the same ones, and all small steps in float32 for one. */
function remembering(fn: Fn): Fn {
  const known = { float64: new Map<number, number>(), float32: new Map<number, number>() }
  const value: Fn['value'] = ([x = NaN], format = 'float64') => {
    const y = known[format].get(x) ?? fn.value([x], format)
    known[format].set(x, y)
    return y
  }
  return { ...fn, value }
}

/**
 * How far the quotient is from the derivative at every h, for both methods in both formats; the derivative is the
 * core's, unless another is known.
 */
export function errors(given: Fn, x: number, known?: number): Series[] {
  const fn = remembering(given)
  const all: [Method, Format][] = [
    ['one-sided', 'float64'],
    ['central', 'float64'],
    ['one-sided', 'float32'],
    ['central', 'float32'],
  ]
  return all.map(([method, format]) => {
    const slope = known ?? slopeOf(fn, placed(x, format))
    const points = exponents.map((e) => {
      const h = 10 ** e
      return [h, Math.abs(quotient(fn, x, h, method, format).value - slope)] as const
    })
    return { method, format, points, best: bestOf(points) }
  })
}

function bestOf(points: Series['points']): number {
  const reach = perDecade / 2
  let [best, least] = [NaN, Infinity]
  for (const [k, [h]] of points.entries()) {
    const near = points.slice(Math.max(0, k - reach), k + reach + 1).map(([, error]) => error)
    const worst = Math.max(...near)
    if (worst < least) [best, least] = [h, worst]
  }
  return best
}

export type Sides = {
  readonly right: readonly (readonly [h: number, quotient: number])[]
  readonly left: readonly (readonly [h: number, quotient: number])[]
}

/** Quotients from the right and from the left at every h, from 10 to the power `least` on. */
export function sidesOf(fn: Fn, x: number, least = smallest): Sides {
  const from = (sign: 1 | -1) =>
    exponents
      .filter((e) => e >= least)
      .map((e) => {
        const h = 10 ** e
        return [h, quotient(fn, x, sign * h, 'one-sided', 'float64').value] as const
      })
  return { right: from(1), left: from(-1) }
}

/** What the plot over all h shows: errors, or quotients from both sides where there is no derivative. */
export function acrossSteps(f: string, x: number): { readonly errors: readonly Series[] } | Sides {
  const fn = functionFrom(f, ['x'])
  const trouble = troubleAt(fn, [x])
  const settles = !trouble || trouble.slope !== undefined
  return settles ? { errors: errors(fn, x, trouble?.slope) } : sidesOf(fn, x)
}

export type Scene = {
  readonly fn: Fn
  readonly h: number
  readonly quotient: Quotient
  /** Undefined where there is a trouble. */
  readonly slope: number | undefined
  readonly error: number | undefined
  readonly trouble: Trouble | undefined
  /** The quotient is a number. */
  readonly defined: boolean
  /** What its error is made of. */
  readonly phase: Phase
}

/** No error; rounding alone, as on a line; a curve that still bends; the best h, or about it; digits lost. */
type Phase = 'exact' | 'rounding' | 'bends' | 'best' | 'lost'

function phaseOf({ e, method, format }: State, made: Quotient, error: number | undefined): Phase {
  if (error === 0) return 'exact'
  const best = expectedBest(method, format)
  // A line is off by what the last digits of f leave, at any h.
  const last = (8 * epsilon[format] * (1 + Math.abs(made.ahead) + Math.abs(made.behind))) / made.width
  if (10 ** e > best && (error ?? NaN) < last) return 'rounding'
  if (10 ** e > 30 * best) return 'bends'
  return 10 ** e > best / 30 ? 'best' : 'lost'
}

export function model(state: State): Scene {
  const { f, x, e, method, format } = state
  const fn = functionFrom(f, ['x'], { x: 'x' })
  const h = 10 ** e
  const made = quotient(fn, x, h, method, format)
  const trouble = troubleAt(fn, [x])
  const slope = slopeHere(trouble, () => slopeOf(fn, placed(x, format)))
  const defined = Number.isFinite(made.value)
  const error = slope !== undefined && defined ? Math.abs(made.value - slope) : undefined
  return {
    fn,
    h,
    quotient: made,
    slope,
    error,
    trouble,
    defined,
    phase: phaseOf(state, made, error),
  }
}

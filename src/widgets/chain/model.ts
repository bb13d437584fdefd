import { grad, type Ast } from '@/autodiff'
import { functionFrom, type Fn } from '@/figure/pure'
import type { Range } from '@/plot/pure'
import { slopeHere, troubleAt, troubleBeside, type Looked, type Trouble } from '@/topics/points'
import { slopeOf, valueOf } from '@/topics/slope/functions'

/** z = g(y), y = f(x): f is written in x, g in y. */
export type State = { f: string; g: string; x: number; dx: number }

/** A change of y or z: what the rates so far make of Δx, and what happens. */
export type Change = { readonly predicted: number | undefined; readonly true: number | undefined }

export type Scene = {
  readonly f: Fn
  readonly g: Fn
  readonly y: number | undefined
  readonly z: number | undefined
  readonly rates: { readonly f: number | undefined; readonly g: number | undefined }
  /** ∂z/∂x as the product of the two rates, and of g(f(x)) as one function. */
  readonly product: number | undefined
  readonly whole: number | undefined
  /** ∂z/∂x at the same x with the two functions in the other order. */
  readonly swapped: number | undefined
  readonly dy: Change
  readonly dz: Change
  readonly trouble: Trouble | undefined
  /** Half the width of each line's window, the same for all three, so that arrows can be compared. */
  readonly reach: number
}

const known = (value: number) => (Number.isFinite(value) ? value : undefined)
const minus = (a: number, b: number | undefined) => (b === undefined ? undefined : known(a - b))
const times = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : a * b

/** The rate of a function at a point, and what is the matter where it has none; neither without a point. */
function linkAt(fn: Fn, at: number | undefined, name = 'f') {
  if (at === undefined) return { rate: undefined, trouble: undefined }
  const trouble = troubleAt(fn, [at], name)
  return { rate: slopeHere(trouble, () => slopeOf(fn, at)), trouble }
}
const rateAt = (fn: Fn, at: number | undefined) => linkAt(fn, at).rate

/** All that the figure shows. */
export function model(state: State): Scene {
  const { x, dx } = state
  const f = functionFrom(state.f, ['x'], { x: 'x' })
  const g = functionFrom(state.g, ['y'], { y: 'y' })
  const y = known(valueOf(f, x))
  const z = y === undefined ? undefined : known(valueOf(g, y))
  const [first, second] = [linkAt(f, x), linkAt(g, y, 'g')]
  const rates = { f: first.rate, g: second.rate }
  const product = times(rates.g, rates.f)
  const end = valueOf(f, x + dx)
  const dy = { predicted: times(rates.f, dx), true: minus(end, y) }
  const dz = { predicted: times(product, dx), true: minus(valueOf(g, end), z) }
  const middle = known(valueOf(g, x))
  return {
    f,
    g,
    y,
    z,
    rates,
    product,
    whole: z === undefined ? undefined : wholeRate(f, g, x),
    swapped: times(rateAt(f, middle), rateAt(g, x)),
    dy,
    dz,
    trouble: first.trouble ?? second.trouble,
    reach: reachFor([dx, dy.predicted, dy.true, dz.predicted, dz.true]),
  }
}

/** ∂z/∂x of z = g(f(x)), differentiated as one function. It may have a rate where one of its links has none. */
function wholeRate(f: Fn, g: Fn, x: number): number | undefined {
  const slope = grad((input) => g.run({ y: f.run({ x: input }) }))
  const whole: Looked = {
    names: ['x'],
    value: ([at = NaN], dtype) => g.value([f.value([at], dtype)], dtype),
    gradient: ([at = NaN]) => [slope(at).item()],
  }
  return slopeHere(troubleBeside(whole, [x], 'z'), () => slope(x).item())
}

/** 1, 2 or 5 times a power of ten: the least with room for all of these. */
export function reachFor(changes: readonly (number | undefined)[]): number {
  const largest = Math.max(0.01, ...changes.map((change) => Math.abs(change ?? 0))) * 1.3
  const power = 10 ** Math.floor(Math.log10(largest))
  return power * ([1, 2, 5].find((step) => step * power >= largest) ?? 10)
}

/** The window of a line round its value; round 0 where there is none. */
export const around = (at: number | undefined, reach: number): Range => ({
  min: (at ?? 0) - reach,
  max: (at ?? 0) + reach,
})

/** Evenly spaced inputs of a link, and where it takes each; what goes nowhere near `to` is left out. */
export function fan(fn: Fn, at: number, to: number, reach: number): (readonly [from: number, to: number])[] {
  return [-0.8, -0.6, -0.4, -0.2, 0.2, 0.4, 0.6, 0.8]
    .map((share) => [at + share * reach, valueOf(fn, at + share * reach)] as const)
    .filter(([, end]) => Math.abs(end - to) < 3 * reach)
}

/** A function written in another letter. */
export function renamed({ source, ast }: Fn, letter: string): string {
  const spans = namesIn(ast).toSorted((a, b) => b[0] - a[0])
  return spans.reduce((text, [start, end]) => text.slice(0, start) + letter + text.slice(end), source)
}

function namesIn(ast: Ast): Ast['span'][] {
  switch (ast.kind) {
    case 'name':
      return [ast.span]
    case 'call':
    case 'product':
      return ast.args.flatMap(namesIn)
    case 'list':
      return ast.items.flatMap(namesIn)
    case 'index':
      return namesIn(ast.of)
    default:
      return []
  }
}

const ease = (share: number) => share * share * (3 - 2 * share)

/** How much of a leg of the nudge's way is done, eased, from 0 to 1. */
export const done = (at: number, leg: number) => ease(Math.max(0, Math.min(1, at - leg)))

import { nth, parse, type Ast } from '@/autodiff'
import { num, subscript } from '@/plot/format'
import type { Fn } from './expression'
import { oneSided, type Side } from './sides'

/** Why a function has no value, or no derivative, at a point. */
export type Trouble = {
  readonly kind: 'undefined' | 'edge' | 'jump' | 'kink' | 'vertical' | 'wild' | 'rules'
  /** For the reader: what is the matter, and why that leaves no derivative. */
  readonly sentence: string
}

type Call = Extract<Ast, { kind: 'call' }>

const where = (names: readonly string[], at: readonly number[]) =>
  names.map((name, k) => `${name.replace(/\d+$/, subscript)} = ${num(nth(at, k))}`).join(', ')

/** What keeps a function from having a value here, as a sentence; undefined if it has one. */
export function noValue(fn: Fn, at: readonly number[], name = 'f'): string | undefined {
  if (Number.isFinite(fn.value(at))) return undefined
  const cause = firstFailure(fn, at)
  const place = fn.names.length > 0 ? `At ${where(fn.names, at)}, ` : ''
  return `${place}${name} has no value: ${cause ?? 'the formula gives no number there'}.`
}

/**
 * What keeps a function from having a derivative here, by each of its names in turn; undefined if it has one. The
 * rules of the core are believed unless the point is a corner of some op; there, one-sided quotients decide.
 */
export function troubleAt(fn: Fn, at: readonly number[], name = 'f'): Trouble | undefined {
  const sentence = noValue(fn, at, name)
  if (sentence) return { kind: 'undefined', sentence }
  const slopes = fn.gradient(at)
  if (slopes.every(Number.isFinite) && !hasCorner(fn, at)) return undefined
  for (const k of fn.names.keys()) {
    const found = alongOne(fn, at, k, name, nth(slopes, k))
    if (found) return found
  }
}

function alongOne(
  fn: Fn,
  at: readonly number[],
  k: number,
  name: string,
  slope: number,
): Trouble | undefined {
  const along = (x: number) => fn.value(at.with(k, x))
  const [left, right] = [oneSided(along, nth(at, k), -1), oneSided(along, nth(at, k), 1)]
  const place = `${(fn.names[k] ?? '').replace(/\d+$/, subscript)} = ${num(nth(at, k))}`
  const trouble = (kind: Trouble['kind'], text: string): Trouble => ({
    kind,
    sentence: `${text}, so there is no derivative.`,
  })
  if (left.kind === 'none' || right.kind === 'none') {
    const [side, other] = left.kind === 'none' ? (['left', right] as const) : (['right', left] as const)
    const steep = other.kind === 'steep' ? ', and on the other side its slope grows without bound' : ''
    return trouble('edge', `${name} has no values to the ${side} of ${place}${steep}`)
  }
  if (left.kind === 'jump' || right.kind === 'jump')
    return trouble('jump', `${name} jumps at ${place}, from ${num(left.near, 3)} to ${num(right.near, 3)}`)
  if (left.kind === 'wild' || right.kind === 'wild')
    return trouble('wild', `Close to ${place} the slope of the secant swings for ever and settles on nothing`)
  if (left.kind === 'steep' || right.kind === 'steep')
    return trouble('vertical', `The closer to ${place}, the steeper ${name} gets, without bound`)
  if (!sameSlope(left, right))
    return trouble(
      'kink',
      `${name} has a kink at ${place}: slope ${num(left.slope, 3)} on the left, ${num(right.slope, 3)} on the right. No one line fits both sides`,
    )
  if (!Number.isFinite(slope))
    return {
      kind: 'rules',
      sentence: `The graph of ${name} has a slope at ${place}, but the rules for the parts of its formula divide by zero there and give none.`,
    }
}

const sameSlope = (a: Side, b: Side) =>
  Math.abs(a.slope - b.slope) < 1e-3 * (1 + Math.abs(a.slope) + Math.abs(b.slope))

/** The calls of a formula, inner ones first. */
function calls(ast: Ast): Call[] {
  switch (ast.kind) {
    case 'call':
      return [...ast.args.flatMap(calls), ast]
    case 'product':
      return ast.args.flatMap(calls)
    case 'list':
      return ast.items.flatMap(calls)
    case 'index':
      return calls(ast.of)
    default:
      return []
  }
}

/** The value of a part of the formula, read again from its place in the text. */
function part({ source, names }: Fn, { span }: Ast, at: readonly number[]): number {
  const env = Object.fromEntries(names.map((name, k) => [name, nth(at, k)]))
  const { f } = parse(source.slice(...span), { names })
  const { data } = f(env)
  return data.length === 1 ? nth(data, 0) : NaN
}

const zero = (value: number) => Math.abs(value) < 1e-12

/** Ops that may bend, jump or stop somewhere. All others are smooth, and their arguments need no look at each drag. */
const cornered = new Set('abs relu sign sqrt maximum minimum greater equal pow'.split(' '))
const wholePower = ({ op, args: [, power] }: Call) =>
  op === 'pow' && power?.kind === 'number' && Number.isInteger(power.value) && power.value >= 0

function hasCorner(fn: Fn, at: readonly number[]): boolean {
  return calls(fn.ast).some((call) => {
    const { op, args } = call
    if (!cornered.has(op) || wholePower(call)) return false
    const [a = NaN, b = NaN] = args.map((arg) => part(fn, arg, at))
    if (['abs', 'relu', 'sign', 'sqrt'].includes(op)) return zero(a)
    return op === 'pow' ? zero(a) && !(Number.isInteger(b) && b >= 0) : zero(a - b)
  })
}

/** The innermost part that has no value although its arguments have one, in words. */
function firstFailure(fn: Fn, at: readonly number[]): string | undefined {
  for (const call of calls(fn.ast)) {
    const args = call.args.map((arg) => part(fn, arg, at))
    if (args.every(Number.isFinite) && !Number.isFinite(part(fn, call, at))) return reason(call.op, args)
  }
}

const bracketed = (value: number) => (value < 0 ? `(${num(value)})` : num(value))

/** Why an op has no value at these arguments, as the end of a sentence. */
export function reason(op: string, [a = NaN, b = NaN]: readonly number[]): string {
  switch (op) {
    case 'sqrt':
      return `the square root of ${num(a)} is no real number`
    case 'log':
      return a === 0
        ? 'no power of e is 0, so log 0 is nothing'
        : `no power of e is ${num(a)}, so it has no logarithm`
    case 'div':
      return `${num(a)} divided by 0 is no number`
    case 'pow':
      if (a === 0) return `0 to the power ${num(b)} would be 1 divided by 0`
      if (a < 0 && !Number.isInteger(b)) return `${bracketed(a)} to the power ${num(b)} is no real number`
      return `${bracketed(a)} to the power ${num(b)} comes out too large to be a number here`
  }
  return `${op} comes out too large to be a number here`
}

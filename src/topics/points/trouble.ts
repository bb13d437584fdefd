import { nth } from '@/autodiff'
import { num } from '@/plot/format'
import type { Fn } from '@/figure/pure'
import { noValue, placeOf } from './reason'
import { sideOf, type Curve, type Side } from './side'

/** Why a function has no value, or no derivative, at a point; or why the rules of its parts miss the one it has. */
export type Trouble = {
  readonly kind: 'undefined' | 'edge' | 'jump' | 'kink' | 'vertical' | 'wild' | 'rules' | 'unclear'
  /** For the reader: what is the matter, and what that leaves of the derivative. */
  readonly sentence: string
  /** The slope of the graph, from its quotients, where only the rules fail. */
  readonly slope?: number
}

/** A function that can be looked at beside a point. Its gradient is the core's. */
export type Looked = Pick<Fn, 'names' | 'value' | 'gradient'>

/**
 * What keeps a function from having a derivative here, by each of its names in turn; undefined if it has one and the
 * core's rules give it. Quotients from both sides decide: no list of ops that may bend is asked.
 */
export function troubleAt(fn: Fn, at: readonly number[], name = 'f'): Trouble | undefined {
  const sentence = noValue(fn, at, name)
  if (sentence) return { kind: 'undefined', sentence }
  return troubleBeside(fn, at, name)
}

/** The same for a function that has a value here. */
export function troubleBeside(fn: Looked, at: readonly number[], name = 'f'): Trouble | undefined {
  for (const k of fn.names.keys()) {
    const found = troubleAlong(fn, at, k, name)
    if (found) return found
  }
}

/** The same by the k-th name alone. */
export function troubleAlong(fn: Looked, at: readonly number[], k: number, name = 'f'): Trouble | undefined {
  const x = nth(at, k)
  const along: Curve = (to, dtype) => fn.value(at.with(k, to), dtype)
  const slope = nth(fn.gradient(at), k)
  if (isPlain(along, x, slope)) return undefined
  return alongOne(along, x, placeOf([nth(fn.names, k)], [x]), name, slope)
}

/** The slope of a graph at a point: the core's, or, where only the rules of its parts fail, that of its quotients. */
export const slopeHere = (trouble: Trouble | undefined, core: () => number): number | undefined =>
  trouble ? trouble.slope : core()

/** Small steps to either side move the function as the slope says: there is nothing to look into. */
function isPlain(f: Curve, x: number, slope: number): boolean {
  const y = f(x)
  const quotient = (by: number) => {
    const h = x + by * Math.max(1, Math.abs(x)) - x
    return (f(x + h) - y) / h
  }
  const size = Math.max(...[slope, quotient(2 ** -4), quotient(-(2 ** -4))].map(Math.abs))
  return [2 ** -12, 2 ** -21].every((step) =>
    [step, -step].every((by) => Math.abs(quotient(by) - slope) <= (1e-5 + 32 * step) * size),
  )
}

function alongOne(f: Curve, x: number, place: string, name: string, slope: number): Trouble | undefined {
  const [left, right] = [sideOf(f, x, -1), sideOf(f, x, 1)]
  const found = breakBetween(left, right, f(x), place, name)
  if (found) return { ...found, sentence: `${found.sentence}, so there is no derivative.` }
  if (left.kind !== 'smooth' || right.kind !== 'smooth')
    return {
      kind: 'unclear',
      sentence: `Close to ${place} the slope of the secant moves so slowly that numbers of this size do not tell whether it settles: whether ${name} has a derivative there is left open.`,
    }
  const middle = (left.slope + right.slope) / 2
  if (agree(middle, slope, left.within + right.within)) return undefined
  return { kind: 'rules', sentence: rulesSentence(name, place, middle, slope), slope: middle }
}

function rulesSentence(name: string, place: string, graph: number, rules: number): string {
  const there = `The graph of ${name} has slope ${num(graph, 3)} at ${place}`
  if (!Number.isFinite(rules))
    return `${there}, but the rules for the parts of its formula divide by zero there and give none.`
  return `${there}. The rules for the parts of its formula give ${num(rules, 3)}: at its corner each part takes the slope that its own rule picks, and together these are not the slope of the whole.`
}

const agree = (a: number, b: number, within: number) =>
  Math.abs(a - b) <= within + 1e-5 * (Math.abs(a) + Math.abs(b))

type Break = Omit<Trouble, 'slope'>

/** What the two sides say against a derivative, as the beginning of a sentence. */
function breakBetween(left: Side, right: Side, y: number, place: string, name: string): Break | undefined {
  const either = (...kinds: Side['kind'][]) => kinds.includes(left.kind) || kinds.includes(right.kind)
  if (either('none')) return { kind: 'edge', sentence: edge(left, right, place, name) }
  if (either('pole'))
    return { kind: 'jump', sentence: `Close to ${place} the values of ${name} grow beyond every bound` }
  if (either('torn'))
    return {
      kind: 'wild',
      sentence: `Close to ${place} the values of ${name} swing for ever and settle on nothing`,
    }
  if (either('jump')) return { kind: 'jump', sentence: jump(left, right, y, place, name) }
  if (either('wild'))
    return {
      kind: 'wild',
      sentence: `Close to ${place} the slope of the secant swings for ever and settles on nothing${side(left.kind === 'wild', right.kind === 'wild')}`,
    }
  if (either('steep')) return { kind: 'vertical', sentence: steep(left, right, place, name) }
  if (left.kind !== 'smooth' || right.kind !== 'smooth') return undefined
  if (agree(left.slope, right.slope, left.within + right.within)) return undefined
  return {
    kind: 'kink',
    sentence: `${name} has a kink at ${place}: slope ${num(left.slope, 3)} on the left, ${num(right.slope, 3)} on the right. No one line fits both sides`,
  }
}

const side = (left: boolean, right: boolean) => (left && right ? '' : left ? ' on the left' : ' on the right')

/** What the quotient does on a side, as a clause; nothing where there is nothing to add. */
function quotientOf(one: Side): string | undefined {
  if (one.kind === 'steep') return `the slope of the secant ${one.sign > 0 ? 'grows' : 'falls'} without bound`
  if (one.kind === 'smooth') return `it tends to ${num(one.slope, 3)}`
}

function edge(left: Side, right: Side, place: string, name: string): string {
  if (left.kind === 'none' && right.kind === 'none')
    return `However close to ${place}, there are places on both sides where ${name} has no value`
  const [here, there, other] = left.kind === 'none' ? ['left', 'right', right] : ['right', 'left', left]
  const clause = (other as Side).kind === 'steep' ? quotientOf(other as Side) : undefined
  return `${name} has no values to the ${here as string} of ${place}${clause ? `, and on the ${there as string} ${clause}` : ''}`
}

function jump(left: Side, right: Side, y: number, place: string, name: string): string {
  const [from, to] = [left, right].map((one) => (one.kind === 'jump' ? one.near : y)) as [number, number]
  if (num(from, 3) === num(to, 3))
    return `${name} jumps at ${place}: it is ${num(y, 3)} there, and close to ${num(from, 3)} on both sides`
  return `${name} jumps at ${place}, from ${num(from, 3)} to ${num(to, 3)}`
}

function steep(left: Side, right: Side, place: string, name: string): string {
  if (left.kind === 'steep' && right.kind === 'steep')
    return `The closer to ${place}, the steeper ${name} gets, without bound`
  const [here, there, one, other] =
    left.kind === 'steep'
      ? (['left', 'right', left, right] as const)
      : (['right', 'left', right, left] as const)
  const rest = quotientOf(other)
  return `On the ${here} of ${place} ${quotientOf(one) ?? ''}${rest ? `; on the ${there} ${rest}` : ''}`
}

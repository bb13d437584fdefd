import { nth } from '@/autodiff'
import type { Fn } from '@/figure/pure'
import { noValue, placeOf } from './reason'
import { sideOf, type Curve, type Side } from './side'
import { words, rulesSentence, side, edge, jump, steep } from './words'

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
  if (found) return { ...found, sentence: words.noDerivative(found.sentence) }
  if (left.kind !== 'smooth' || right.kind !== 'smooth')
    return {
      kind: 'unclear',
      sentence: words.unclear(place, name),
    }
  const middle = (left.slope + right.slope) / 2
  if (agree(middle, slope, left.within + right.within)) return undefined
  return { kind: 'rules', sentence: rulesSentence(name, place, middle, slope), slope: middle }
}

const agree = (a: number, b: number, within: number) =>
  Math.abs(a - b) <= within + 1e-5 * (Math.abs(a) + Math.abs(b))

type Break = Omit<Trouble, 'slope'>

/** What the two sides say against a derivative, as the beginning of a sentence. */
function breakBetween(left: Side, right: Side, y: number, place: string, name: string): Break | undefined {
  const either = (...kinds: Side['kind'][]) => kinds.includes(left.kind) || kinds.includes(right.kind)
  if (either('none')) return { kind: 'edge', sentence: edge(left, right, place, name) }
  if (either('pole')) return { kind: 'jump', sentence: words.pole(place, name) }
  if (either('torn'))
    return {
      kind: 'wild',
      sentence: words.torn(place, name),
    }
  if (either('jump')) return { kind: 'jump', sentence: jump(left, right, y, place, name) }
  if (either('wild'))
    return {
      kind: 'wild',
      sentence: words.wild(place, side(left.kind === 'wild', right.kind === 'wild')),
    }
  if (either('steep')) return { kind: 'vertical', sentence: steep(left, right, place, name) }
  if (left.kind !== 'smooth' || right.kind !== 'smooth') return undefined
  if (agree(left.slope, right.slope, left.within + right.within)) return undefined
  return {
    kind: 'kink',
    sentence: words.kink(name, place, left.slope, right.slope),
  }
}

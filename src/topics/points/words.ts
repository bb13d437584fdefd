import { num } from '@/plot/format'
import type { Side } from './side'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  at: (place: string) => `At ${place}, `,
  noValue: (place: string, name: string, cause: string | undefined) =>
    `${place}${name} has no value: ${cause ?? 'the formula gives no number there'}.`,
  tooLarge: (what: string) => `${what} comes out too large to be a number here`,
  noDerivative: (says: string) => `${says}, so there is no derivative.`,
  unclear: (place: string, name: string) =>
    `Close to ${place} the slope of the secant moves so slowly that numbers of this size do not tell whether it settles: whether ${name} has a derivative there is left open.`,
  pole: (place: string, name: string) => `Close to ${place} the values of ${name} grow beyond every bound`,
  torn: (place: string, name: string) =>
    `Close to ${place} the values of ${name} swing for ever and settle on nothing`,
  wild: (place: string, side: string) =>
    `Close to ${place} the slope of the secant swings for ever and settles on nothing${side}`,
  kink: (name: string, place: string, left: number, right: number) =>
    `${name} has a kink at ${place}: slope ${num(left, 3)} on the left, ${num(right, 3)} on the right. No one line fits both sides`,
}

export function rulesSentence(name: string, place: string, graph: number, rules: number): string {
  const there = `The graph of ${name} has slope ${num(graph, 3)} at ${place}`
  if (!Number.isFinite(rules))
    return `${there}, but the rules for the parts of its formula divide by zero there and give none.`
  return `${there}. The rules for the parts of its formula give ${num(rules, 3)}: at its corner each part takes the slope that its own rule picks, and together these are not the slope of the whole.`
}

export const side = (left: boolean, right: boolean) =>
  left && right ? '' : left ? ' on the left' : ' on the right'

/** What the quotient does on a side, as a clause; nothing where there is nothing to add. */
function quotientOf(one: Side): string | undefined {
  if (one.kind === 'steep') return `the slope of the secant ${one.sign > 0 ? 'grows' : 'falls'} without bound`
  if (one.kind === 'smooth') return `it tends to ${num(one.slope, 3)}`
}

export function edge(left: Side, right: Side, place: string, name: string): string {
  if (left.kind === 'none' && right.kind === 'none')
    return `However close to ${place}, there are places on both sides where ${name} has no value`
  const [here, there, other] = left.kind === 'none' ? ['left', 'right', right] : ['right', 'left', left]
  const clause = (other as Side).kind === 'steep' ? quotientOf(other as Side) : undefined
  return `${name} has no values to the ${here as string} of ${place}${clause ? `, and on the ${there as string} ${clause}` : ''}`
}

export function jump(left: Side, right: Side, y: number, place: string, name: string): string {
  const [from, to] = [left, right].map((one) => (one.kind === 'jump' ? one.near : y)) as [number, number]
  if (num(from, 3) === num(to, 3))
    return `${name} jumps at ${place}: it is ${num(y, 3)} there, and close to ${num(from, 3)} on both sides`
  return `${name} jumps at ${place}, from ${num(from, 3)} to ${num(to, 3)}`
}

export function steep(left: Side, right: Side, place: string, name: string): string {
  if (left.kind === 'steep' && right.kind === 'steep')
    return `The closer to ${place}, the steeper ${name} gets, without bound`
  const [here, there, one, other] =
    left.kind === 'steep'
      ? (['left', 'right', left, right] as const)
      : (['right', 'left', right, left] as const)
  const rest = quotientOf(other)
  return `On the ${here} of ${place} ${quotientOf(one) ?? ''}${rest ? `; on the ${there} ${rest}` : ''}`
}

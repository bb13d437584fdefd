import { num, entry } from '@/plot/format'
import type { State, Scene } from './model'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  picks: (place: string, terms: string, result: string) =>
    `∂y/∂x · e${place} = ${terms} = ${result}, the entry ∂y/∂x${place}`,
  along: 'Nudge along',
  next: 'Next direction',
  reverse: 'One reverse pass',
  forget: 'Forget all',
  inputs: 'inputs ',
  nudge: 'nudge',
  visited: (all: number) => `${all} nodes visited`,
  passes: (count: number, n: number) => `${count} of ${n}`,
  forwardFull: 'Forward-mode passes so far',
  forward: 'forward-mode passes',
  forwardNodes: 'Nodes that the forward-mode passes visited',
  theyCost: 'they cost',
  reverseFull: 'Reverse-mode passes so far',
  reversePasses: 'reverse-mode passes',
  reverseNodes: 'Nodes that the reverse-mode pass visited, there and back',
  itCosts: 'it costs',
  nothing: 'nothing to compare yet',
  differenceFull: 'Largest difference between the two gradients',
  difference: 'they differ by',
  direction: (at: string) => `e${at}, the direction of the nudge`,
  gradient: 'gradient of y by x',
  bars: (height: number) =>
    `The bars reach from −${num(height)} to ${num(height)}. A line across a bar: what the nudge really did, per unit.`,
  N: 'Number of inputs N',
  size: 'Size of the nudge',
  mismatch: (count: number, n: number) => `The link gives ${count} inputs and a direction among ${n}.`,
  title: 'One direction at a time',
  noNumber: 'a part of it that has no x in it is no number',
}

/** What has happened so far, for any numbers. */
export function sentence({ n, at, h }: State, { nudged, forward, reverse }: Scene): string {
  const now = nudged[at]
  const name = entry('x', at + 1)
  const what = now
    ? `Nudge {x.${at + 1}} alone by ${num(h)}: {y} moves by ${num(now.change)}, which is ${num(now.rate)} per unit; forward mode along e${entry('', at + 1)} gives ∂y/∂${name} = ${num(now.partial)}.`
    : `Nothing has been nudged along e${entry('', at + 1)} yet.`
  if (reverse)
    return `${what} One pass of reverse mode gives all ${n} entries at once${forward.count > 0 ? `; ${forward.count} of forward mode ${forward.count === 1 ? 'has' : 'have'} given ${forward.count}` : ''}.`
  const left = n - forward.count
  return `${what} ${left === 0 ? `It took ${n} passes of forward mode to fill the gradient.` : `${left} of ${n} entries ${left === 1 ? 'is' : 'are'} still unknown.`}`
}

export const presetNames = {
  squares: 'Sum of squares',
  softMaximum: 'Soft maximum',
  roughness: 'Roughness',
  squaredSum: 'Squared sum',
} as const

/** What is wrong with a function that gives no number for these inputs. */
export const refusals = {
  tooMuch: (much: string) => `This is too much to compute. ${much}.`,
  notOne: (count: number) => `This gives ${count} numbers; a gradient belongs to one. Put sum(…) round it.`,
  noValue: (why: string | undefined) =>
    `For these inputs the function has no value: ${why ?? 'it overflows'}.`,
}

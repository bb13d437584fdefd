import { nth } from '@/autodiff'
import { num } from '@/plot/format'
import type { Gap, model } from './model'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  spoken: (found: string, witness: string) => `${found} Central differences: ${witness}`,
  inShapes: (spoken: string, shapes: string) => `${spoken}. In shapes: ${shapes}`,
  numbers: 'Numbers built',
  bytes: 'Bytes, float64',
  multiplyAdds: 'Multiply-adds',
  gradient: (by: string, how: string) => `gradient of L by ${by}, ${how}`,
  jacobian: (by: string, N: number, M: number, block: string, built: number, zeros: number) =>
    `Generalized Jacobian of y by ${by}: ${N} by ${M} blocks of ${block}, ${built} numbers, ${zeros} of them zero`,
  explicit: 'explicit road',
  explicitRoad: 'The explicit road',
  explicitRule: {
    'output-first': (by: string) =>
      `the gradient of L by ${by} is the gradient of L by y times the generalized Jacobian of y by ${by}`,
    'input-first': (by: string) =>
      `the gradient of L by ${by} is the generalized Jacobian of y by ${by} times the gradient of L by y`,
  },
  short: 'short road',
  shortRoad: 'The short road',
  product: (gives: string, factors: readonly string[]) =>
    `the ${gives} is ${factors.map((factor) => (factor.startsWith('gradient') ? `the ${factor}` : factor)).join(' times ')}`,
  differences: 'Central differences',
  differencesSmall: 'central differences',
  betweenRoads: 'Largest difference between the roads',
  fromDifferences: 'Largest difference from central differences',
  title: 'Two roads to one gradient',
  by: 'Gradient',
}

type Scene = ReturnType<typeof model>

const numerals = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

const count = (n: number, noun: string) => `${numerals[n] ?? n} ${noun}${n === 1 ? '' : 's'}`

/** How far apart two answers are. */
export const gapText = ({ value, relative }: Gap) =>
  value === 0 ? '0' : `${num(value, 2)}${relative ? ' of the largest entry' : ''}`

/** The finding, on the reader's numbers. */
export function sentence({ shape, apart, explicit }: Scene): string {
  const entries = nth(shape, 0) * nth(shape, 1)
  const same = entries === 1 ? 'the same number' : `the same ${count(entries, 'number')}`
  const closeness = apart.value === 0 ? ', bit for bit' : `, to ${gapText(apart)}`
  return `Both roads give ${same}${closeness}. One built ${count(explicit.built, 'number')} on the way, the other none.`
}

/** What central differences say, and what to make of it. */
export function witnessText({ witness, blurred }: Pick<Scene, 'witness' | 'blurred'>): string {
  if (blurred === 'rounding') return 'They are off here: L is so large that its rounding hides a small nudge.'
  if (blurred === 'bend') return 'They are off here: L bends too much, even within so small a nudge.'
  const close = witness.value === 0 ? 'they agree exactly' : `they come within ${gapText(witness)}`
  return `They know no formula. Nudge each entry up and down, watch L, and ${close}.`
}

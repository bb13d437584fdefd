import { nth } from '@/autodiff'
import { num } from '@/plot/format'
import type { Gap, model } from './model'

type Scene = ReturnType<typeof model>

const words = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

const count = (n: number, noun: string) => `${words[n] ?? n} ${noun}${n === 1 ? '' : 's'}`

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

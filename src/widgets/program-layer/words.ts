import { num } from '@/plot/format'
import { products, reach } from '@/topics/flat/words'
import type { Gradient } from '@/topics/programs/derived'
import type { Scene } from './model'

const patterns: Readonly<Record<Gradient['pattern'], string>> = {
  zero: 'Nothing of it is wired: no nudge gets through.',
  diagonal: 'Each entry moves one entry of the output, and no two the same.',
  blocks: 'Outside the blocks nothing is wired: those entries are 0, whatever the numbers.',
  band: 'Each entry of the output sees a window. Outside the band nothing is wired.',
  dense: 'Any entry may move any entry of the output.',
}

/** Which pattern the flattened Jacobian has, and what it says. */
export const patternText = ({ pattern }: Scene): string => patterns[pattern]

const bend = ' Central differences find something else: the layer bends within their step, as ReLU does at 0.'

/** The one thing to see at the entry that is picked, in words that are true of the numbers. */
export function sentence({ by, summed: { key, terms }, output, value, gap }: Scene): string {
  const own = key.replace(/^d/, '')
  const where = reach(terms.length, output.data.length)
  const sum = terms.length === 0 ? `{${key}} = 0` : products(terms.length, `{${key}}`, num(value))
  return `A nudge of {${own}} reaches ${where} of {${output.name}}, so ${sum}. The short formula gives all of {d${by}} at once.${gap.core < 1e-9 && gap.differences > 1e-3 ? bend : ''}`
}

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  program: 'The layer',
  gradient: (of: string) => `gradient of L by ${of}`,
  refused: (values: number, arriving: number) =>
    `The link must give ${values} numbers for the inputs and ${arriving} for what arrives.`,
}

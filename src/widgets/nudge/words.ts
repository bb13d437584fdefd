import type { State, Scene } from './model'
import { num } from '@/plot/format'
import { written } from '@/plot/equation'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  line: 'the line that the slope draws',
  missed: 'what it misses',
  picture: 'The curve of f, the line that its slope at x draws, and what that line misses at x + Δx',
  remainderFor: (step: string) => `Remainder for ${step}`,
  timesSmaller: (step: string) => `How many times smaller, for ${step}`,
  halves: 'The remainder as Δx is halved',
  read: (f: string) => `f of x is ${f}`,
  sum: (spoken: string) => `f of x plus delta x: ${spoken}`,
  predictedFull: 'Change that the slope predicts, f′(x)Δx',
  predicted: 'predicted, f′(x)Δx',
  trueFull: 'True change of y',
  true: 'true Δy',
  remainderFull: 'Remainder, true less predicted',
  remainder: 'remainder',
  shrunkFull: 'Remainder divided by Δx squared',
  shrunk: 'remainder / Δx²',
  title: 'Nudge',
  halve: 'Halve Δx',
  axis: 'x and x + Δx',
}

/** What is happening now. */
export function sentence({ x, dx }: State, { y, slope, step, trouble, beyond }: Scene): string {
  if (trouble) return trouble.sentence
  if (beyond) return `${beyond} The slope at {x} = ${num(x)} cannot know that.`
  const { predicted = 0, true: change = 0, remainder = 0 } = step
  if (dx === 0 || y === undefined) return `No nudge, no change: {y} stays at ${num(y ?? 0)}. Move Δx.`
  const start = `Move {x} by ${num(dx)}, and {y} moves by about ${written([[slope ?? 0, dx]], predicted).whole}`
  if (remainder === 0) return `${start}. That is the whole change: here the slope misses nothing.`
  if (Math.abs(remainder) > Math.abs(change) / 2)
    return `${start}. In truth it moves by ${num(change)}: the step is too large for the slope at {x}, which misses ${num(remainder)}.`
  return `${start}. In truth it moves by ${num(change)}: the slope misses ${num(remainder)}.`
}

import { nth, random, reshape, Tensor, tensor } from '@/autodiff'
import { outcome, type Formula } from './read'
import type { Trial } from './compare'
import { words } from './words'

/** Shapes in letters, `N×D`, `1×M`, or '' for one number. */
export type Shapes = Readonly<Record<string, string>>

/** Sizes that differ from one another and from 1, so that no axis passes for another, and no length for a rule. */
const sizes = [
  [5, 3, 7, 4, 6],
  [2, 4, 3, 6, 5],
  [3, 6, 4, 2, 8],
  // Longer than any list of rows that somebody writes out.
  [11, 13, 12, 9, 10],
] as const

const axesOf = (shape: string) => (shape === '' ? [] : shape.split('×').map((part) => part.trim()))

function sized(shapes: Shapes, k: number): Record<string, number> {
  const letters = [...new Set(Object.values(shapes).flatMap(axesOf))].filter((axis) => !/^\d+$/.test(axis))
  return Object.fromEntries(letters.map((letter, i) => [letter, sizes[k]?.[i] ?? i + 8 + k]))
}

/**
 * Trials for a formula in names of the given shapes, with seeded numbers that nothing fits by chance: of both signs, or
 * positive where the right answer needs that, as a logarithm does. Throws if it has no value even then.
 */
export function trialsOf(answer: Formula, shapes: Shapes): readonly Trial[] {
  for (const least of [-2, 0.2]) {
    const trials = sizes.map((_, k) => trialOf(answer, shapes, sized(shapes, k), random(k + 1), least))
    if (trials.every(({ truth }) => truth.data.every(Number.isFinite))) return trials
  }
  throw new Error(`“${answer.text}” has no finite value on random numbers`)
}

/** A trial at sizes of one's own. */
export const trialAt = (answer: Formula, shapes: Shapes, letters: Record<string, number>) =>
  trialOf(answer, shapes, letters, random(9), 0.2)

function trialOf(
  answer: Formula,
  shapes: Shapes,
  letters: Record<string, number>,
  next: () => number,
  least: number,
): Trial {
  const draw = (shape: string) => {
    const lengths = axesOf(shape).map((axis) => letters[axis] ?? Number(axis))
    const count = lengths.reduce((a, b) => a * b, 1)
    return reshape(tensor(Array.from({ length: count }, () => least + (2 - least) * next())), lengths)
  }
  const env = Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, draw(shape)]))
  const truth = outcome(answer, env)
  if (!(truth instanceof Tensor)) throw truth
  const largest = Math.max(0, ...Array.from(truth.data, Math.abs))
  return { env, sizes: letters, truth, tolerance: 1e-9 * largest + 1e-12 }
}

/** A shape of a trial in letters where its sizes tell them: [5, 3] is N × D. */
export function lettersOf(shape: readonly number[], { sizes: known }: Trial): string {
  if (shape.length === 0) return words.one
  const letter = (size: number) => Object.keys(known).find((name) => known[name] === size) ?? String(size)
  return shape.length === 1 ? words.vector(letter(nth(shape, 0))) : shape.map(letter).join(' × ')
}

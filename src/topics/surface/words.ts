import { num } from '@/plot/format'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  noLevels: 'This function is constant, or has no values here: there are no level lines.',
  levelsEvery: (step: number) => `Level lines every ${num(step)}: the closer they lie, the steeper.`,
  levelsAt: (first: string, foot: number | undefined) =>
    `Level lines at ${first} …, in steps that widen upward${foot ? ` from ${num(foot)}` : ''}.`,
  bowl: 'Bowl',
  saddle: 'Saddle',
  valley: 'Rosenbrock’s valley',
  ridge: 'Ridge',
  oneSide: (at: string) => `{y} has values only to one side of ${at}, so there is no derivative.`,
  unclear: (at: string) =>
    `Close to ${at} the rate of {y} moves so slowly that numbers of this size do not tell whether it settles: whether there is a gradient is left open.`,
  noDerivative: (says: string) => `${says}, so there is no derivative.`,
  slants: (at: string, first: number, second: number, predicted: number, there: number) =>
    `At ${at} the slopes along the axes are ${num(first, 2)} and ${num(second, 2)}. They predict a rate of ${num(predicted, 2)} in some slanting direction, and there it is ${num(there, 2)}, however small the nudge: no vector predicts {y} here, so there is no derivative.`,
}

export function wildWords(kind: string, at: string): string {
  if (kind === 'none') return `{y} has values only to one side of ${at}`
  if (kind === 'steep')
    return `However small a nudge of ${at}, the rate at which {y} moves is beyond every bound`
  if (kind === 'wild') return `Close to ${at} the rate at which {y} moves swings for ever`
  return `{y} jumps at ${at}`
}

import { symText } from '@/figure/pure'
import { entry, num } from '@/plot/format'
import type { BackScene, Made, StepName } from './back'
import type { Scene, State } from './model'

const list = (places: readonly number[]) => places.map((k) => k + 1).join(' and ')
const rowsOf = (places: readonly number[]) => `${places.length === 1 ? 'row' : 'rows'} ${list(places)}`

/** Which rows of what can move, for the entry that is nudged. */
function moves({ of }: State, { row, column, reaches, after }: Scene): string {
  const rows = after.y.flatMap((line, n) => (line.some((_, p) => reaches.y(n, p)) ? [n] : []))
  if (rows.length === 0) return `no query sees value ${row + 1}, so nothing moves`
  const reached = rowsOf(rows)
  if (of === 'Q')
    return `${reached} of S, of A and of {y} can move, since query ${row + 1} asks for itself alone`
  if (of === 'K')
    return `column ${row + 1} of S can move, and with it ${reached} of A: a row’s weights share out a whole of 1. So ${reached} of {y} can move`
  return `S and A stay; column ${column + 1} of {y} moves in ${reached}, by the weight of value ${row + 1} there`
}

/** What the nudge did, for any numbers. */
export function sentence(state: State, scene: Scene): string {
  const { of, delta } = state
  const { row, column, remainder } = scene
  const nudge = `Nudge {${of}.${row + 1}.${column + 1}} by ${num(delta)}: `
  const kept =
    remainder === 0
      ? 'The output does as predicted.'
      : `The prediction is off by up to ${num(remainder, 2)}, since softmax bends.`
  return `${nudge}${moves(state, scene)}. ${kept}`
}

const told: Readonly<Record<Made, string>> = {
  dV: 'In {y} = A V the values are the right factor. So A comes in front, transposed: each value gathers from every query, by the weight that the query gave it.',
  dA: 'In {y} = A V the weights are the left factor. So {dy} comes first, and V stands transposed: a weight counts as much as {dy} has along its value.',
  dS: 'Softmax ties the weights of a row together. From each entry of {dA} the mean r of its row is taken away, weighted by A; then A multiplies. Each row of {dS} adds up to 0.',
  dQ: 'The keys stand transposed in S already. On the way back to Q they turn over once more, and stand as they are. The root of D goes along.',
  dK: 'By K it is {dS} that turns over: a key gathers from every query, along a column of the scores.',
}

/** What the present step of the way back does. */
export function backSentence({ step, gaps }: BackScene): string {
  if (step === 'given')
    return 'Forward is done: A and {y} are there, and the rates {dy} have arrived. Five products lead from them to V, Q and K.'
  if (step !== 'check') return told[step]
  const off = Math.max(...gaps.map(({ differences }) => differences))
  return `Three gradients, and each time another factor lies transposed, or none. Every entry of Q, K and V was nudged up and down, and what {L} does agrees to ${num(off, 2)}.`
}

/** The formulas for the ear. */
export const spokenRules: Readonly<Record<StepName, string>> = {
  given: 'S is Q K transposed over the root of D; each row of A is the softmax of that row of S; y is A V',
  dV: 'the gradient by V is A transposed times the gradient by y',
  dA: 'the gradient by A is the gradient by y times V transposed',
  dS: 'the gradient by S is A times, entry by entry, the gradient by A less r, where r is the sum of each row of A times, entry by entry, the gradient by A',
  dQ: 'the gradient by Q is the gradient by S, over the root of D, times K',
  dK: 'the gradient by K is the gradient by S transposed, over the root of D, times Q',
  check: 'the gradients by Q, by K and by V against central differences',
}

/** A short name for each step, as the slider says it. */
export const stepNames: Readonly<Record<StepName, string>> = {
  given: 'forward, and what arrives',
  dV: 'to the values',
  dA: 'to the weights',
  dS: 'through softmax, to the scores',
  dQ: 'to the queries',
  dK: 'to the keys',
  check: 'the check by central differences',
}

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  title: 'A head of attention',
  backTitle: 'Attention, on the way back',
  scores: 'Scores',
  mixture: 'Mixture',
  changes: 'Changes',
  kept: 'Given',
  made: 'Made, and what arrives',
  gradients: 'Gradients',
  product: 'Product',
  inside: 'Row means',
  nudgeOf: (name: string) => `Δ, the nudge of ${name}`,
  mask: 'Mask',
  none: 'none',
  causal: 'no later keys',
  predicted: (of: string) => `change of ${of}, predicted`,
  actual: (of: string) => `change of ${of}, true`,
  predictedMark: 'predicted',
  actualMark: 'true',
  gradient: (of: string) => `gradient of L by ${of}`,
  turned: (of: string) => `${of} transposed`,
  rowMean: 'r, the weighted mean of each row',
  less: 'gradient of L by A, less the mean of its row',
  scaled: 'gradient of L by S, over the root of D',
  steps: 'Gradients, in their order',
  againstCore: (of: string) => `Gradient by ${of}, short formula against the core’s reverse pass`,
  againstDifferences: (of: string) => `Gradient by ${of}, short formula against central differences`,
  core: 'Largest distance from the core’s reverse pass',
  differences: 'Largest distance from central differences',
  followed: (name: string, row: number, column: number) =>
    `${symText(name)} at ${entry(name.slice(1), row, column)} =`,
}

/** What is wrong with numbers from a link. */
export const refusals = {
  shape: (name: string, height: number, width: number) => `The link's ${name} is not ${height} × ${width}.`,
}

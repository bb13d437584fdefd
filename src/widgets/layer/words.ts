import { num, shapeText } from '@/plot/format'
import type { Mode, Scene, State } from './model'
import type { LayerLetters } from '@/figure/pure'
import { conventionOf } from '@/topics/letters/conventions'
import { factorsOf } from '@/topics/letters/factors'
import { lies, nameIn } from './inLetters'
import { shapesAt, shapesIn, type Name } from './network'

const acts: Record<Exclude<Name, 'x' | 'w' | 'c'>, string> = {
  y: '{y} is the layer’s output: the matrix product of {x} and {w}.',
  z: '{z} is ReLU of {y}: every entry below zero becomes zero, the others pass.',
  p: '{p} is {z} times the loss’s weights {c}, entry by entry.',
  L: '{L} is the sum of all entries of {p}: one number.',
}
const sends: Record<string, string> = {
  'L→p':
    'The way back starts with ∂L/∂L = 1. {L} is a sum, so each entry of {p} moves it at rate 1: the rule is to copy.',
  'p→z': 'In {p}, each entry of {z} was multiplied by its weight in {c}. So is the gradient on its way back.',
  'z→y': 'ReLU lets a rate through where {y} is positive, and stops it elsewhere.',
}

/** What the layer does with the {dy} that has arrived: from which side, and by what. */
function sendsBack(to: 'x' | 'w', letters: LayerLetters): string {
  const [left, right] = factorsOf(conventionOf(letters), `d${to}`)
  const [dy, other] = left.of === 'dy' ? [left, right] : [right, left]
  const side = left.of === 'dy' ? 'right' : 'left'
  const by = `${other.turned ? 'the transpose of ' : ''}{${other.of}}`
  if (to === 'x')
    return `{dy} has arrived at the layer. For {x} its rule multiplies from the ${side}, by ${by}.`
  return `The same {dy}, ${dy.turned ? 'transposed and ' : ''}multiplied from the ${side} by ${by}, is what the weights get.`
}
const nudges: Record<string, string> = {
  y: 'The nudge goes through the layer: one factor moves, the other rests.',
  z: 'ReLU passes the movement where {y} is positive.',
  p: 'Each entry’s movement is multiplied by its weight in {c}.',
}

const key = ({ by }: State, { place }: Scene) => `${by}.${place.row + 1}.${place.column + 1}`

/** What happens at this step, in a sentence or two. */
export function sentence(state: State, scene: Scene, letters: LayerLetters = 'handout'): string {
  const { step, sizes, rate } = scene
  const { x, w, c } = shapesIn(shapesAt(sizes), (name) => lies(name, letters))
  if (step.kind === 'given')
    return state.mode === 'forward'
      ? `Forward mode asks about one entry at a time. Nudge {${key(state, scene)}} at rate 1 and let everything else rest.`
      : `{x} is ${shapeText(x)}, {w} is ${shapeText(w)}, and the loss’s weights {c} are ${shapeText(c)}. Nothing is computed yet.`
  if (step.to === 'x' || step.to === 'w') return sendsBack(step.to, letters)
  if (step.to !== undefined) return sends[`${step.at}→${step.to}`] ?? ''
  if (state.mode === 'reverse') return acts[step.at as keyof typeof acts] // only these are computed
  const count = sizes.N * sizes.D + sizes.D * sizes.M - 1
  return step.at === 'L'
    ? `One pass gave one number: {L} moves at rate ${num(rate)} with {${key(state, scene)}}. Each of the ${count} other entries needs a pass of its own.`
    : (nudges[step.at] ?? '')
}

/** The step's name, for the stepper. */
export const nameOfStep = (
  { kind, at, to }: Scene['step'],
  mode: State['mode'],
  letters: LayerLetters = 'handout',
) =>
  kind === 'given'
    ? mode === 'forward'
      ? 'the nudge'
      : 'what is given'
    : to
      ? `gradient of L by ${nameIn(to, letters)}`
      : mode === 'forward'
        ? `movement of ${at}`
        : `value of ${at}`

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  known: (values: string, mode: Mode, second: string) =>
    `Values known: ${values}. ${mode === 'forward' ? 'Moving' : 'Gradients known'}: ${second || 'none'}.`,
  mode: (mode: string, of: string) => `${mode} mode, rates of ${of}`,
  passesOf: (w: string, N: number, D: number, M: number) =>
    `Passes for every rate by x and ${w}, at N = ${N}, D = ${D}, M = ${M}`,
  ratesOf: 'rates of',
  forward: 'forward mode',
  reverse: 'reverse mode',
  oneNumber: ', one number',
  numbers: (count: string) => `, ${count} numbers`,
  keptBeyond: (weights: string) => `kept for the way back, beyond the weights ${weights}`,
  nothing: 'nothing',
  keptForward: 'kept in forward mode',
  keptReverse: 'kept in reverse mode',
  kept: 'kept',
  network: (w: string, known: string) =>
    `The network: x and ${w} make y, y makes z, z and c make p, p makes L. ${known}`,
  scalar: 'scalar',
  title: 'A layer in a network',
  modeOf: 'Mode',
  nudgeIn: 'Nudge in',
  countFor: 'Count for',
  these: 'these sizes',
  disagree: (columns: number | undefined, D: number) =>
    `The link's x has ${columns} columns and its w ${D} rows; they must agree.`,
  cShape: (shape: string) => `The link's c is not of y's shape, ${shape}.`,
  wholeOf: (product: string) => `L is the sum of ReLU of ${product}, times c entry by entry`,
  equals: (gives: string, factors: readonly string[]) => `${gives} equals ${factors.join(' times ')}`,
  whole: 'L is the sum of ReLU of x w, times c entry by entry',
  y: 'y equals x times w',
  z: 'z equals the larger of y and 0, entry by entry',
  p: 'p equals z times c, entry by entry',
  L: 'L equals the sum of p',
  nudgeX: 'delta y equals delta x times w',
  nudgeW: 'delta y equals x times delta w',
  nudgeZ: 'delta z equals delta y where y is positive, else 0',
  nudgeP: 'delta p equals delta z times c, entry by entry',
  nudgeL: 'delta L equals the sum of delta p',
  gradientP: 'every entry of the gradient of L by p equals the gradient of L by L, 1',
  gradientZ: 'the gradient of L by z equals the gradient of L by p times c, entry by entry',
  gradientY: 'the gradient of L by y equals the gradient of L by z where y is positive, else 0',
  gradientX: 'the gradient of L by x equals the gradient of L by y times w transposed',
  gradientW: 'the gradient of L by w equals x transposed times the gradient of L by y',
  mask: 'one where y is positive',
  turned: (of: string) => `${of} transposed`,
  movement: (of: string) => `movement of ${of}`,
  gradient: (of: string) => `gradient of L by ${of}`,
}

import { tensor, Tensor, transpose } from '@/autodiff'
import { layerLetters, type LayerLetters } from '@/figure/pure'
import { isRight, type Trial } from '@/topics/checking/compare'
import type { Shapes } from '@/topics/checking/draw'
import { outcome, read } from '@/topics/checking/read'

export { elsewhere } from './elsewhere/words'

const axes = (shape: string) => (shape === '' ? [] : shape.split('×').map((axis) => axis.trim()))
const turned = (shape: string) => axes(shape).toReversed().join('×')

/** Whether what has this shape in the handout lies the other way in a convention: N marks the examples. */
function turns(name: LayerLetters, shape: string): boolean {
  const of = axes(shape)
  if (name === 'handout' || of.length !== 2) return false
  return name === 'columns' || !of.some((axis) => axis === 'N' || axis === '1')
}

/** The same between any two conventions; the shape is that of the first. */
function turnsBetween(from: LayerLetters, to: LayerLetters, shape: string): boolean {
  // Only with columns a shape tells less than its convention: all of two axes lie the other way there.
  const inHandout = from === 'handout' || !turns(from, turned(shape)) ? shape : turned(shape)
  return turns(from, inHandout) !== turns(to, inHandout)
}

/** A weight has a capital where its outputs come first. */
export const hasWeights = (shapes: Shapes) => Object.values(shapes).some(isWeight)
const isWeight = (shape: string) => axes(shape).length === 2 && !/N|1/.test(shape)
const letterIn = (name: string, shape: string, to: LayerLetters): string =>
  isWeight(shape) && to !== 'handout' ? name.toUpperCase() : isWeight(shape) ? name.toLowerCase() : name

/** The names of a task with their shapes, as another convention has them. */
export const shapesIn = (shapes: Shapes, from: LayerLetters, to: LayerLetters): Shapes =>
  Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [
      letterIn(name, shape, to),
      turnsBetween(from, to, shape) ? turned(shape) : shape,
    ]),
  )

const turnedIf = (value: Tensor, yes: boolean) => (yes ? transpose(value) : value)

/** A trial of one convention as another has it: its tensors, its right answer. */
export function trialIn(trial: Trial, shapes: Shapes, from: LayerLetters, to: LayerLetters): Trial {
  const env = Object.entries(trial.env).map(([name, value]) => {
    const shape = shapes[name]
    return shape === undefined
      ? ([name, value] as const)
      : ([letterIn(name, shape, to), turnedIf(value, turnsBetween(from, to, shape))] as const)
  })
  return { ...trial, env: Object.fromEntries(env), truth: answerIn(trial.truth, trial, from, to) }
}

/** What a formula of one convention comes to, as another has it. */
export function answerIn(value: Tensor, { sizes }: Trial, from: LayerLetters, to: LayerLetters): Tensor {
  const letter = (size: number) => Object.keys(sizes).find((name) => sizes[name] === size) ?? String(size)
  return turnedIf(value, turnsBetween(from, to, value.shape.map(letter).join('×')))
}

/**
 * The convention in which a formula is right that is not right in the one that was asked for; undefined if it is right
 * in none. The trials and shapes are those of `from`, in which the task was written.
 */
export function rightElsewhere(
  text: string,
  trials: readonly Trial[],
  shapes: Shapes,
  from: LayerLetters,
  asked: LayerLetters,
): LayerLetters | undefined {
  // A square one tells not which way it lies.
  if (Object.values(shapes).some((shape) => new Set(axes(shape)).size < axes(shape).length)) return undefined
  return layerLetters.find((to) => {
    if (to === asked) return false
    const there = trials.map((trial) => withLengths(trialIn(trial, shapes, from, to)))
    // Who writes w for W means the same matrix.
    const env = there.map((trial) => ({ ...bothCases(trial.env), ...trial.env }))
    const formula = read(text, Object.keys(env[0] ?? {}))
    if ('kind' in formula) return false
    return there.every((trial, k) => {
      const value = outcome(formula, env[k] ?? {})
      return value instanceof Tensor && isRight(value, trial)
    })
  })
}

const withLengths = (trial: Trial): Trial => ({
  ...trial,
  env: {
    ...Object.fromEntries(Object.entries(trial.sizes).map(([name, size]) => [name, tensor(size)])),
    ...trial.env,
  },
})
const bothCases = (env: Trial['env']) =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      /^[wW]$/.test(name) ? [[name === 'w' ? 'W' : 'w', value]] : [],
    ),
  )

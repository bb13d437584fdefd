import { neg, nth, ShapeError, sum, Tensor, transpose } from '@/autodiff'
import { num } from '@/plot/format'
import {
  differing,
  factorOf,
  fitsShape,
  isLayout,
  isOversummed,
  isRight,
  isZero,
  sameNumbers,
  subsets,
  type Trial,
} from '@/topics/checking/compare'
import { lettersOf } from '@/topics/checking/draw'
import { edits, entrywiseAt, type Edit } from '@/topics/checking/edits'
import { outcome, read, type Formula } from '@/topics/checking/read'
import type { Verdict } from './model'
import { listed, words } from './words'

type Env = Trial['env']

/** Whether a formula has the right value in all trials, its names perhaps changed. */
export const fits = (formula: Formula, trials: readonly Trial[], change = (env: Env) => env) =>
  trials.every((trial) => {
    const value = outcome(formula, change(trial.env))
    return value instanceof Tensor && trial.truth instanceof Tensor && isRight(value, trial)
  })

type Told = Pick<Verdict, 'says' | 'span' | 'suggestions'>

/** What kind of wrong a formula is: each sentence is true of what it comes to. */
export function diagnose(
  formula: Formula,
  trials: readonly Trial[],
  known: readonly string[],
  alone: () => string | undefined,
): Told {
  const [trial] = trials as readonly [Trial, ...Trial[]] // `trialsOf` gives some
  const values = trials.map(({ env }) => outcome(formula, env))
  const slip = slipOf(formula, trials, known)
  const [value] = values
  const tensors = values.filter((found) => found instanceof Tensor)
  const kind = tensors.length === trials.length ? kindOf(tensors, trials) : undefined
  const length = tensors.length > 0 && !kind ? alone() : undefined
  if (length) return { says: length }
  if (value instanceof ShapeError) return clash(value, trial, formula, slip)
  if (!(value instanceof Tensor)) return { says: words.cantCompute(value?.message) }
  if (kind ?? slip) return { says: kind ?? slip ?? '' }
  const [mine, wanted] = [lettersOf(value.shape, trial), lettersOf(trial.truth.shape, trial)]
  if (!fitsShape(value, trial)) return { says: words.comesTo(mine, wanted) }
  return {
    says: trial.truth.rank === 0 ? example(value, trial) : words.shapeRight(wanted, counted(value, trial)),
  }
}

/** How many entries are wrong; it can be said where some are right. */
function counted(value: Tensor, { env, truth, tolerance }: Trial): string {
  const wrong = differing(value, truth, tolerance).filter(Boolean).length
  if (wrong === truth.size) return words.notTheValues
  return words.wrongValues(wrong, truth.size, Object.keys(env).length > 0)
}

/** One number against another, at a point where both can be looked at. */
function example(value: Tensor, { env, truth, sizes }: Trial): string {
  const point = Object.entries(env).flatMap(([name, at]) =>
    at.rank === 0 && !(name in sizes) ? [`${name} = ${num(at.item(), 3)}`] : [],
  )
  const [mine, right] = [value.item(), truth.item()]
  const where = point.length > 0 ? words.at(listed(point)) : words.onRandom
  return Number.isFinite(mine) ? words.gives(where, mine, right) : words.hasNone(where, right)
}

/** What the values are in place of the right ones, if it has a name at any size. */
function kindOf(values: readonly Tensor[], trials: readonly Trial[]): string | undefined {
  const all = (test: (value: Tensor, trial: Trial) => boolean) =>
    trials.every((trial, k) => test(values[k] as Tensor, trial)) // one value a trial
  if (all(isZero)) return words.zero
  if (all(isLayout)) return words.transposed
  if (all((value, trial) => isRight(neg(value), trial))) return words.sign
  const axis = [0, 1, 2].find((k) =>
    all(
      (value, trial) =>
        k < value.rank && value.rank > 0 && sameNumbers(sum(value, { axis: k }), trial.truth, trial),
    ),
  )
  if (axis !== undefined) return words.sumMissing(axisName(axis, values[0], trials[0]))
  if (all(isOversummed)) return words.tooMuchAdded
  const by = factorOf(values, trials)
  return by && words.factor(by.replace('-', '−'))
}

const axisName = (axis: number, value: Tensor | undefined, trial: Trial | undefined) => {
  const size = value && nth(value.shape, axis)
  const letter = Object.entries(trial?.sizes ?? {}).find(([, length]) => length === size)?.[0]
  return letter ? words.axisOfLength(letter) : words.axis(axis)
}

const changed: Readonly<Record<Edit['kind'], string>> = {
  axis: words.wrongAxis,
  elements: words.elements,
  matrix: words.product,
  order: words.order,
}

/** The one change that would make it right. */
function slipOf(formula: Formula, trials: readonly Trial[], known: readonly string[]): string | undefined {
  const { ast, names } = formula
  const all = Object.keys(trials[0]?.env ?? {})
  for (const { kind, text } of edits(ast)) {
    const other = read(text, all)
    if (!('kind' in other) && fits(other, trials)) return changed[kind]
  }
  for (const used of names)
    for (const meant of known)
      if (used !== meant && fits(formula, trials, (env) => ({ ...env, [used]: env[meant] as Tensor })))
        return words.swapped(used, meant)
  const turned = subsets(names)
    .toSorted((a, b) => a.length - b.length)
    .find((some) =>
      fits(formula, trials, (env) => ({
        ...env,
        ...Object.fromEntries(some.map((name) => [name, transpose(env[name] as Tensor)])), // names of the formula
      })),
    )
  if (turned) return words.turned(turned)
}

const vectors = new Set(['dot', 'outer'])

function clash(
  { op, shapes, span, message }: ShapeError,
  trial: Trial,
  { text, ast }: Formula,
  slip: string | undefined,
): Told {
  const [left, right] = shapes.map((shape) => lettersOf(shape, trial))
  const part = span ? words.inPart(text.slice(...span)) : ''
  const meet =
    left && right && op === 'matmul'
      ? words.meets(left, right)
      : left && right && vectors.has(op)
        ? words.twoVectors(op, left, right)
        : left && right && op !== 'concat' && op !== 'stack'
          ? words.against(left, right)
          : message
  const same = op === 'matmul' && left === right
  const more = slip ?? (same ? changed.matrix : '')
  const entrywise = same && span ? entrywiseAt(ast, span) : undefined
  return {
    says: words.clash(part, meet, more).trim(),
    ...(span && { span }),
    ...(entrywise !== undefined && { suggestions: [entrywise] }),
  }
}

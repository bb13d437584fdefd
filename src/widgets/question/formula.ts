import { neg, nth, ShapeError, sum, tensor, Tensor, transpose } from '@/autodiff'
import { num } from '@/plot/format'
import {
  factorOf,
  isLayout,
  isOversummed,
  isRight,
  sameNumbers,
  subsets,
  type Trial,
} from '@/topics/checking/compare'
import { lettersOf, trialsOf, type Shapes } from '@/topics/checking/draw'
import { outcome, read, type Formula } from '@/topics/checking/read'
import { swapped } from './swapped'
import type { Verdict, Wrong } from './model'

export type FormulaTask = {
  /** A right answer; whatever equals it on random numbers is right too. */
  answer: string
  /** The names that may be used, with their shapes in letters: { x: 'N×D', b: '1×M', t: '' }. */
  names: Shapes
  wrong?: readonly Wrong[]
}

type Env = Trial['env']

/** The letters in shapes are numbers too: `sum(dy, axis=0) / N` is a mean. */
const lengthsOf = (names: Shapes) => Object.values(names).flatMap((shape) => shape.match(/[A-Z]/g) ?? [])
const withLengths = (trial: Trial): Trial => ({
  ...trial,
  env: { ...mapped(trial.sizes, (length) => tensor(length)), ...trial.env },
})
const mapped = <A, B>(of: Readonly<Record<string, A>>, to: (value: A) => B) =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, to(value)]))
const listed = (names: readonly string[]) =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')

/** A formula of the author's; one that can't be read stops the build. */
function authored(text: string, names: Shapes): Formula {
  const formula = read(text, [...Object.keys(names), ...lengthsOf(names)])
  if ('kind' in formula) throw new Error(`“${text}” can't be read: ${formula.says}`)
  return formula
}

/** Judges a typed formula by its values and shape on random numbers, and says what kind of wrong it is. */
export function judgeFormula(text: string, { answer, names, wrong = [] }: FormulaTask): Verdict {
  const known = Object.keys(names)
  const formula = read(text, [...known, ...lengthsOf(names)])
  if ('kind' in formula) {
    const meant = formula.meant ? ` Did you mean “${formula.meant}”?` : ''
    const use = formula.kind === 'name' && known.length > 0 ? ` The names here are ${listed(known)}.` : ''
    return { kind: 'unread', says: formula.says + meant + use, span: formula.span }
  }
  const trials = trialsOf(authored(answer, names), names).map(withLengths)
  if (fits(formula, trials)) return { kind: 'right', says: 'Right, on random numbers too.' }
  const named = wrong.find(({ is }) => {
    const same = authored(String(is), names)
    return fits(
      formula,
      trials.map((trial) => ({ ...trial, truth: outcome(same, trial.env) as Tensor })),
    )
  })
  return { kind: 'wrong', ...(named ?? diagnose(formula, trials, known)) }
}

const fits = (formula: Formula, trials: readonly Trial[], change = (env: Env) => env) =>
  trials.every((trial) => {
    const value = outcome(formula, change(trial.env))
    return value instanceof Tensor && trial.truth instanceof Tensor && isRight(value, trial)
  })

type Told = Pick<Verdict, 'says' | 'span'>

function diagnose(formula: Formula, trials: readonly Trial[], known: readonly string[]): Told {
  const [trial] = trials as readonly [Trial, ...Trial[]] // `trialsOf` gives two
  const values = trials.map(({ env }) => outcome(formula, env))
  const slip = slipOf(formula, trials, known)
  const [value] = values
  if (value instanceof ShapeError) return clash(value, trial, formula, slip)
  if (!(value instanceof Tensor)) return { says: `This can't be computed. ${value?.message ?? ''}` }
  const kind = kindOf(values as Tensor[], trials) // all of them are, as the first is
  if (kind ?? slip) return { says: kind ?? slip ?? '' }
  const [mine, wanted] = [lettersOf(value.shape, trial), lettersOf(trial.truth.shape, trial)]
  if (mine !== wanted) return { says: `It comes to ${mine}; the answer is ${wanted}.` }
  return {
    says:
      trial.truth.rank === 0
        ? example(value, trial)
        : `The shape is right, ${wanted}, and the values are not.`,
  }
}

/** One number against another, at a point where both can be looked at. */
function example(value: Tensor, { env, truth, sizes }: Trial): string {
  const point = Object.entries(env).flatMap(([name, at]) =>
    at.rank === 0 && !(name in sizes) ? [`${name} = ${num(at.item(), 3)}`] : [],
  )
  const [mine, right] = [value.item(), truth.item()]
  const where = point.length > 0 ? `At ${listed(point)}` : 'On random numbers'
  return Number.isFinite(mine)
    ? `${where} it gives ${num(mine, 3)}, and should give ${num(right, 3)}.`
    : `${where} it has no value, and should give ${num(right, 3)}.`
}

/** What the values are in place of the right ones, if it has a name at any size. */
function kindOf(values: readonly Tensor[], trials: readonly Trial[]): string | undefined {
  const all = (test: (value: Tensor, trial: Trial) => boolean) =>
    trials.every((trial, k) => test(values[k] as Tensor, trial)) // one value a trial
  if (all(isLayout)) return 'Right numbers, wrong layout: this is the transpose of the answer.'
  if (all((value, trial) => isRight(neg(value), trial))) return 'Right but for the sign.'
  const axis = [0, 1, 2].find((k) =>
    all(
      (value, trial) =>
        k < value.rank && value.rank > 0 && sameNumbers(sum(value, { axis: k }), trial.truth, trial),
    ),
  )
  if (axis !== undefined) return `A sum over ${axisName(axis, values[0], trials[0])} is missing.`
  if (all(isOversummed)) return 'Too much is added up: the answer keeps an axis that this sums over.'
  const by = factorOf(values, trials)
  return by && `Right but for a factor: everywhere ${by.replace('-', '−')} times the answer.`
}

const axisName = (axis: number, value: Tensor | undefined, trial: Trial | undefined) => {
  const size = value && nth(value.shape, axis)
  const letter = Object.entries(trial?.sizes ?? {}).find(([, length]) => length === size)?.[0]
  return letter ? `the axis of length ${letter}` : `axis ${axis}`
}

/** The one change that would make it right. */
function slipOf(formula: Formula, trials: readonly Trial[], known: readonly string[]): string | undefined {
  const { text, names } = formula
  const other = (source: string) => {
    const changed = read(source, known)
    return 'kind' in changed ? undefined : changed
  }
  if (swapped(text).some((source) => fits(other(source) ?? formula, trials)))
    return 'The factors are right, their order is not: A·B and B·A differ.'
  const product = text.replace(/[*⊙]/g, '@')
  const matmul = product === text ? undefined : other(product)
  if (matmul && fits(matmul, trials)) return '* multiplies entry by entry. The matrix product is @.'
  for (const used of names)
    for (const meant of known)
      if (used !== meant && fits(formula, trials, (env) => ({ ...env, [used]: env[meant] as Tensor })))
        return `You used ${used} where ${meant} belongs.`
  const turned = subsets(names).find((some) =>
    fits(formula, trials, (env) => ({
      ...env,
      ...Object.fromEntries(some.map((name) => [name, transpose(env[name] as Tensor)])), // names of the formula
    })),
  )
  if (turned)
    return `The factors are right. Look at which way ${listed(turned)} ${turned.length > 1 ? 'stand' : 'stands'}.`
}

function clash(
  { op, shapes, span, message }: ShapeError,
  trial: Trial,
  { text }: Formula,
  slip: string | undefined,
): Told {
  const [left, right] = shapes.map((shape) => lettersOf(shape, trial))
  const part = span ? ` in “${text.slice(...span)}”` : ''
  const meet =
    left && right && op === 'matmul'
      ? `${left} meets ${right}`
      : left && right
        ? `${left} against ${right}, entry by entry`
        : message
  return { says: `Shapes clash${part}: ${meet}. ${slip ?? ''}`.trim(), ...(span && { span }) }
}

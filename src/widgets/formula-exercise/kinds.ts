import { matmul, neg, nth, slice, sum, Tensor, transpose } from '@/autodiff'
import {
  factorOf,
  isLayout,
  isOversummed,
  isRight,
  isZero,
  lengthsRight,
  sameNumbers,
  subsets,
} from '@/topics/checking/compare'
import { outcome, read, type Formula } from '@/topics/checking/read'
import { probes, rowsTrial, sizeNames, tasks, type Target, type Trial } from './given'

/** A change that would have made the formula right. */
export type Slip =
  | { slip: 'swap'; used: string; meant: string }
  | { slip: 'turn'; names: readonly string[] }
  | { slip: 'elements' }

/** What a formula computes at any size, where that has a name. */
export type Kind =
  | { kind: 'right' }
  | { kind: 'layout' }
  | { kind: 'batch'; left: 'rows' | 'one row' }
  | { kind: 'axis' }
  | { kind: 'zero' }
  /** Right for one number of rows alone, or up to it. */
  | { kind: 'length'; N: number; upTo: boolean }
  | { kind: 'oversum' }
  | { kind: 'mean' }
  | { kind: 'sign' }
  | { kind: 'factor'; by: string }

const keepsBatch = (value: Tensor, trial: Trial) =>
  value.rank > 1 &&
  value.shape[0] === trial.sizes.N &&
  value.size === trial.sizes.N * trial.truth.size &&
  sameNumbers(sum(value, { axis: 0 }), trial.truth, trial)

const rowOf = (of: Tensor, n: number) => slice(of, [n, 0], [n + 1, nth(of.shape, 1)])

/** The answer for a batch that holds example n alone. */
const alone = (target: Target, { env }: Trial, n: number) =>
  target === 'db' ? rowOf(env.dy, n) : matmul(transpose(rowOf(env.x, n)), rowOf(env.dy, n))

const isOneRow = (target: Target) => (value: Tensor, trial: Trial) =>
  Array.from({ length: trial.sizes.N }, (_, n) => alone(target, trial, n)).some((part) =>
    sameNumbers(value, part, trial),
  )

const isOtherAxis = (value: Tensor, trial: Trial) => sameNumbers(value, sum(trial.env.dy, { axis: 1 }), trial)

const rightAt = (formula: Formula, trial: Trial) => {
  const value = outcome(formula, trial.env)
  return value instanceof Tensor && isRight(value, trial)
}

/** The named kind of a formula, decided on layers where nothing fits by chance. */
export function kindOf(formula: Formula, target: Target): Kind | undefined {
  const trials = probes(target)
  const values = trials.map((trial) => outcome(formula, trial.env))
  const all = (test: (value: Tensor, trial: Trial) => boolean) =>
    trials.every((trial, k) => {
      const value = values[k]
      return value instanceof Tensor && test(value, trial)
    })
  if (all(isRight)) return { kind: 'right' }
  if (all(isZero)) return { kind: 'zero' }
  if (all(isLayout)) return { kind: 'layout' }
  if (all((value, trial) => isRight(neg(value), trial))) return { kind: 'sign' }
  if (all(keepsBatch)) return { kind: 'batch', left: 'rows' }
  if (all(isOneRow(target))) return { kind: 'batch', left: 'one row' }
  if (target === 'db' && all(isOtherAxis)) return { kind: 'axis' }
  if (all(isOversummed)) return { kind: 'oversum' }
  const tensors = values.filter((value) => value instanceof Tensor)
  const by = tensors.length === trials.length ? factorOf(tensors, trials) : undefined
  if (by !== undefined) return by === '1/N' ? { kind: 'mean' } : { kind: 'factor', by }
  const found = lengthsRight((N) => rightAt(formula, rowsTrial(target, N)))
  if (found) return { kind: 'length', N: found.most, upTo: found.upTo }
}

/** The smallest change that makes a formula right: another name, a factor turned, or @ in place of *. */
export function slipOf(text: string, target: Target): Slip | undefined {
  const trials = probes(target)
  const names = [...tasks[target].names, 'y', ...sizeNames]
  const rightWith = (
    source: string,
    change: (env: Readonly<Record<string, Tensor>>) => Readonly<Record<string, Tensor>>,
  ) => {
    const formula = read(source, names)
    if ('kind' in formula) return false
    return trials.every((trial) => {
      const y = matmul(trial.env.x, trial.env.w)
      const value = outcome(formula, { ...trial.env, ...change({ ...trial.env, y }) })
      return value instanceof Tensor && isRight(value, trial)
    })
  }
  const formula = read(text, names)
  if ('kind' in formula) return undefined
  for (const used of formula.names)
    for (const meant of ['x', 'dy'])
      if (rightWith(text, (env) => ({ ...env, [used]: env[meant] as Tensor })))
        return { slip: 'swap', used, meant }
  const multiplied = text.replace(/[*⊙×]/g, '@')
  for (const source of multiplied === text ? [text] : [multiplied, text])
    for (const turned of subsets(formula.names)) {
      const turn = (env: Readonly<Record<string, Tensor>>) =>
        Object.fromEntries(turned.map((name) => [name, transpose(env[name] as Tensor)]))
      if (rightWith(source, turn))
        return source === multiplied && source !== text
          ? { slip: 'elements' }
          : { slip: 'turn', names: turned }
    }
}

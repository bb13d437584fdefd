import { matmul, mul, neg, reshape, slice, sub, sum, Tensor, transpose } from '@/autodiff'
import { outcome, read, type Formula } from './formula'
import { probes, type Target, type Trial } from './given'

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
  | { kind: 'oversum' }
  | { kind: 'mean' }
  | { kind: 'sign' }
  | { kind: 'factor'; by: string }

const flat = (of: Tensor) => reshape(of, [of.size])
const shapeIs = (of: Tensor, ...shape: number[]) =>
  of.rank === shape.length && shape.every((size, k) => of.shape[k] === size)

/** Which entries of two tensors of one size differ by more than rounding. */
export const differing = (a: Tensor, b: Tensor, tolerance: number): boolean[] =>
  [...sub(flat(a), flat(b)).data].map((off) => !(Math.abs(off) <= tolerance))

/** Same numbers in the same order, whatever the shape. */
const sameNumbers = (a: Tensor, b: Tensor, { tolerance }: Trial) =>
  a.size === b.size && !differing(a, b, tolerance).includes(true)

/** Right shape and numbers. A row may have lost its axis of length 1: (M) stands for 1 × M. */
export function isRight(value: Tensor, trial: Trial): boolean {
  const [rows = 0, columns = 0] = trial.truth.shape
  const fits = shapeIs(value, rows, columns) || (rows === 1 && shapeIs(value, columns))
  return fits && sameNumbers(value, trial.truth, trial)
}

const isLayout = (value: Tensor, trial: Trial) =>
  value.rank === 2 &&
  shapeIs(value, ...trial.truth.shape.toReversed()) &&
  sameNumbers(transpose(value), trial.truth, trial)

const keepsBatch = (value: Tensor, trial: Trial) =>
  value.rank > 1 &&
  value.shape[0] === trial.sizes.N &&
  value.size === trial.sizes.N * trial.truth.size &&
  sameNumbers(sum(value, { axis: 0 }), trial.truth, trial)

const rowOf = (of: Tensor, n: number) => slice(of, [n, 0], [n + 1, of.shape[1] ?? 0])

/** The answer for a batch that holds example n alone. */
const alone = (target: Target, { env }: Trial, n: number) =>
  target === 'db' ? rowOf(env.dy, n) : matmul(transpose(rowOf(env.x, n)), rowOf(env.dy, n))

const isOneRow = (target: Target) => (value: Tensor, trial: Trial) =>
  Array.from({ length: trial.sizes.N }, (_, n) => alone(target, trial, n)).some((part) =>
    sameNumbers(value, part, trial),
  )

const isOtherAxis = (value: Tensor, trial: Trial) => sameNumbers(value, sum(trial.env.dy, { axis: 1 }), trial)

const isOversummed = (value: Tensor, trial: Trial) =>
  [0, 1, [0, 1]].some((axis) => {
    const less = sum(trial.truth, { axis })
    return less.size < trial.truth.size && sameNumbers(value, less, trial)
  })

const scales: Readonly<Record<string, (sizes: Trial['sizes']) => number>> = {
  '1/N': ({ N }) => 1 / N,
  '1/D': ({ D }) => 1 / D,
  '1/M': ({ M }) => 1 / M,
  '1/(N·M)': ({ N, M }) => 1 / (N * M),
  N: ({ N }) => N,
  D: ({ D }) => D,
  M: ({ M }) => M,
}

/** How many times the right answer the value is, if it is a multiple of it. */
function multiple(value: Tensor, trial: Trial): number | undefined {
  const by = sum(mul(flat(value), flat(trial.truth))).item() / sum(mul(trial.truth, trial.truth)).item()
  return Number.isFinite(by) && by !== 0 && isRight(mul(1 / by, value), trial) ? by : undefined
}

function factorOf(values: readonly Tensor[], trials: readonly Trial[]): string | undefined {
  const by = trials.map((trial, k) => {
    const value = values[k]
    return value && value.size === trial.truth.size ? multiple(value, trial) : undefined
  })
  const [one] = by
  const near = (a: number | undefined, b: number) => a !== undefined && Math.abs(a - b) < 1e-9 * Math.abs(b)
  if (one === undefined) return undefined
  if (by.every((other) => near(other, one))) return String(Number(one.toPrecision(6)))
  return Object.keys(scales).find((name) =>
    trials.every((trial, k) => near(by[k], scales[name]?.(trial.sizes) ?? 0)),
  )
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
  if (all(isLayout)) return { kind: 'layout' }
  if (all((value, trial) => isRight(neg(value), trial))) return { kind: 'sign' }
  if (all(keepsBatch)) return { kind: 'batch', left: 'rows' }
  if (all(isOneRow(target))) return { kind: 'batch', left: 'one row' }
  if (target === 'db' && all(isOtherAxis)) return { kind: 'axis' }
  if (all(isOversummed)) return { kind: 'oversum' }
  const tensors = values.filter((value) => value instanceof Tensor)
  const by = tensors.length === trials.length ? factorOf(tensors, trials) : undefined
  if (by !== undefined) return by === '1/N' ? { kind: 'mean' } : { kind: 'factor', by }
}

const subsets = (names: readonly string[]) =>
  Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_name, k) => (bits >> k) & 1))

/** The smallest change that makes a formula right: another name, a factor turned, or @ in place of *. */
export function slipOf(text: string, target: Target): Slip | undefined {
  const trials = probes(target)
  const rightWith = (
    source: string,
    change: (env: Readonly<Record<string, Tensor>>) => Readonly<Record<string, Tensor>>,
  ) => {
    const formula = read(source, target, ['y'])
    if ('kind' in formula) return false
    return trials.every((trial) => {
      const y = matmul(trial.env.x, trial.env.w)
      const value = outcome(formula, { ...trial.env, ...change({ ...trial.env, y }) })
      return value instanceof Tensor && isRight(value, trial)
    })
  }
  const formula = read(text, target, ['y'])
  if ('kind' in formula) return undefined
  for (const used of formula.names)
    for (const meant of ['x', 'dy'])
      if (rightWith(text, (env) => ({ ...env, [used]: env[meant] as Tensor })))
        return { slip: 'swap', used, meant }
  const multiplied = text.replace(/[*⊙×]/g, '@')
  for (const source of multiplied === text ? [text] : [multiplied, text])
    for (const names of subsets(formula.names)) {
      const turn = (env: Readonly<Record<string, Tensor>>) =>
        Object.fromEntries(names.map((name) => [name, transpose(env[name] as Tensor)]))
      if (rightWith(source, turn))
        return source === multiplied && source !== text ? { slip: 'elements' } : { slip: 'turn', names }
    }
}

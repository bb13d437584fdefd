import { mul, reshape, sub, sum, Tensor, transpose } from '@/autodiff'

/** One set of numbers to try a formula on: values for its names, the sizes of its axes by letter, the right answer. */
export type Trial = {
  env: Readonly<Record<string, Tensor>>
  sizes: Readonly<Record<string, number>>
  truth: Tensor
  tolerance: number
}

/** All choices of some of a list, the empty one first. */
export const subsets = <T>(of: readonly T[]): T[][] =>
  Array.from({ length: 2 ** of.length }, (_, bits) => of.filter((_name, k) => (bits >> k) & 1))

const flat = (of: Tensor) => reshape(of, [of.size])
export const shapeIs = (of: Tensor, ...shape: number[]) =>
  of.rank === shape.length && shape.every((size, k) => of.shape[k] === size)

/** Which entries of two tensors of one size differ by more than rounding. */
export const differing = (a: Tensor, b: Tensor, tolerance: number): boolean[] =>
  [...sub(flat(a), flat(b)).data].map((off) => !(Math.abs(off) <= tolerance))

/** Whether something holds for one length of an axis alone, or up to one and no further. */
export function lengthsRight(
  holds: (length: number) => boolean,
): { most: number; upTo: boolean } | undefined {
  const lengths = [1, 2, 3, 4, 5, 6, 7, 8]
  const right = lengths.filter(holds)
  const most = right.at(-1)
  // One row alone gets much right that has nothing to do with their number.
  if (most === undefined || most === 1 || most === lengths.length) return undefined
  const upTo = right.length === most
  return upTo || right.length === 1 ? { most, upTo } : undefined
}

/** Same numbers in the same order, whatever the shape. */
export const sameNumbers = (a: Tensor, b: Tensor, { tolerance }: Trial) =>
  a.size === b.size && !differing(a, b, tolerance).includes(true)

/** Whether a value has the shape of the answer, or has lost its axes of length 1: (M) stands for 1 × M. */
export const fitsShape = (value: Tensor, { truth }: Trial) =>
  shapeIs(value, ...truth.shape) || shapeIs(value, ...truth.shape.filter((length) => length !== 1))

/** Right shape and numbers. */
export const isRight = (value: Tensor, trial: Trial) =>
  fitsShape(value, trial) && sameNumbers(value, trial.truth, trial)

/** Zero, where the right answer is not. */
export const isZero = (value: Tensor, { truth, tolerance }: Trial) =>
  value.data.every((entry) => entry === 0) && truth.data.some((entry) => Math.abs(entry) > tolerance)

/** The transpose of the right answer. */
export const isLayout = (value: Tensor, trial: Trial) =>
  value.rank === 2 &&
  shapeIs(value, ...trial.truth.shape.toReversed()) &&
  sameNumbers(transpose(value), trial.truth, trial)

/** A sum over axes of the right answer that it should have kept. */
export const isOversummed = (value: Tensor, trial: Trial) =>
  subsets(trial.truth.shape.map((_, axis) => axis)).some((axis) => {
    const less = sum(trial.truth, { axis })
    return less.size < trial.truth.size && sameNumbers(value, less, trial)
  })

/** The factors that the sizes of a trial can make, by name: N, 1/N, 1/(N·M). */
function scalesOf({ sizes }: Trial): Map<string, number> {
  const letters = Object.entries(sizes)
  const pairs = letters.flatMap(([a, p], i) =>
    letters.slice(i + 1).map(([b, q]) => [`1/(${a}·${b})`, 1 / (p * q)] as const),
  )
  return new Map([...letters.map(([a, p]) => [`1/${a}`, 1 / p] as const), ...pairs, ...letters])
}

/** How many times the right answer the value is, if it is a multiple of it. */
function multiple(value: Tensor, trial: Trial): number | undefined {
  const by = sum(mul(flat(value), flat(trial.truth))).item() / sum(mul(trial.truth, trial.truth)).item()
  return Number.isFinite(by) && by !== 0 && isRight(mul(1 / by, value), trial) ? by : undefined
}

/** The factor by which values miss the right answers, the same in all trials or made of their sizes; a name for it. */
export function factorOf(values: readonly Tensor[], trials: readonly Trial[]): string | undefined {
  const by = trials.map((trial, k) => {
    const value = values[k]
    return value && value.size === trial.truth.size ? multiple(value, trial) : undefined
  })
  const [one] = by
  const near = (a: number | undefined, b: number) => a !== undefined && Math.abs(a - b) < 1e-9 * Math.abs(b)
  if (one === undefined) return undefined
  if (by.every((other) => near(other, one)))
    return String(Number(one.toPrecision(one.toPrecision(6) === '1.00000' ? 12 : 6)))
  const scales = trials.map(scalesOf)
  return [...(scales[0]?.keys() ?? [])].find((name) =>
    trials.every((_, k) => near(by[k], scales[k]?.get(name) ?? 0)),
  )
}

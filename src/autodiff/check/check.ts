import { nth } from '../core/entry.ts'
import { jvp } from '../core/forward.ts'
import { vjp } from '../core/reverse.ts'
import { full, Tensor } from '../core/tensor.ts'
import { leavesOf, mapArgs, type Args, type Tree } from '../core/tree.ts'
import { differences, inner, roundingOf, size, type Flatly } from './differences.ts'
import { random } from './sample.ts'

/** One comparison: of which modes (`'reverse of forward'`) or what else, how far apart, and how far is allowed. */
export interface Check {
  readonly modes: string
  /** ∞ where a number that is compared is none. */
  readonly error: number
  readonly tolerance: number
  readonly ok: boolean
}
export interface CheckReport {
  readonly ok: boolean
  /** The largest error in units of its tolerance. */
  readonly worst: number
  readonly checks: readonly Check[]
}
export interface CheckOptions {
  readonly order?: number
  /** How far the inputs move, and how far off a derivative may be, both relative; by the inputs' type if left out. */
  readonly step?: number
  readonly tolerance?: number
  readonly seed?: number
  /** Up to how many entries the whole Jacobian is compared, entry by entry. */
  readonly entries?: number
}
type Needed = Required<CheckOptions> & { readonly next: () => number }

/** Differences of single precision have few digits, so steps are wide and the tolerance too. */
const byType = {
  float32: { step: 2e-2, tolerance: 2e-3 },
  float64: { step: 1e-4, tolerance: 1e-6 },
}

/**
 * Compares forward and reverse mode with central differences along random directions, and at order 2 (the default)
 * does the same to the derivatives themselves, in all four nestings; after check_grads of HIPS/autograd. Small
 * Jacobians are compared entry by entry. Also asked is whether the two modes are each other's transpose,
 * ⟨ȳ, Jẋ⟩ = ⟨Jᵀȳ, ẋ⟩, to nearly all digits, and whether f gives the same twice.
 *
 * The tolerance is relative to what is compared, however small, but for what rounding alone may do to differences. NaN
 * and ∞ agree with nothing.
 */
export function checkGrads<A extends Tree[] = Tensor[]>(
  f: (...args: A) => Tree,
  primals: Args<A>,
  options: CheckOptions = {},
): CheckReport {
  const inputs: Tensor[] = []
  mapArgs(primals, (x) => (inputs.push(x), x))
  const run: Flatly = (...xs) => {
    const given = xs.values()
    return leavesOf(f(...mapArgs<A>(primals, (x) => given.next().value ?? x)))
  }
  const type = inputs.some(({ dtype }) => dtype === 'float32') ? 'float32' : 'float64'
  const seed = options.seed ?? 1
  const needed = { ...byType[type], order: 2, entries: 64, ...options, seed, next: random(seed) }
  const rest = inputs.length > 0 ? nested(run, inputs, needed.order, '', needed) : []
  const checks = [repeated(run, inputs), ...rest]
  return { ok: checks.every(({ ok }) => ok), worst: Math.max(0, ...checks.map(far)), checks }
}

function compare(modes: string, got: number, wanted: number, allowed: number): Check {
  const isNumber = [got, wanted, allowed].every(Number.isFinite)
  const error = isNumber ? Math.abs(got - wanted) : Infinity
  return { modes, error, tolerance: isNumber ? allowed : 0, ok: isNumber && error <= allowed }
}

/** An error in units of its tolerance. */
const far = ({ error, tolerance }: Check): number => (error === 0 ? 0 : error / tolerance)
const worstOf = (checks: readonly Check[]): Check[] =>
  checks.length > 0 ? [checks.reduce((a, b) => (far(b) > far(a) ? b : a))] : []

/** Whether f gives the same twice: one that draws at random has no derivative that differences could find. */
function repeated(f: Flatly, xs: readonly Tensor[]): Check {
  const [once, again] = [f(...xs), f(...xs)]
  const same = once.every(({ data }, k) => data.every((y, i) => Object.is(y, nth(nth(again, k).data, i))))
  return { modes: 'the same twice', error: same ? 0 : Infinity, tolerance: 0, ok: same }
}

function nested(f: Flatly, xs: readonly Tensor[], depth: number, outer: string, needed: Needed): Check[] {
  if (depth === 0) return []
  const { next } = needed
  const move = inProportion(
    xs,
    xs.map((x) => noise(x, next)),
  )
  const pull = f(...xs).map((y) => noise(y, next))
  return [
    ...alongOne(f, xs, move, pull, outer, needed),
    ...(outer === '' ? entryByEntry(f, xs, needed) : []),
    ...nested((...at) => jvp(f, at, move)[1], xs, depth - 1, ` of forward${outer}`, needed),
    ...nested((...at) => vjp(f, at)[1](pull), xs, depth - 1, ` of reverse${outer}`, needed),
  ]
}

/** One direction of the inputs, and one of the outputs. */
function alongOne(
  f: Flatly,
  xs: readonly Tensor[],
  move: readonly Tensor[],
  pull: readonly Tensor[],
  outer: string,
  { step, tolerance }: Needed,
): Check[] {
  const { by, doubt } = differences(f, xs, move, step)
  const wanted = inner(pull, by)
  const allowed = tolerance * size(pull, by) + 4 * size(pull, doubt)
  const pushed = jvp(f, [...xs], [...move])[1]
  const pulled = vjp(f, [...xs])[1]([...pull])
  const [forward, reverse] = [inner(pull, pushed), inner(pulled, move)]
  const digits = 2 ** 10 * roundingOf(...xs, ...pushed)
  return [
    compare(`forward${outer}`, forward, wanted, allowed),
    compare(`reverse${outer}`, reverse, wanted, allowed),
    compare(`transpose${outer}`, reverse, forward, digits * (size(pull, pushed) + size(pulled, move))),
  ]
}

/** The whole Jacobian, where it is small: one that is wrong in a few small entries hides in a random direction. */
function entryByEntry(f: Flatly, xs: readonly Tensor[], { entries, step, tolerance }: Needed): Check[] {
  const ys = f(...xs)
  const count = (list: readonly Tensor[]): number => list.reduce((total, { size: own }) => total + own, 0)
  if (count(xs) * count(ys) > entries) return []
  const pullback = vjp(f, [...xs])[1]
  const rows = basis(ys).map((unit) => pullback([...unit]))
  const found = basis(xs).flatMap((unit) => {
    const move = inProportion(xs, unit)
    const { by, doubt } = differences(f, xs, move, step)
    const column = jvp(f, [...xs], [...move])[1]
    return basis(ys).map((one, i) => {
      const wanted = inner(one, by)
      const allowed = tolerance * Math.abs(wanted) + 4 * size(one, doubt)
      const [forward, reverse] = [inner(one, column), inner(nth(rows, i), move)]
      return {
        forward: compare('forward, each entry', forward, wanted, allowed),
        reverse: compare('reverse, each entry', reverse, wanted, allowed),
      }
    })
  })
  return [...worstOf(found.map(({ forward }) => forward)), ...worstOf(found.map(({ reverse }) => reverse))]
}

/** Every choice of one entry among all of some tensors: 1 there, 0 elsewhere. */
const basis = (tensors: readonly Tensor[]): Tensor[][] =>
  tensors.flatMap((x, k) =>
    Array.from({ length: x.size }, (_, i) =>
      tensors.map(({ shape, dtype }, at) => {
        const unit = full(shape, 0, dtype)
        if (at === k) unit.data[i] = 1
        return unit
      }),
    ),
  )

/** Moves as large as what they move, so that a step is neither lost beside its input nor far beyond it. */
const inProportion = (xs: readonly Tensor[], moves: readonly Tensor[]): Tensor[] =>
  moves.map(
    ({ data, shape }, k) =>
      new Tensor(
        data.map((v, i) => v * (Math.abs(nth(nth(xs, k).data, i)) || 1)),
        shape,
      ),
  )

const noise = (x: Tensor, next: () => number): Tensor =>
  new Tensor(
    x.data.map(() => 2 * next() - 1),
    x.shape,
  )

import { nth } from '../core/entry.ts'
import { jvp } from '../core/forward.ts'
import { add, mul, sub, sum } from '../ops/index.ts'
import { vjp } from '../core/reverse.ts'
import { random } from './sample.ts'
import { Tensor } from '../core/tensor.ts'
import { leavesOf, mapArgs, type Args, type Tree } from '../core/tree.ts'

/** One comparison: which modes were nested (`'reverse of forward'`), how far apart, and how far is allowed. */
export interface Check {
  readonly modes: string
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
  readonly step?: number
  readonly tolerance?: number
  readonly seed?: number
}

type Flatly = (...xs: Tensor[]) => Tensor[]

/**
 * Compares forward and reverse mode with central differences (f(x+hv) − f(x−hv)) / 2h along random directions,
 * and at order 2 (the default) does the same to the derivatives themselves, in all four nestings. After
 * check_grads of HIPS/autograd. The tolerance is relative to the size of the numbers compared.
 */
export function checkGrads<A extends Tree[] = Tensor[]>(
  f: (...args: A) => Tree,
  primals: Args<A>,
  { order = 2, step = 1e-5, tolerance = 1e-6, seed = 1 }: CheckOptions = {},
): CheckReport {
  const inputs: Tensor[] = []
  mapArgs(primals, (x) => (inputs.push(x), x))
  const checks: Check[] = []
  const next = random(seed)
  const run: Flatly = (...xs) => {
    const given = xs.values()
    return leavesOf(f(...mapArgs<A>(primals, (x) => given.next().value ?? x)))
  }
  const compare = (modes: string, got: number, wanted: number): void => {
    const error = Math.abs(got - wanted)
    const allowed = tolerance * (1 + Math.abs(wanted))
    checks.push({ modes, error, tolerance: allowed, ok: error <= allowed })
  }
  nested(run, inputs, order, '')
  return {
    ok: checks.every(({ ok }) => ok),
    worst: Math.max(
      0,
      ...checks.map(({ error, tolerance: allowed }) => (Number.isNaN(error) ? Infinity : error / allowed)),
    ),
    checks,
  }

  function nested(g: Flatly, xs: readonly Tensor[], depth: number, outer: string): void {
    if (depth === 0) return
    const move = xs.map((x) => noise(x, next))
    const pull = g(...xs).map((y) => noise(y, next))
    const wanted = inner(pull, difference(g, xs, move, step))
    compare(`forward${outer}`, inner(pull, jvp(g, [...xs], [...move])[1]), wanted)
    compare(`reverse${outer}`, inner(vjp(g, [...xs])[1](pull), move), wanted)
    nested((...at) => jvp(g, at, move)[1], xs, depth - 1, ` of forward${outer}`)
    nested((...at) => vjp(g, at)[1](pull), xs, depth - 1, ` of reverse${outer}`)
  }
}

/** ⟨a, b⟩ over all tensors of two lists. */
const inner = (a: readonly Tensor[], b: readonly Tensor[]): number =>
  a.reduce((total, x, k) => total + sum(mul(x, nth(b, k))).item(), 0)

const noise = (x: Tensor, next: () => number): Tensor =>
  new Tensor(
    x.data.map(() => 2 * next() - 1),
    x.shape,
  )

function difference(f: Flatly, xs: readonly Tensor[], move: readonly Tensor[], h: number): Tensor[] {
  const at = (by: number): Tensor[] => f(...xs.map((x, k) => add(x, mul(by, nth(move, k)))))
  const [ahead, behind] = [at(h), at(-h)]
  return ahead.map((y, k) => mul(1 / (2 * h), sub(y, nth(behind, k))))
}

import * as core from '../autodiff/index.ts'
import type { Piece, Tensor } from '../autodiff/index.ts'
import { add, call, div, isNum, mul, neg, num, pow, type Expr } from './tree.ts'

/** How code in one framework spells a function of its arguments. */
export interface Spelling {
  readonly numpy: string
  readonly torch: string
  readonly jax: string
}

/** A function of entries: its value, its derivative by each argument, and how it is written. */
export interface Fn {
  readonly value: (...args: Tensor[]) => Tensor
  readonly slopes: (...args: Expr[]) => readonly Expr[]
  /** With $1, $2 and $3 for the arguments, where it is not np.name(…), torch.name(…) and jnp.name(…). */
  readonly code?: Partial<Spelling>
  /** How its name is set, where that is not the one that it has here. */
  readonly head?: Piece
  /** Other names that it is read by. */
  readonly also?: readonly string[]
  /** Where it can be evaluated, unless everywhere: above 0, or from −1 to 1. */
  readonly domain?: 'positive' | 'unit'
}

type Args = readonly [Expr, Expr, Expr]
const flat = (n: number): readonly Expr[] => Array.from({ length: n }, () => num(0))
const one = (slope: (x: Expr) => Expr) => ({ slopes: (...[x]: Expr[]) => [slope(x as Expr)] })
const two = (slopes: (a: Expr, b: Expr) => readonly Expr[]) => ({
  slopes: (...args: Expr[]) => slopes(...(args as unknown as readonly [Expr, Expr])),
})
const same = (code: string): Spelling => ({ numpy: code, torch: code, jax: code })
const squared = (x: Expr): Expr => pow(x, num(2))
const sigmoid = (x: Expr): Expr => call('sigmoid', x)
const inverse = (x: Expr): Expr => pow(x, num(-1))
/** 1 + c x², whose inverse or inverse root many slopes are. */
const onePlus = (c: number, x: Expr): Expr => add(num(1), mul(num(c), squared(x)))
/** The density of the normal distribution. */
const bell = (x: Expr): Expr => mul(num(1 / Math.sqrt(2 * Math.PI)), call('exp', mul(num(-0.5), squared(x))))
const inverseNames = (name: string): Spelling => ({
  numpy: `np.arc${name}($1)`,
  torch: `torch.a${name}($1)`,
  jax: `jnp.arc${name}($1)`,
})

const { pieces } = core
const logTo = (base: number): Piece => pieces.row(pieces.named('log'), pieces.lowered(pieces.numeral(base)))

/** How the name of a function is set. */
export const headOf = (fn: string): Piece => functions[fn]?.head ?? pieces.named(fn)

/** Every function of entries there is. */
export const functions: Readonly<Record<string, Fn>> = {
  exp: { value: (x) => core.exp(x), ...one((x) => call('exp', x)) },
  log: {
    value: (x) => core.log(x),
    ...one((x) => pow(x, num(-1))),
    also: ['ln'],
    domain: 'positive',
  },
  log2: {
    value: (x) => core.log2(x),
    ...one((x) => mul(num(1 / Math.LN2), inverse(x))),
    head: logTo(2),
    domain: 'positive',
  },
  log10: {
    value: (x) => core.log10(x),
    ...one((x) => mul(num(1 / Math.LN10), inverse(x))),
    head: logTo(10),
    domain: 'positive',
  },
  sqrt: { value: (x) => core.sqrt(x), ...one((x) => div(num(0.5), call('sqrt', x))), domain: 'positive' },
  abs: { value: (x) => core.abs(x), ...one((x) => call('sign', x)) },
  sign: { value: (x) => core.sign(x), slopes: () => flat(1) },
  sin: { value: (x) => core.sin(x), ...one((x) => call('cos', x)) },
  cos: { value: (x) => core.cos(x), ...one((x) => neg(call('sin', x))) },
  tan: {
    value: (x) => core.tan(x),
    ...one((x) => add(num(1), squared(call('tan', x)))),
  },
  asin: {
    value: (x) => core.asin(x),
    ...one((x) => inverse(call('sqrt', onePlus(-1, x)))),
    code: inverseNames('sin'),
    head: pieces.named('arcsin'),
    also: ['arcsin'],
    domain: 'unit',
  },
  acos: {
    value: (x) => core.acos(x),
    ...one((x) => neg(inverse(call('sqrt', onePlus(-1, x))))),
    code: inverseNames('cos'),
    head: pieces.named('arccos'),
    also: ['arccos'],
    domain: 'unit',
  },
  atan: {
    value: (x) => core.atan(x),
    ...one((x) => inverse(onePlus(1, x))),
    code: inverseNames('tan'),
    head: pieces.named('arctan'),
    also: ['arctan'],
  },
  sinh: { value: (x) => core.sinh(x), ...one((x) => call('cosh', x)) },
  cosh: { value: (x) => core.cosh(x), ...one((x) => call('sinh', x)) },
  erf: {
    value: (x) => core.erf(x),
    ...one((x) => mul(num(2 / Math.sqrt(Math.PI)), call('exp', neg(squared(x))))),
    code: { numpy: 'np.vectorize(math.erf)($1)', jax: 'jax.lax.erf($1)' },
  },
  gelu: {
    value: (x) => core.gelu(x),
    ...one((x) => add(mul(num(0.5), add(num(1), call('erf', mul(num(Math.SQRT1_2), x)))), mul(x, bell(x)))),
    code: {
      numpy: '(0.5 * $1 * (1 + np.vectorize(math.erf)($1 / np.sqrt(2))))',
      torch: 'torch.nn.functional.gelu($1)',
      jax: 'jax.nn.gelu($1, approximate=False)',
    },
  },
  tanh: {
    value: (x) => core.tanh(x),
    ...one((x) => add(num(1), neg(squared(call('tanh', x))))),
  },
  sigmoid: {
    value: (x) => core.sigmoid(x),
    ...one((x) => mul(sigmoid(x), add(num(1), neg(sigmoid(x))))),
    code: { numpy: '(1 / (1 + np.exp(-$1)))', jax: 'jax.nn.sigmoid($1)' },
    also: ['expit', 'logistic', 'σ'],
  },
  relu: {
    value: (x) => core.relu(x),
    ...one((x) => call('step', x)),
    code: { numpy: 'np.maximum($1, 0)', jax: 'jax.nn.relu($1)' },
  },
  step: {
    value: (x) => core.greater(x, 0),
    slopes: () => flat(1),
    code: same('($1 > 0)'),
    also: ['heaviside'],
  },
  softplus: {
    value: (x) => core.softplus(x),
    ...one(sigmoid),
    code: {
      numpy: 'np.logaddexp(0, $1)',
      torch: 'torch.nn.functional.softplus($1)',
      jax: 'jax.nn.softplus($1)',
    },
  },
  silu: {
    value: (x) => core.mul(x, core.sigmoid(x)),
    ...one((x) => mul(sigmoid(x), add(num(1), mul(x, add(num(1), neg(sigmoid(x))))))),
    code: {
      numpy: '($1 / (1 + np.exp(-$1)))',
      torch: 'torch.nn.functional.silu($1)',
      jax: 'jax.nn.silu($1)',
    },
    also: ['swish'],
  },
  maximum: {
    value: (a, b) => core.maximum(a, b),
    ...two((a, b) => [call('greater', a, b), call('greater', b, a)]),
  },
  minimum: {
    value: (a, b) => core.minimum(a, b),
    ...two((a, b) => [call('greater', b, a), call('greater', a, b)]),
  },
  greater: { value: (a, b) => core.greater(a, b), slopes: () => flat(2), code: same('($1 > $2)') },
  equal: { value: (a, b) => core.equal(a, b), slopes: () => flat(2), code: same('($1 == $2)') },
  where: {
    value: (c, a, b) => core.where(c, a, b),
    slopes: (...args) => {
      const [c] = args as unknown as Args
      return [num(0), call('where', c, num(1), num(0)), call('where', c, num(0), num(1))]
    },
    code: {
      numpy: 'np.where($1 != 0, $2, $3)',
      torch: 'torch.where($1 != 0, $2, $3)',
      jax: 'jnp.where($1 != 0, $2, $3)',
    },
  },
}

/** How many values a function takes. */
export const arity = (fn: string): number => functions[fn]?.slopes(num(1), num(1), num(1)).length ?? 1

/** A function that is short for others: its values, then settings with what they are where nobody says. */
export interface Composed {
  readonly takes: number
  readonly settings: readonly (readonly [name: string, value: number])[]
  readonly made: (x: Expr, ...more: readonly Expr[]) => Expr
}

function clipped(x: Expr, low: Expr, high: Expr): Expr {
  const from = isNum(low, -Infinity) ? x : call('maximum', x, low)
  return isNum(high, Infinity) ? from : call('minimum', from, high)
}
const above = (x: Expr, below: Expr): Expr => call('where', call('step', x), x, below)
const minusOne = (x: Expr): Expr => add(x, num(-1))
const composition = (made: Composed['made'], settings: Composed['settings'] = []): Composed => ({
  takes: 1,
  settings,
  made,
})

/** Every function that is read as a composition of the ones above. */
export const compositions: Readonly<Record<string, Composed>> = {
  square: composition(squared),
  reciprocal: composition(inverse),
  rsqrt: composition((x) => inverse(call('sqrt', x))),
  log1p: composition((x) => call('log', add(num(1), x))),
  expm1: composition((x) => minusOne(call('exp', x))),
  exp2: composition((x) => call('exp', mul(num(Math.LN2), x))),
  logsigmoid: composition((x) => neg(call('softplus', neg(x)))),
  softsign: composition((x) => div(x, add(num(1), call('abs', x)))),
  mish: composition((x) => mul(x, call('tanh', call('softplus', x)))),
  relu6: composition((x) => clipped(x, num(0), num(6))),
  hardtanh: composition(
    (x, low = num(-1), high = num(1)) => clipped(x, low, high),
    [
      ['min_val', -1],
      ['max_val', 1],
    ],
  ),
  clip: composition(
    (x, low = num(-Infinity), high = num(Infinity)) => clipped(x, low, high),
    [
      ['min', -Infinity],
      ['max', Infinity],
    ],
  ),
  leaky_relu: composition((x, slope = num(0)) => above(x, mul(slope, x)), [['negative_slope', 0.01]]),
  elu: composition((x, alpha = num(1)) => above(x, mul(alpha, minusOne(call('exp', x)))), [['alpha', 1]]),
  selu: composition((x) =>
    mul(num(1.0507009873554805), above(x, mul(num(1.6732632423543772), minusOne(call('exp', x))))),
  ),
}

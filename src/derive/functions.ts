import * as core from '../autodiff/index.ts'
import type { Tensor } from '../autodiff/index.ts'
import { add, call, div, mul, neg, num, pow, type Expr } from './tree.ts'

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
  readonly tex?: string
  /** Other names that it is read by. */
  readonly also?: readonly string[]
  /** Where it can be evaluated, unless everywhere. */
  readonly positive?: true
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

/** Every function of entries there is. */
export const functions: Readonly<Record<string, Fn>> = {
  exp: { value: (x) => core.exp(x), ...one((x) => call('exp', x)), tex: '\\exp' },
  log: {
    value: (x) => core.log(x),
    ...one((x) => pow(x, num(-1))),
    tex: '\\log',
    also: ['ln'],
    positive: true,
  },
  sqrt: { value: (x) => core.sqrt(x), ...one((x) => div(num(0.5), call('sqrt', x))), positive: true },
  abs: { value: (x) => core.abs(x), ...one((x) => call('sign', x)) },
  sign: { value: (x) => core.sign(x), slopes: () => flat(1) },
  sin: { value: (x) => core.sin(x), ...one((x) => call('cos', x)), tex: '\\sin' },
  cos: { value: (x) => core.cos(x), ...one((x) => neg(call('sin', x))), tex: '\\cos' },
  tan: {
    value: (x) => core.tan(x),
    ...one((x) => add(num(1), squared(call('tan', x)))),
    tex: '\\tan',
  },
  tanh: {
    value: (x) => core.tanh(x),
    ...one((x) => add(num(1), neg(squared(call('tanh', x))))),
    tex: '\\tanh',
  },
  sigmoid: {
    value: (x) => core.sigmoid(x),
    ...one((x) => mul(sigmoid(x), add(num(1), neg(sigmoid(x))))),
    code: { numpy: '(1 / (1 + np.exp(-$1)))', jax: 'jax.nn.sigmoid($1)' },
    also: ['expit', 'logistic'],
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

/** Functions of one number that some layers need, and no figure before them: they travel by themselves. */
import { byName, fraction, lowered, named, numeral, root, row } from '../core/formula.ts'
import type { Domain } from '../core/primitive.ts'
import type { Tensor } from '../core/tensor.ts'
import {
  abs,
  add,
  div,
  equal,
  exp,
  logarithmic,
  mul,
  neg,
  sigmoid,
  sqrt,
  sub,
  unary,
  where,
} from './elementwise.ts'
import { erf as erfOf, erfc } from './erf.ts'

/** A sine, or a cosine, lies between −1 and 1. */
const circular = (name: string): { corner: (x: number) => number; domain: Domain } => ({
  corner: (x) => 1 - Math.abs(x),
  domain: { has: (x) => Math.abs(x) <= 1, why: (show, x) => `no angle has the ${name} ${show(x)}` },
})

/** The angle in [−π/2, π/2] whose sine is x, of the shape of x: NaN beyond ±1, where its slope is ∞. */
export const asin = /* @__PURE__ */ unary('asin', Math.asin, (t, x) => div(t, sqrt(sub(1, mul(x, x)))), {
  .../* @__PURE__ */ circular('sine'),
  formula: byName('arcsin'),
  range: [-0.9, 0.9],
})
/** The angle in [0, π] whose cosine is x, of the shape of x: NaN beyond ±1, where its slope is −∞. */
export const acos = /* @__PURE__ */ unary('acos', Math.acos, (t, x) => neg(div(t, sqrt(sub(1, mul(x, x))))), {
  .../* @__PURE__ */ circular('cosine'),
  formula: byName('arccos'),
  range: [-0.9, 0.9],
})
/** The angle in (−π/2, π/2) whose tangent is x, of the shape of x. */
export const atan = /* @__PURE__ */ unary('atan', Math.atan, (t, x) => div(t, add(1, mul(x, x))), {
  formula: byName('arctan'),
})
/** (eˣ − e⁻ˣ) / 2, of the shape of x; its slope is cosh x. */
export const sinh = /* @__PURE__ */ unary('sinh', Math.sinh, (t, x) => mul(t, cosh(x)), {})
/** (eˣ + e⁻ˣ) / 2, of the shape of x; its slope is sinh x. */
export const cosh = /* @__PURE__ */ unary('cosh', Math.cosh, (t, x) => mul(t, sinh(x)), {})
/** The logarithm to base 10, of the shape of x: −∞ at 0, NaN below. */
export const log10 = /* @__PURE__ */ unary('log10', Math.log10, (t, x) => div(t, mul(x, Math.LN10)), {
  formula: byName(row(named('log'), lowered(numeral(10)))),
  domain: /* @__PURE__ */ logarithmic('10'),
  range: [0.5, 2],
})
/** The logarithm to base 2, of the shape of x: −∞ at 0, NaN below. */
export const log2 = /* @__PURE__ */ unary('log2', Math.log2, (t, x) => div(t, mul(x, Math.LN2)), {
  formula: byName(row(named('log'), lowered(numeral(2)))),
  domain: /* @__PURE__ */ logarithmic('2'),
  range: [0.5, 2],
})
/** 1/√x, of the shape of x: ∞ at 0, NaN below. */
export const rsqrt = /* @__PURE__ */ unary(
  'rsqrt',
  (x) => 1 / Math.sqrt(x),
  (t, _, y) => mul(t, mul(-0.5, mul(y, mul(y, y)))),
  {
    formula: (shown) => [fraction(numeral(1), root(shown(0, 0))), 3],
    range: [0.5, 2],
    domain: {
      has: (x) => x > 0,
      why: (show, x) =>
        x === 0 ? '1 divided by 0 is no number' : `the square root of ${show(x)} is no real number`,
    },
  },
)

/** The error function 2/√π ∫ e^(−t²) dt from 0 to x, of the shape of x. */
export const erf = /* @__PURE__ */ unary('erf', erfOf, (t, x) =>
  mul(t, mul(2 / Math.sqrt(Math.PI), exp(neg(mul(x, x))))),
)
/** How likely a normal number is to fall below x, and its density there. */
const below = (x: Tensor): Tensor => mul(0.5, add(1, erf(mul(Math.SQRT1_2, x))))
const density = (x: Tensor): Tensor => mul(1 / Math.sqrt(2 * Math.PI), exp(mul(-0.5, mul(x, x))))
/** x·Φ(x), where Φ is the normal distribution: the exact form, which is PyTorch's default, not the one by tanh. */
export const gelu = /* @__PURE__ */ unary(
  'gelu',
  (x) => 0.5 * x * erfc(-x * Math.SQRT1_2),
  (t, x) => mul(t, add(below(x), mul(x, density(x)))),
)
/** x·σ(x), of the shape of x, also called swish. */
export const silu = /* @__PURE__ */ unary(
  'silu',
  (x) => (x < 0 ? (x * Math.exp(x)) / (1 + Math.exp(x)) : x / (1 + Math.exp(-x))),
  (t, x) => mul(t, mul(sigmoid(x), add(1, mul(x, sigmoid(neg(x)))))),
)
/** x, held between −1 and 1, of the shape of x; its slope is 1 inside and 0 from ±1 on, as in PyTorch. */
export const hardtanh = /* @__PURE__ */ unary(
  'hardtanh',
  (x) => Math.min(Math.max(x, -1), 1),
  (t, _, y) => where(equal(abs(y), 1), 0, t),
  { corner: (x) => 1 - Math.abs(x) },
)

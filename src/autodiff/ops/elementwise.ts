import {
  bind,
  op,
  type At,
  type Domain,
  type One,
  type Op,
  type Point,
  type Primitive,
  type Three,
  type Two,
} from '../core/primitive.ts'
import {
  byName,
  fenced,
  fraction,
  letter,
  mark,
  opensWithNumber,
  raised,
  root,
  row,
  sign as between,
  space,
  type Piece,
  type Writes,
} from '../core/formula.ts'
import { broadcastShapes, sameShape, sizeOf, stretches } from '../core/shape.ts'
import { allocate, full, resultType, Tensor, toTensor, type TensorLike } from '../core/tensor.ts'
import { broadcastTo, sumTo } from './layout.ts'
import * as loops from '../fast/loops.ts'
import { each, eachPair, type Loop } from '../fast/loops.ts'

/** What distinguishes one elementwise op from another, besides its name, its function and its rules. */
interface Traits {
  /** Vanishes at a corner, told from the numbers that one entry is made from. */
  readonly corner?: (a: number, b: number) => number
  readonly domain?: Domain
  readonly steady?: true
  readonly formula?: Writes<unknown>
  readonly range?: readonly [number, number]
}

/**
 * An elementwise op has a diagonal Jacobian, which is its own transpose: one rule per input, multiplying by
 * the derivative, serves forward and reverse mode alike. Inputs are broadcast by NumPy's rule.
 */
function elementwise<I extends readonly Tensor[]>(
  name: string,
  loop: Loop,
  points: readonly string[],
  rule: (i: number, t: Tensor, at: At<I, undefined>) => Tensor,
  { formula, range, corner, domain, steady }: Traits,
): Primitive<I, undefined> {
  return {
    name,
    forward: (inputs) => map(name, loop, inputs),
    loop,
    jvp: (t, i, at) => broadcastTo(rule(i, t, at), at.output.shape),
    vjp: (g, i, at) => sumTo(rule(i, g, at), at.inputs[i]?.shape ?? []),
    shape: (shapes) => broadcastShapes(name, shapes),
    formula: formula ?? byName(name),
    ...(corner && { corners: (inputs: I) => map(name, eachPair(corner), inputs) }),
    ...(domain && { domain }),
    ...(steady && { steady }),
    cost: (_, output) => sizeOf(output),
    arity: (points[0] ?? '').split(',').length,
    points: points.map((shapes): Point<undefined> => (range ? { shapes, range } : { shapes })),
  }
}

/** The value of an elementwise op. One of fewer than three inputs takes no notice of the others. */
function map(name: string, loop: Loop, inputs: readonly Tensor[]): Tensor {
  const [a, b = a, c = a] = inputs as readonly [Tensor, Tensor?, Tensor?] // no op is without inputs
  if (sameShape(a.shape, b.shape) && sameShape(a.shape, c.shape)) {
    const out = allocate(resultType(inputs), a.size)
    loop(out, 0, a.size, a.data, 0, 1, b.data, 0, 1, c.data, 0, 1)
    return new Tensor(out, a.shape)
  }
  const shapes = inputs.map((input) => input.shape)
  const shape = broadcastShapes(name, shapes)
  const { length, starts, steps } = stretches(shape, shapes)
  const out = allocate(resultType(inputs), sizeOf(shape))
  const [i = [], j = i, k = i] = starts
  const [p = 0, q = 0, r = 0] = steps
  for (let n = 0; n < i.length; n++) {
    const [x, y, z] = [i[n] as number, j[n] as number, k[n] as number] // as many of each
    loop(out, n * length, length, a.data, x, p, b.data, y, q, c.data, z, r)
  }
  return new Tensor(out, shape)
}

type UnaryRule = (t: Tensor, x: Tensor, y: Tensor) => Tensor
type BinaryRule = (t: Tensor, a: Tensor, b: Tensor, y: Tensor) => Tensor
type UnaryOp = Op<(x: TensorLike) => Tensor>
type BinaryOp = Op<(a: TensorLike, b: TensorLike) => Tensor>

const unaryLoop = (name: string, loop: Loop, rule: UnaryRule, traits: Traits = {}): UnaryOp => {
  const primitive = elementwise<One>(
    name,
    loop,
    ['', 'ab'],
    (_, t, { inputs: [x], output }) => rule(t, x, output),
    traits,
  )
  return op(primitive, (x: TensorLike) => bind(primitive, [toTensor(x)], undefined))
}
/** An op of one number, from its function and its rule. */
export const unary = (name: string, f: (x: number) => number, rule: UnaryRule, traits?: Traits): UnaryOp =>
  unaryLoop(name, each(f), rule, traits)

type BinaryRules = readonly [BinaryRule, BinaryRule]
const binaryLoop = (name: string, loop: Loop, rules: BinaryRules, traits: Traits = {}): BinaryOp => {
  const primitive = elementwise<Two>(
    name,
    loop,
    [',', 'ab,ab', 'ab,b', ',ab', 'a1,1b'],
    (i, t, { inputs: [a, b], output }) => (i === 0 ? rules[0] : rules[1])(t, a, b, output),
    traits,
  )
  return op(primitive, (a: TensorLike, b: TensorLike) =>
    bind(primitive, [toTensor(a), toTensor(b)], undefined),
  )
}
const binary = (
  name: string,
  f: (a: number, b: number) => number,
  rules: BinaryRules,
  traits?: Traits,
): BinaryOp => binaryLoop(name, eachPair(f), rules, traits)

/** Steps have no slope. */
const flat = (t: Tensor): Tensor => broadcastTo(full([], 0, t.dtype), t.shape)

const infix =
  (sign: string, [left, own, right]: readonly [number, number, number]): Writes<unknown> =>
  (shown) => [row(shown(0, left), between(sign), shown(1, right)), own]

/** A corner wherever two numbers meet. */
const meeting = { corner: (a: number, b: number): number => a - b }

/** A logarithm has values right of 0. */
export const logarithmic = (base: string): Domain => ({
  has: (x) => x > 0,
  why: (show, x) =>
    x === 0
      ? `no power of ${base} is 0, so log 0 is nothing`
      : `no power of ${base} is ${show(x)}, so it has no logarithm`,
})

/** Two numbers multiply by standing side by side, tensors by ⊙. */
const product: Writes<unknown> = (shown, shapes) => {
  const [left, right] = [shown(0, 2), shown(1, 3)]
  if (shapes.every((shape) => shape.length > 0)) return [row(left, between('⊙'), right), 2]
  if (opensWithNumber(right)) return [row(left, between('·'), right), 2]
  return [isWhole(left) ? row(left, right) : row(left, space(), right), 2]
}
const isWhole = (piece: Piece): boolean => piece.kind === 'number' && /^\d+$/.test(piece.text)

/**
 * a + b, entry by entry. Shapes broadcast by NumPy's rule; a ShapeError names the axis where they cannot. So
 * for every op of two inputs here.
 */
export const add = /* @__PURE__ */ binaryLoop('add', loops.add, [(t) => t, (t) => t], {
  formula: infix('+', [0.5, 1, 1]),
})
/** a − b, entry by entry; shapes broadcast, or a ShapeError says why not. */
export const sub = /* @__PURE__ */ binaryLoop('sub', loops.sub, [(t) => t, (t) => neg(t)], {
  formula: infix('−', [0.5, 1, 2]),
})
/** a · b, entry by entry (a ⊙ b, not a matrix product); shapes broadcast, or a ShapeError says why not. */
export const mul = /* @__PURE__ */ binaryLoop(
  'mul',
  loops.mul,
  [(t, _, b) => mul(t, b), (t, a) => mul(t, a)],
  {
    formula: product,
  },
)
/** a / b, entry by entry, with ±∞ and NaN as in NumPy; shapes broadcast, or a ShapeError says why not. */
export const div = /* @__PURE__ */ binaryLoop(
  'div',
  loops.div,
  [(t, _, b) => div(t, b), (t, _, b, y) => neg(div(mul(t, y), b))],
  {
    formula: (shown) => [fraction(shown(0, 0), shown(1, 0)), 3],
    range: [0.5, 2],
    domain: { has: (_, b) => b !== 0, why: (show, a) => `${show(a)} divided by 0 is no number` },
  },
)
/** −x, of the shape of x. */
export const neg = /* @__PURE__ */ unary(
  'neg',
  (x) => -x,
  (t) => neg(t),
  { formula: (shown) => [row(mark('−'), shown(0, 2)), 0.5] },
)

/** NumPy's 1 where JavaScript's `**` says NaN: 1 to any power, and −1 to ±∞. */
const power = (a: number, b: number): number =>
  a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b

/** A value that has no slope along x at some places, where x is 0: the root's is infinite there. */
const rooted = (places: Tensor, x: Tensor, value: TensorLike): Tensor => mul(value, sqrt(where(places, x, 1)))

/** How 0ᵇ moves with b: not at all where b > 0, and else it has no slope. Nor has that one along a where b ≤ 1. */
const slopeAtZero = (a: Tensor, b: Tensor): Tensor =>
  rooted(mul(equal(a, 0), sub(1, greater(b, 1))), a, where(greater(b, 0), 0, NaN))

/**
 * aᵇ. The derivative to a is 0 at 0⁰, as in PyTorch; to b it is 0 where a = 0 < b, and NaN at 0⁰, where there is none.
 * The guards keep 0·∞ out of higher derivatives, and these do not depend on their order.
 */
export const pow = /* @__PURE__ */ binary(
  'pow',
  power,
  [
    (t, a, b) => {
      const corner = mul(equal(a, 0), equal(b, 0))
      const slope = mul(b, pow(a, where(corner, 1, sub(b, 1))))
      return mul(t, where(corner, rooted(corner, b, 0), slope))
    },
    (t, a, b, y) => mul(t, where(equal(a, 0), slopeAtZero(a, b), mul(y, log(where(equal(a, 0), 1, a))))),
  ],
  {
    formula: (shown) => [row(shown(0, 5), raised(shown(1, 0))), 5],
    range: [0.5, 2],
    corner: (a, b) => (Number.isInteger(b) && b > 0 ? 1 : a),
    domain: {
      has: (a, b) => a > 0 || (a === 0 ? b >= 0 : Number.isInteger(b)),
      why: (show, a, b) =>
        a === 0
          ? `0 to the power ${show(b)} would be 1 divided by 0`
          : `(${show(a)}) to the power ${show(b)} is no real number`,
      named: (show, a, b) => `${a < 0 ? `(${show(a)})` : show(a)} to the power ${show(b)}`,
    },
  },
)
/** eˣ, of the shape of x; its slope is its own value. */
export const exp = /* @__PURE__ */ unary('exp', Math.exp, (t, _, y) => mul(t, y), {
  formula: (shown) => [row(letter('e'), raised(shown(0, 0))), 5],
})
/**
 * The natural logarithm, of the shape of x: −∞ at 0, NaN below. Its slope is 1/x on both sides of 0, as in
 * PyTorch.
 */
export const log = /* @__PURE__ */ unary('log', Math.log, (t, x) => div(t, x), {
  range: [0.5, 2],
  domain: /* @__PURE__ */ logarithmic('e'),
})
/** √x, of the shape of x: NaN below 0. Its slope at 0 is ∞. */
export const sqrt = /* @__PURE__ */ unary('sqrt', Math.sqrt, (t, _, y) => div(t, mul(2, y)), {
  formula: (shown) => [root(shown(0, 0)), 5],
  range: [0.5, 2],
  corner: (x) => x,
  domain: { has: (x) => x >= 0, why: (show, x) => `the square root of ${show(x)} is no real number` },
})
/** |x|, of the shape of x, with slope 0 at 0, as in PyTorch. */
export const abs = /* @__PURE__ */ unary('abs', Math.abs, (t, x) => mul(t, sign(x)), {
  formula: (shown) => [fenced(shown(0, 0), '|', '|'), 5],
  corner: (x) => x,
})
/** sin x, of the shape of x, which is in radians. */
export const sin = /* @__PURE__ */ unary('sin', Math.sin, (t, x) => mul(t, cos(x)), {})
/** cos x, of the shape of x, which is in radians. */
export const cos = /* @__PURE__ */ unary('cos', Math.cos, (t, x) => neg(mul(t, sin(x))), {})
/** tan x, of the shape of x, which is in radians; its slope is 1 + tan² x. */
export const tan = /* @__PURE__ */ unary('tan', Math.tan, (t, _, y) => mul(t, add(1, mul(y, y))), {
  range: [-1, 1],
})
/** The hyperbolic tangent, of the shape of x; its slope is 1 − tanh² x. */
export const tanh = /* @__PURE__ */ unary('tanh', Math.tanh, (t, _, y) => mul(t, sub(1, mul(y, y))), {})
/** 1 / (1 + e⁻ˣ). Its slope is σ(x)·σ(−x), which keeps its digits in both tails, where 1 − σ(x) loses them. */
export const sigmoid = /* @__PURE__ */ unary(
  'sigmoid',
  (x) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x))),
  (t, x, y) => mul(t, mul(y, sigmoid(neg(x)))),
  { formula: byName(letter('σ')) },
)
/** max(x, 0), of the shape of x, with slope 0 at 0, as in PyTorch; so is that NaN lets slopes pass. */
export const relu = /* @__PURE__ */ unaryLoop('relu', loops.relu, (t, _, y) => where(y, t, 0), {
  corner: (x) => x,
})
/** log(1 + eˣ), by a form that cannot overflow. */
export const softplus = /* @__PURE__ */ unary(
  'softplus',
  (x) => Math.log1p(Math.exp(-Math.abs(x))) + Math.max(x, 0),
  (t, x) => mul(t, sigmoid(x)),
)

/** 1 where a does not lose to b, as beside NaN; ½ where the two tie. */
const wins = (a: Tensor, b: Tensor): Tensor => where(equal(a, b), 0.5, sub(1, greater(b, a)))
/** The larger of each pair; shapes broadcast. A tie splits its slope evenly, as in PyTorch. */
export const maximum = /* @__PURE__ */ binary(
  'maximum',
  (a, b) => Math.max(a, b),
  [(t, a, b) => mul(t, wins(a, b)), (t, a, b) => mul(t, wins(b, a))],
  meeting,
)
/** The smaller of each pair; shapes broadcast. A tie splits its slope evenly, as in PyTorch. */
export const minimum = /* @__PURE__ */ binary(
  'minimum',
  (a, b) => Math.min(a, b),
  [(t, a, b) => mul(t, wins(b, a)), (t, a, b) => mul(t, wins(a, b))],
  meeting,
)
/** 1 where a > b, else 0; its derivative is 0. */
export const greater = /* @__PURE__ */ binary('greater', (a, b) => (a > b ? 1 : 0), [flat, flat], {
  ...meeting,
  steady: true,
  formula: infix('>', [0.5, 0, 0.5]),
})
/** 1 where a = b, else 0; its derivative is 0. */
export const equal = /* @__PURE__ */ binary('equal', (a, b) => (a === b ? 1 : 0), [flat, flat], {
  ...meeting,
  steady: true,
  formula: infix('=', [0.5, 0, 0.5]),
})
/** −1, 0 or 1; its derivative is 0. */
export const sign = /* @__PURE__ */ unary('sign', Math.sign, flat, { corner: (x) => x, steady: true })

const wherePrimitive: Primitive<Three, undefined> = /* @__PURE__ */ elementwise<Three>(
  'where',
  loops.where,
  [',,', 'ab,ab,ab', 'ab,b,', 'b,a1,ab'],
  (i, t, { inputs: [condition] }) =>
    i === 0 ? flat(t) : i === 1 ? where(condition, t, 0) : where(condition, 0, t),
  { corner: (condition) => condition },
)
/** a where the condition is not zero, else b. Neither slope reaches the branch not taken, not even as NaN. */
export const where = /* @__PURE__ */ op(
  wherePrimitive,
  (condition: TensorLike, a: TensorLike, b: TensorLike) =>
    bind(wherePrimitive, [toTensor(condition), toTensor(a), toTensor(b)], undefined),
)

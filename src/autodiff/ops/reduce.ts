import { nth } from '../core/entry.ts'
import { ShapeError } from '../core/errors.ts'
import { bind, op, type At, type One, type Op, type Primitive } from '../core/primitive.ts'
import { byName, type Writes } from '../core/formula.ts'
import { axes, flag, gathered } from './settings.ts'
import { resolveAxes, sizeOf, stretches, type Shape } from '../core/shape.ts'
import { ofType, Tensor, toTensor, type Data, type TensorLike } from '../core/tensor.ts'
import { div, equal, exp, greater, mul, sub, where } from './elementwise.ts'
import { broadcastTo, reshape } from './layout.ts'

/** Axes may be negative; none given means all. `keepdims` leaves each as an axis of length 1. */
export interface ReduceOptions {
  readonly axis?: number | readonly number[] | undefined
  readonly keepdims?: boolean | undefined
}
interface Params {
  readonly axis: readonly number[]
  readonly keepdims: boolean
}
type Where = At<One, Params>

const kept = (shape: Shape, axis: readonly number[]): number[] =>
  shape.map((length, k) => (axis.includes(k) ? 1 : length))

const reduced = (shape: Shape, { axis, keepdims }: Params): Shape =>
  keepdims ? kept(shape, axis) : shape.filter((_, k) => !axis.includes(k))

/** Takes `length` elements from a place on into one, or (`step` 1) each into one of its own. */
type Fold = (out: Data, to: number, step: number, x: Data, from: number, length: number) => void

// A loop each: to call a function for each number takes ten times as long. In range, all of them.
const plus: Fold = (out, to, step, x, from, length) => {
  for (let k = 0; k < length; k++)
    out[to + k * step] = (out[to + k * step] as number) + (x[from + k] as number)
}
const larger: Fold = (out, to, step, x, from, length) => {
  for (let k = 0; k < length; k++)
    out[to + k * step] = Math.max(out[to + k * step] as number, x[from + k] as number)
}

/** Folds the elements along some axes into one, from `start` on; always in float64, since many small errors add up. */
function reduce(x: Tensor, { axis, keepdims }: Params, fold: Fold, start: number): Tensor {
  const wide = kept(x.shape, axis)
  const out = new Float64Array(sizeOf(wide))
  if (start !== 0) out.fill(start)
  const { length, starts, steps } = stretches(x.shape, [wide])
  const [at, step] = [starts[0] as readonly number[], steps[0] as number] // as many as shapes
  for (let r = 0; r < at.length; r++) fold(out, at[r] as number, step, x.data, r * length, length)
  return new Tensor(ofType(x.dtype, out), reduced(x.shape, { axis, keepdims }))
}

/** Undoes the loss of axes, so that a reduced value broadcasts against what it was reduced from. */
const expand = (y: Tensor, { inputs: [x], params: { axis } }: Where): Tensor =>
  reshape(y, kept(x.shape, axis))

/** How many elements go into each one of the result. */
const count = (x: Tensor, { axis }: Params): number => sizeOf(axis.map((k) => nth(x.shape, k)))

/** A name with its axes below, when they are not all of them. */
const along =
  (name: string): Writes<Params> =>
  (shown, shapes, { axis }) =>
    byName(name, axis.length < (shapes[0]?.length ?? 0) ? axis : [])(shown, shapes, undefined)

const points = (least: number): Primitive<One, Params>['points'] => [
  { shapes: '', params: { axis: [], keepdims: false }, least },
  { shapes: 'ab', params: { axis: [0, 1], keepdims: false }, least },
  { shapes: 'abc', params: { axis: [1], keepdims: true }, least },
  { shapes: 'abc', params: { axis: [0, 2], keepdims: false }, least },
]

type Rules = Pick<Primitive<One, Params>, 'forward' | 'jvp' | 'vjp' | 'corners'> &
  Partial<Pick<Primitive<One, Params>, 'cost'>>

const reduction = (
  name: string,
  least: number,
  rules: Rules,
): Op<(a: TensorLike, options?: ReduceOptions) => Tensor> => {
  const primitive: Primitive<One, Params> = {
    cost: ([shape = []]) => sizeOf(shape),
    ...rules,
    name,
    shape: ([shape = []], params) => reduced(shape, params),
    formula: along(name),
    points: points(least),
    arity: 1,
    settings: [
      { name: 'axis', kind: 'axes', optional: true },
      { name: 'keepdims', kind: 'flag', optional: true },
    ],
    gathered: true,
  }
  return op(primitive, (a: TensorLike, options: ReduceOptions = {}) => {
    const x = toTensor(a)
    const { axis, keepdims = false } = gathered(primitive as Primitive, options)
    return bind(primitive, [x], {
      axis: resolveAxes(name, axes([name, 'axis'], axis), x.shape),
      keepdims: flag([name, 'keepdims'], keepdims),
    })
  })
}

/**
 * Sum over some axes, or all; negative ones count from the end, and with `keepdims` each stays, of length 1. A
 * ShapeError for an axis that is not there or is named twice. So for all that follow here.
 */
export const sum = /* @__PURE__ */ reduction('sum', 0, {
  forward: ([x], params) => reduce(x, params, plus, 0),
  jvp: (t, _, { params }) => sum(t, params),
  vjp: (g, _, at) => broadcastTo(expand(g, at), at.inputs[0].shape),
})

/** Mean over some axes, or all; NaN over none, as in NumPy. */
export const mean = /* @__PURE__ */ reduction('mean', 1, {
  forward: ([x], params) => div(reduce(x, params, plus, 0), count(x, params)),
  jvp: (t, _, { params }) => mean(t, params),
  vjp: (g, _, at) => broadcastTo(div(expand(g, at), count(at.inputs[0], at.params)), at.inputs[0].shape),
})

/** How far each element lies from the mean of those it is counted with. */
const spread = ({ inputs: [x], params: { axis } }: Pick<Where, 'inputs' | 'params'>): Tensor =>
  sub(x, mean(x, { axis, keepdims: true }))
/**
 * Variance over some axes, or all: the mean square of what each lies from the mean. As in NumPy it divides by how many
 * there are, which is what layers that normalize do; PyTorch's `var` divides by one less unless told not to.
 */
export const variance = /* @__PURE__ */ reduction('var', 1, {
  forward([x], params) {
    const far = spread({ inputs: [x], params })
    return mean(mul(far, far), params)
  },
  jvp: (t, _, at) => mean(mul(mul(2, spread(at)), t), at.params),
  // A sum for the mean, then for each a difference, a square and a sum.
  cost: ([shape = []]) => 4 * sizeOf(shape),
  vjp: (g, _, at) => mul(expand(g, at), mul(2 / count(at.inputs[0], at.params), spread(at))),
})

/** How far the largest element lies above the next: 0 where two are largest. */
export function lead(x: Tensor, params: Params): Tensor {
  const top = max(x, { axis: params.axis, keepdims: true })
  const ties = sum(equal(x, top), params)
  const next = max(where(equal(x, top), -Infinity, x), params)
  return where(greater(ties, 1), 0, sub(reshape(top, ties.shape), next))
}

/** Each largest element's share of the slope: ties split it evenly. */
function shares(at: Where): Tensor {
  const [x] = at.inputs
  const ties = equal(x, expand(at.output, at))
  return div(ties, sum(ties, { axis: at.params.axis, keepdims: true }))
}
/** Largest element along some axes, or all; NaN if any is. A ShapeError over an axis of length 0. */
export const max = /* @__PURE__ */ reduction('max', 1, {
  forward([x], params) {
    const largest = reduce(x, params, larger, -Infinity)
    if (largest.size > 0 && x.size === 0) throw new ShapeError('max', [x.shape], 'no values have no largest')
    return largest
  },
  jvp: (t, _, at) => sum(mul(t, shares(at)), at.params),
  vjp: (g, _, at) => mul(expand(g, at), shares(at)),
  corners: ([x], params) => lead(x, params),
})

/** The largest value that can be subtracted before exp: 0 in place of ±∞, which would make NaN. */
const ceiling = (x: Tensor, axis: readonly number[]): Tensor => {
  const top = reduce(x, { axis, keepdims: true }, larger, -Infinity)
  return new Tensor(
    top.data.map((value) => (Number.isFinite(value) ? value : 0)),
    top.shape,
  )
}
/** log Σ exp over some axes, or all, by a form that cannot overflow; −∞ over none. */
export const logsumexp = /* @__PURE__ */ reduction('logsumexp', 1, {
  forward([x], params) {
    const top = ceiling(x, params.axis)
    const total = reduce(exp(sub(x, top)), params, plus, 0)
    return new Tensor(
      total.data.map((value, k) => Math.log(value) + nth(top.data, k)),
      total.shape,
    )
  },
  jvp: (t, _, at) => sum(mul(t, exp(sub(at.inputs[0], expand(at.output, at)))), at.params),
  vjp: (g, _, at) => mul(expand(g, at), exp(sub(at.inputs[0], expand(at.output, at)))),
})

/** An op that rescales along an axis and keeps the shape. */
const normalization = (
  name: string,
  rules: Rules,
): Op<(a: TensorLike, options?: Omit<ReduceOptions, 'keepdims'>) => Tensor> => {
  const primitive: Primitive<One, Params> = {
    ...rules,
    name,
    shape: ([shape = []]) => shape,
    formula: along(name),
    cost: ([shape = []]) => 3 * sizeOf(shape),
    points: [
      { shapes: 'ab', params: { axis: [1], keepdims: true } },
      { shapes: 'abc', params: { axis: [0, 2], keepdims: true } },
      { shapes: '', params: { axis: [], keepdims: true } },
    ],
    arity: 1,
    settings: [{ name: 'axis', kind: 'axes', optional: true }],
    gathered: true,
  }
  return op(primitive, (a: TensorLike, options: Omit<ReduceOptions, 'keepdims'> = {}) => {
    const x = toTensor(a)
    const axis = axes([name, 'axis'], gathered(primitive as Primitive, options).axis ?? -1)
    return bind(primitive, [x], { axis: x.rank ? resolveAxes(name, axis, x.shape) : [], keepdims: true })
  })
}

/** The Jacobian of softmax, which is symmetric: y ⊙ (t − Σ y ⊙ t). */
const softmaxRule = (t: Tensor, _: number, { output: y, params }: Where): Tensor =>
  mul(y, sub(t, sum(mul(y, t), params)))

/** exp(x) / Σ exp(x) along an axis (the last unless told otherwise), by a form that cannot overflow. */
export const softmax = /* @__PURE__ */ normalization('softmax', {
  forward([x], params) {
    const y = exp(sub(x, ceiling(x, params.axis)))
    return div(y, reduce(y, params, plus, 0))
  },
  jvp: softmaxRule,
  vjp: softmaxRule,
})

/** log(softmax(x)) along an axis (the last unless told otherwise), exact where softmax itself underflows. */
export const logSoftmax = /* @__PURE__ */ normalization('logSoftmax', {
  forward: ([x], params) => sub(x, logsumexp(x, params)),
  jvp: (t, _, { output: y, params }) => sub(t, sum(mul(exp(y), t), params)),
  vjp: (g, _, { output: y, params }) => sub(g, mul(exp(y), sum(g, params))),
})

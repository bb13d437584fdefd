import { nth } from '../core/entry.ts'
import { ShapeError, showShape } from '../core/errors.ts'
import { byName, letter, raised, row } from '../core/formula.ts'
import { bind, multilinear, op, type One, type Primitive } from '../core/primitive.ts'
import {
  broadcastShapes,
  broadcastStrides,
  offsets,
  resolveAxis,
  sameShape,
  sizeOf,
  stridesOf,
} from '../core/shape.ts'
import type { Shape } from '../core/shape.ts'
import { allocate, Tensor, toTensor, type TensorLike } from '../core/tensor.ts'
import { wholes } from './settings.ts'
import { sum } from './reduce.ts'

/** Moving numbers about takes no operations on them. */
export const free = (): number => 0

/** The elements a strided view reads, side by side again. */
export function copy(x: Tensor, shape: Shape, strides: readonly number[], start = 0): Tensor {
  const at = offsets(shape, strides, start)
  const out = allocate(x.dtype, at.length)
  for (let k = 0; k < at.length; k++) out[k] = x.data[at[k] as number] as number // in range: made for this shape
  return new Tensor(out, shape)
}

const transposed: Primitive<One, { readonly axes: readonly number[] }> = /* @__PURE__ */ multilinear({
  name: 'transpose',
  forward([x], { axes }) {
    const strides = stridesOf(x.shape)
    const pick = (list: readonly number[]): number[] => axes.map((axis) => nth(list, axis))
    return copy(x, pick(x.shape), pick(strides))
  },
  vjp(g, _, { params: { axes } }) {
    const back = axes.map((_, axis) => axes.indexOf(axis))
    return transpose(g, back)
  },
  shape: ([shape = []], { axes }) => axes.map((axis) => nth(shape, axis)),
  formula: (shown, shapes, { axes }) =>
    shapes[0]?.length === 2
      ? [row(shown(0, 5), raised(letter('⊤'))), 5]
      : byName('transpose', axes)(shown, shapes, undefined),
  cost: free,
  points: [
    { shapes: 'ab', params: { axes: [1, 0] } },
    { shapes: 'abc', params: { axes: [2, 0, 1] } },
    { shapes: '', params: { axes: [] } },
  ],
  arity: 1,
  settings: [{ name: 'axes', kind: 'wholes', optional: true }],
})
/** Reorders the axes, back to front unless told otherwise. A ShapeError unless each axis is named once. */
export const transpose = /* @__PURE__ */ op(transposed, (a: TensorLike, axes?: readonly number[]): Tensor => {
  const x = toTensor(a)
  const given = axes === undefined ? undefined : wholes(['transpose', 'axes'], axes)
  const order =
    given?.map((k) => resolveAxis('transpose', k, x.shape)) ?? x.shape.map((_, k) => x.rank - 1 - k)
  if (order.length !== x.rank || new Set(order).size !== x.rank)
    throw new ShapeError('transpose', [x.shape], `[${order}] does not name each axis once`)
  return bind(transposed, [x], { axes: order })
})

interface To {
  readonly shape: Shape
}
const reshaped: Primitive<One, To> = /* @__PURE__ */ multilinear({
  name: 'reshape',
  forward: ([x], { shape }) => new Tensor(x.data, shape),
  vjp: (g, _, { inputs: [x] }) => reshape(g, x.shape),
  shape: (_, { shape }) => shape,
  formula: (shown, shapes, { shape }) => byName('reshape', shape)(shown, shapes, undefined),
  cost: free,
  points: [
    { shapes: 'ab', params: ({ a = 0, b = 0 }) => ({ shape: [a * b] }) },
    { shapes: 'ab', params: ({ a = 0, b = 0 }) => ({ shape: [b, 1, a] }) },
    { shapes: '', params: { shape: [1, 1] } },
  ],
  arity: 1,
  settings: [{ name: 'shape', kind: 'wholes' }],
})
/**
 * The same elements in the same order under another shape; one length may be −1, to be worked out. A ShapeError where
 * the number of elements would change.
 */
export const reshape = /* @__PURE__ */ op(reshaped, (a: TensorLike, to: number | Shape): Tensor => {
  const x = toTensor(a)
  const shape = wholes(['reshape', 'shape'], to)
  if (sameShape(x.shape, shape)) return x
  const rest = shape.filter((length) => length !== -1)
  const missing = x.size / sizeOf(rest)
  const whole = shape.map((length) => (length === -1 && Number.isInteger(missing) ? missing : length))
  if (shape.length - rest.length <= 1 && whole.every((length) => length >= 0) && sizeOf(whole) === x.size)
    return bind(reshaped, [x], { shape: whole })
  const reason = `${x.size} values do not fill ${showShape(shape)}`
  throw new ShapeError('reshape', [x.shape, shape], reason, {}, ' to ')
})

const broadcast: Primitive<One, To> = /* @__PURE__ */ multilinear({
  name: 'broadcastTo',
  forward: ([x], { shape }) => copy(x, shape, broadcastStrides(x.shape, shape)),
  vjp: (g, _, { inputs: [x] }) => sumTo(g, x.shape),
  shape: (_, { shape }) => shape,
  formula: (shown, shapes, { shape }) => byName('broadcastTo', shape)(shown, shapes, undefined),
  cost: free,
  points: [
    { shapes: 'b', params: ({ a = 0, b = 0 }) => ({ shape: [a, b] }) },
    { shapes: 'a1', params: ({ a = 0, b = 0 }) => ({ shape: [a, b] }) },
    { shapes: '', params: ({ a = 0 }) => ({ shape: [2, a] }) },
  ],
  arity: 1,
  settings: [{ name: 'shape', kind: 'wholes' }],
})
/** Repeats along new axes in front and along axes of length 1. A ShapeError where the lengths differ. */
export const broadcastTo = /* @__PURE__ */ op(broadcast, (a: TensorLike, to: number | Shape): Tensor => {
  const x = toTensor(a)
  const shape = wholes(['broadcastTo', 'shape'], to)
  if (shape.some((length) => length < 0))
    throw new ShapeError('broadcastTo', [x.shape, shape], 'no length is below 0', {}, ' to ')
  if (sameShape(x.shape, shape)) return x
  if (sameShape(broadcastShapes('broadcastTo', [x.shape, shape]), shape))
    return bind(broadcast, [x], { shape })
  throw new ShapeError('broadcastTo', [x.shape, shape], 'only axes of length 1 can be repeated', {}, ' to ')
})

/** The way back from a broadcast: whatever was repeated is summed. */
export function sumTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x
  const lead = x.rank - shape.length
  const repeated = (k: number): boolean => k < lead || (x.shape[k] !== 1 && shape[k - lead] === 1)
  const axis = x.shape.map((_, k) => k).filter(repeated)
  return reshape(sum(x, { axis }), shape)
}

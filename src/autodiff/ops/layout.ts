import { ShapeError } from '../errors.ts'
import { bind, op, type Primitive } from '../primitive.ts'
import { offsets, resolveAxis, sameShape, showShape, sizeOf, stridesOf } from '../shape.ts'
import { broadcastShapes, broadcastStrides, type Shape } from '../shape.ts'
import { allocate, resultType, Tensor, toTensor, type TensorLike } from '../tensor.ts'
import { sum } from './reduce.ts'

type One = readonly [Tensor]
const free = (): number => 0

/** The elements a strided view reads, side by side again. */
function gather(x: Tensor, shape: Shape, strides: readonly number[], start = 0): Tensor {
  const at = offsets(shape, strides, start)
  const out = allocate(x.dtype, at.length)
  for (let k = 0; k < at.length; k++) out[k] = x.data[at[k] as number] as number // in range: made for this shape
  return new Tensor(out, shape)
}

const transposePrimitive: Primitive<One, { readonly axes: readonly number[] }> = {
  name: 'transpose',
  forward([x], { axes }) {
    const strides = stridesOf(x.shape)
    return gather(
      x,
      axes.map((axis) => x.shape[axis] ?? 1),
      axes.map((axis) => strides[axis] ?? 0),
    )
  },
  jvp: (t, _, { params }) => transpose(t, params.axes),
  vjp: (g, _, { params }) =>
    transpose(
      g,
      params.axes.map((_, axis) => params.axes.indexOf(axis)),
    ),
  tex: ([x], [shape], { axes }) =>
    shape?.length === 2
      ? [`${x?.(5)}^{\\top}`, 5]
      : [`\\operatorname{transpose}_{${axes}}\\left(${x?.(0)}\\right)`, 4],
  cost: free,
  points: [
    { shapes: 'ab', params: { axes: [1, 0] } },
    { shapes: 'abc', params: { axes: [2, 0, 1] } },
    { shapes: '', params: { axes: [] } },
  ],
  settings: ['axes'],
}
/** Reorders the axes, back to front unless told otherwise. A ShapeError unless each axis is named once. */
export const transpose = /* @__PURE__ */ op(
  transposePrimitive,
  (a: TensorLike, axes?: readonly number[]): Tensor => {
    const x = toTensor(a)
    const order =
      axes?.map((axis) => resolveAxis('transpose', axis, x.shape)) ?? x.shape.map((_, k) => k).reverse()
    if (order.length !== x.rank || new Set(order).size !== x.rank)
      throw new ShapeError('transpose', [x.shape], `[${order}] does not name each axis once`)
    return bind(transposePrimitive, [x], { axes: order })
  },
)

const reshapePrimitive: Primitive<One, { readonly shape: Shape }> = {
  name: 'reshape',
  forward: ([x], { shape }) => new Tensor(x.data, shape),
  jvp: (t, _, { params }) => reshape(t, params.shape),
  vjp: (g, _, { inputs: [x] }) => reshape(g, x.shape),
  tex: ([x], _, { shape }) => [
    `\\operatorname{reshape}_{${shape.join(' \\times ')}}\\left(${x?.(0)}\\right)`,
    4,
  ],
  cost: free,
  points: [
    { shapes: 'ab', params: ({ a = 0, b = 0 }) => ({ shape: [a * b] }) },
    { shapes: 'ab', params: ({ a = 0, b = 0 }) => ({ shape: [b, 1, a] }) },
    { shapes: '', params: { shape: [1, 1] } },
  ],
  settings: ['shape'],
}
/** The same elements in the same order under another shape; one length may be −1, to be worked out. */
export const reshape = /* @__PURE__ */ op(reshapePrimitive, (a: TensorLike, shape: Shape): Tensor => {
  const x = toTensor(a)
  if (sameShape(x.shape, shape)) return x
  const rest = shape.filter((length) => length !== -1)
  const missing = x.size / sizeOf(rest)
  const full = shape.map((length) => (length === -1 && Number.isInteger(missing) ? missing : length))
  if (shape.length - rest.length > 1 || rest.some((length) => length < 0) || sizeOf(full) !== x.size)
    throw new ShapeError(
      'reshape',
      [x.shape, shape],
      `${x.size} values do not fill ${showShape(shape)}`,
      {},
      ' to ',
    )
  return bind(reshapePrimitive, [x], { shape: full })
})

const broadcastPrimitive: Primitive<One, { readonly shape: Shape }> = {
  name: 'broadcastTo',
  forward: ([x], { shape }) => gather(x, shape, broadcastStrides(x.shape, shape)),
  jvp: (t, _, { params }) => broadcastTo(t, params.shape),
  vjp: (g, _, { inputs: [x] }) => sumTo(g, x.shape),
  tex: ([x], _, { shape }) => [
    `\\operatorname{broadcast}_{${shape.join(' \\times ')}}\\left(${x?.(0)}\\right)`,
    4,
  ],
  cost: free,
  points: [
    { shapes: 'b', params: ({ a = 0, b = 0 }) => ({ shape: [a, b] }) },
    { shapes: 'a1', params: ({ a = 0, b = 0 }) => ({ shape: [a, b] }) },
    { shapes: '', params: ({ a = 0 }) => ({ shape: [2, a] }) },
  ],
  settings: ['shape'],
}
/** Repeats along new axes in front and along axes of length 1. A ShapeError where the lengths differ. */
export const broadcastTo = /* @__PURE__ */ op(broadcastPrimitive, (a: TensorLike, shape: Shape): Tensor => {
  const x = toTensor(a)
  if (sameShape(x.shape, shape)) return x
  if (!sameShape(broadcastShapes('broadcastTo', [x.shape, shape]), shape))
    throw new ShapeError('broadcastTo', [x.shape, shape], 'only axes of length 1 can be repeated', {}, ' to ')
  return bind(broadcastPrimitive, [x], { shape })
})

/** The way back from a broadcast: whatever was repeated is summed. */
export function sumTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x
  const lead = x.rank - shape.length
  const axis = x.shape.flatMap((length, k) =>
    k < lead || (length !== 1 && shape[k - lead] === 1) ? [k] : [],
  )
  return reshape(sum(x, { axis }), shape)
}

interface SlicePart {
  readonly start: Shape
  readonly end: Shape
}
const slicePrimitive: Primitive<One, SlicePart> = {
  name: 'slice',
  forward([x], { start, end }) {
    const strides = stridesOf(x.shape)
    const first = start.reduce((at, k, axis) => at + k * (strides[axis] ?? 0), 0)
    return gather(
      x,
      end.map((stop, axis) => stop - (start[axis] ?? 0)),
      strides,
      first,
    )
  },
  jvp: (t, _, { params: { start, end } }) => slice(t, start, end),
  vjp: (g, _, { inputs: [x], params: { start } }) => pad(g, start, x.shape),
  tex: ([x], _, { start, end }) => [`${x?.(5)}_{${start.map((k, axis) => `${k}:${end[axis]}`)}}`, 5],
  cost: free,
  points: [
    { shapes: 'ab', params: ({ a = 1, b = 1 }) => ({ start: [0, 1], end: [a - 1, b] }), least: 1 },
    { shapes: 'a', params: ({ a = 1 }) => ({ start: [a - 1], end: [a] }), least: 1 },
    { shapes: '', params: { start: [], end: [] } },
  ],
  settings: ['start', 'end'],
}
/** From `start` up to, not including, `end`, a number for each axis; negative ones count from the far end. */
export const slice = /* @__PURE__ */ op(slicePrimitive, (a: TensorLike, start: Shape, end: Shape): Tensor => {
  const x = toTensor(a)
  if (start.length !== x.rank || end.length !== x.rank)
    throw new ShapeError(
      'slice',
      [x.shape],
      `needs ${x.rank} starts and ends, got ${start.length} and ${end.length}`,
    )
  const clamp = (k: number, axis: number): number => {
    const length = x.shape[axis] ?? 0
    return Math.min(Math.max(k < 0 ? k + length : k, 0), length)
  }
  const from = start.map(clamp)
  const to = end.map((k, axis) => Math.max(clamp(k, axis), from[axis] ?? 0))
  return bind(slicePrimitive, [x], { start: from, end: to })
})

interface PadPart {
  readonly start: Shape
  readonly shape: Shape
}
const padPrimitive: Primitive<One, PadPart> = {
  name: 'pad',
  forward([x], { start, shape }) {
    const out = allocate(x.dtype, sizeOf(shape))
    put(x, out, start, shape)
    return new Tensor(out, shape)
  },
  jvp: (t, _, { params: { start, shape } }) => pad(t, start, shape),
  vjp: (g, _, { inputs: [x], params: { start } }) =>
    slice(
      g,
      start,
      x.shape.map((length, axis) => length + (start[axis] ?? 0)),
    ),
  tex: ([x]) => [`\\operatorname{pad}\\left(${x?.(0)}\\right)`, 4],
  cost: free,
  points: [
    { shapes: 'ab', params: ({ a = 0, b = 0 }) => ({ start: [1, 0], shape: [a + 2, b] }) },
    { shapes: '', params: { start: [], shape: [] } },
  ],
  settings: ['start', 'shape'],
}
/** Sets a tensor into zeros of a larger shape, its first element at `start`: the reverse of a slice. */
export const pad = /* @__PURE__ */ op(padPrimitive, (a: TensorLike, start: Shape, shape: Shape): Tensor => {
  const x = toTensor(a)
  if (
    start.length !== x.rank ||
    shape.length !== x.rank ||
    x.shape.some((n, k) => n + (start[k] ?? 0) > (shape[k] ?? 0))
  )
    throw new ShapeError('pad', [x.shape, shape], `does not fit at [${start}]`, {}, ' to ')
  return bind(padPrimitive, [x], { start, shape })
})

function put(x: Tensor, out: Tensor['data'], start: Shape, shape: Shape): void {
  const strides = stridesOf(shape)
  const first = start.reduce((at, k, axis) => at + k * (strides[axis] ?? 0), 0)
  const at = offsets(x.shape, strides, first)
  for (let k = 0; k < at.length; k++) out[at[k] as number] = x.data[k] as number // in range: made for this shape
}

const concatPrimitive: Primitive<readonly Tensor[], { readonly axis: number }> = {
  name: 'concat',
  forward(inputs, { axis }) {
    const first = inputs[0]?.shape ?? []
    const shape = first.with(
      axis,
      inputs.reduce((total, x) => total + (x.shape[axis] ?? 0), 0),
    )
    const out = allocate(resultType(inputs), sizeOf(shape))
    for (const [i, x] of inputs.entries()) put(x, out, startOf(inputs, i, axis), shape)
    return new Tensor(out, shape)
  },
  jvp: (t, i, { inputs, output, params: { axis } }) => pad(t, startOf(inputs, i, axis), output.shape),
  vjp(g, i, { inputs, params: { axis } }) {
    const start = startOf(inputs, i, axis)
    return slice(
      g,
      start,
      (inputs[i]?.shape ?? []).map((length, k) => length + (start[k] ?? 0)),
    )
  },
  tex: (args) => [`\\left[${args.map((arg) => arg(0)).join(' \\mid ')}\\right]`, 5],
  cost: free,
  points: [
    { shapes: 'ab,cb', params: { axis: 0 } },
    { shapes: 'ab,ac', params: { axis: 1 } },
    { shapes: 'a,b,c', params: { axis: 0 } },
  ],
  options: ['axis'],
}
const startOf = (inputs: readonly Tensor[], i: number, axis: number): number[] =>
  (inputs[0]?.shape ?? []).map((_, k) =>
    k === axis ? inputs.slice(0, i).reduce((total, x) => total + (x.shape[axis] ?? 0), 0) : 0,
  )

/** Joins tensors end to end along an axis, the first unless told otherwise; all other lengths must agree. */
export const concat = /* @__PURE__ */ op(
  concatPrimitive,
  (parts: readonly TensorLike[], { axis = 0 }: { readonly axis?: number } = {}): Tensor => {
    const inputs = parts.map(toTensor)
    const [first] = inputs
    if (first === undefined) throw new ShapeError('concat', [], 'needs at least one tensor')
    const along = resolveAxis('concat', axis, first.shape)
    for (const x of inputs) agree('concat', first.shape, x.shape, along)
    return bind(concatPrimitive, inputs, { axis: along })
  },
)

function agree(name: string, a: Shape, b: Shape, except?: number): void {
  if (a.length !== b.length) throw new ShapeError(name, [a, b], `rank ${a.length} ≠ ${b.length}`)
  for (const [axis, length] of a.entries())
    if (axis !== except && length !== b[axis])
      throw new ShapeError(name, [a, b], `axis ${axis}: ${length} ≠ ${b[axis]}`, {
        axis,
        dims: [length, b[axis] ?? 0],
      })
}

const stackPrimitive: Primitive<readonly Tensor[], { readonly axis: number }> = {
  name: 'stack',
  forward(inputs, { axis }) {
    const shape = (inputs[0]?.shape ?? []).toSpliced(axis, 0, inputs.length)
    const out = allocate(resultType(inputs), sizeOf(shape))
    for (const [i, x] of inputs.entries()) put(lift(x, axis), out, layer(shape, axis, i), shape)
    return new Tensor(out, shape)
  },
  jvp: (t, i, { output: { shape }, params: { axis } }) => pad(lift(t, axis), layer(shape, axis, i), shape),
  vjp(g, i, { inputs, params: { axis } }) {
    const end = g.shape.with(axis, i + 1)
    return reshape(slice(g, layer(g.shape, axis, i), end), inputs[i]?.shape ?? [])
  },
  tex: (args) => [`\\begin{bmatrix}${args.map((arg) => arg(0)).join(' \\\\ ')}\\end{bmatrix}`, 5],
  cost: free,
  points: [
    { shapes: 'ab,ab', params: { axis: 0 } },
    { shapes: 'ab,ab,ab', params: { axis: 2 } },
    { shapes: ',', params: { axis: 0 } },
  ],
  options: ['axis'],
}
const lift = (x: Tensor, axis: number): Tensor => reshape(x, x.shape.toSpliced(axis, 0, 1))
const layer = (shape: Shape, axis: number, i: number): number[] => shape.map((_, k) => (k === axis ? i : 0))

/** Joins tensors of one shape along a new axis, in front unless told otherwise. */
export const stack = /* @__PURE__ */ op(
  stackPrimitive,
  (parts: readonly TensorLike[], { axis = 0 }: { readonly axis?: number } = {}): Tensor => {
    const inputs = parts.map(toTensor)
    const [first] = inputs
    if (first === undefined) throw new ShapeError('stack', [], 'needs at least one tensor')
    for (const x of inputs) agree('stack', first.shape, x.shape)
    return bind(stackPrimitive, inputs, { axis: resolveAxis('stack', axis, [inputs.length, ...first.shape]) })
  },
)

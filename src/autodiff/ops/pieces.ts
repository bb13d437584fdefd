import { nth } from '../core/entry.ts'
import { ShapeError } from '../core/errors.ts'
import {
  byName,
  fenced,
  joined as inARow,
  lowered,
  mark,
  numeral,
  row,
  sign,
  table,
} from '../core/formula.ts'
import { bind, multilinear, op, type One, type Primitive } from '../core/primitive.ts'
import { offsets, resolveAxis, sizeOf, stridesOf, type Shape } from '../core/shape.ts'
import { gathered, whole, wholes } from './settings.ts'
import { allocate, resultType, Tensor, toTensor, type Data, type TensorLike } from '../core/tensor.ts'
import { copy, free, reshape } from './layout.ts'

/** Where in memory the element at an index lies. */
const placeOf = (index: Shape, strides: readonly number[]): number =>
  index.reduce((at, k, axis) => at + k * nth(strides, axis), 0)
const plus = (a: Shape, b: Shape): number[] => a.map((length, axis) => length + nth(b, axis))

const between = (start: Shape, end: Shape): number[] => end.map((stop, axis) => stop - nth(start, axis))

interface Part {
  readonly start: Shape
  readonly end: Shape
}
const sliced: Primitive<One, Part> = /* @__PURE__ */ multilinear<One, Part>({
  name: 'slice',
  forward([x], { start, end }) {
    const strides = stridesOf(x.shape)
    return copy(x, between(start, end), strides, placeOf(start, strides))
  },
  shape: (_, { start, end }) => between(start, end),
  vjp: (g, _, { inputs: [x], params: { start } }) => pad(g, start, x.shape),
  formula: (shown, _, { start, end }) => {
    const ranges = start.map((k, axis) => row(numeral(k), mark(':'), numeral(nth(end, axis))))
    return [row(shown(0, 5), lowered(inARow(ranges, mark(',')))), 5]
  },
  cost: free,
  points: [
    { shapes: 'ab', params: ({ a = 1, b = 1 }) => ({ start: [0, 1], end: [a - 1, b] }), least: 1 },
    { shapes: 'a', params: ({ a = 1 }) => ({ start: [a - 1], end: [a] }), least: 1 },
    { shapes: '', params: { start: [], end: [] } },
  ],
  arity: 1,
  settings: [
    { name: 'start', kind: 'wholes' },
    { name: 'end', kind: 'wholes' },
  ],
})
/**
 * From `start` up to, not including, `end`, a number for each axis; negative ones count from the far end. A ShapeError
 * where these are not one for each axis.
 */
export const slice = /* @__PURE__ */ op(
  sliced,
  (a: TensorLike, first: number | Shape, stop: number | Shape): Tensor => {
    const x = toTensor(a)
    const [start, end] = [wholes(['slice', 'start'], first), wholes(['slice', 'end'], stop)]
    if (start.length !== x.rank || end.length !== x.rank)
      throw new ShapeError(
        'slice',
        [x.shape],
        `needs ${x.rank} starts and ends, got ${start.length} and ${end.length}`,
      )
    const clamp = (k: number, axis: number): number => {
      const length = nth(x.shape, axis)
      return Math.min(Math.max(k < 0 ? k + length : k, 0), length)
    }
    const from = start.map(clamp)
    const to = end.map((k, axis) => Math.max(clamp(k, axis), nth(from, axis)))
    return bind(sliced, [x], { start: from, end: to })
  },
)

interface Frame {
  readonly start: Shape
  readonly shape: Shape
}
const padded: Primitive<One, Frame> = /* @__PURE__ */ multilinear<One, Frame>({
  name: 'pad',
  forward([x], { start, shape }) {
    const out = allocate(x.dtype, sizeOf(shape))
    put(x, out, start, shape)
    return new Tensor(out, shape)
  },
  shape: (_, { shape }) => shape,
  vjp: (g, _, { inputs: [x], params: { start } }) => slice(g, start, plus(x.shape, start)),
  formula: byName('pad'),
  cost: free,
  points: [
    { shapes: 'ab', params: ({ a = 0, b = 0 }) => ({ start: [1, 0], shape: [a + 2, b] }) },
    { shapes: '', params: { start: [], shape: [] } },
  ],
  arity: 1,
  settings: [
    { name: 'start', kind: 'wholes' },
    { name: 'shape', kind: 'wholes' },
  ],
})
/** Sets a tensor into zeros of a larger shape, its first element at `start`: the reverse of a slice. */
export const pad = /* @__PURE__ */ op(
  padded,
  (a: TensorLike, first: number | Shape, to: number | Shape): Tensor => {
    const x = toTensor(a)
    const [start, shape] = [wholes(['pad', 'start'], first), wholes(['pad', 'shape'], to)]
    const fits = (length: number, axis: number): boolean =>
      length <= nth(shape, axis) && nth(start, axis) >= 0
    if (start.length === x.rank && shape.length === x.rank && plus(x.shape, start).every(fits))
      return bind(padded, [x], { start, shape })
    throw new ShapeError('pad', [x.shape, shape], `does not fit at [${start}]`, {}, ' to ')
  },
)

/** Writes a tensor into a larger one. */
function put(x: Tensor, out: Data, start: Shape, shape: Shape): void {
  const strides = stridesOf(shape)
  const at = offsets(x.shape, strides, placeOf(start, strides))
  for (let k = 0; k < at.length; k++) out[at[k] as number] = x.data[k] as number // in range: made for this shape
}

interface Along {
  readonly axis: number
}
/** Where part i begins in the whole: after all parts before it. */
const startOf = (inputs: readonly Tensor[], i: number, axis: number): number[] =>
  (inputs[i]?.shape ?? []).map((_, k) => (k === axis ? lengthOf(shapesOf(inputs.slice(0, i)), axis) : 0))
const shapesOf = (inputs: readonly Tensor[]): Shape[] => inputs.map(({ shape }) => shape)
const joinedShape = (shapes: readonly Shape[], axis: number): Shape =>
  nth(shapes, 0).with(axis, lengthOf(shapes, axis))
const lengthOf = (shapes: readonly Shape[], axis: number): number =>
  shapes.reduce((total, shape) => total + nth(shape, axis), 0)

const joined: Primitive<readonly Tensor[], Along> = {
  name: 'concat',
  forward(inputs, { axis }) {
    const shape = joinedShape(shapesOf(inputs), axis)
    const out = allocate(resultType(inputs), sizeOf(shape))
    for (const [i, x] of inputs.entries()) put(x, out, startOf(inputs, i, axis), shape)
    return new Tensor(out, shape)
  },
  shape: (shapes, { axis }) => joinedShape(shapes, axis),
  jvp: (t, i, { inputs, output, params: { axis } }) => pad(t, startOf(inputs, i, axis), output.shape),
  vjp(g, i, { inputs, params: { axis } }) {
    const start = startOf(inputs, i, axis)
    return slice(g, start, plus(start, inputs[i]?.shape ?? []))
  },
  formula: (shown, shapes) => [
    fenced(
      inARow(
        shapes.map((_, k) => shown(k, 0)),
        sign('|'),
      ),
      '[',
      ']',
    ),
    5,
  ],
  cost: free,
  points: [
    { shapes: 'ab,cb', params: { axis: 0 } },
    { shapes: 'ab,ac', params: { axis: 1 } },
    { shapes: 'a,b,c', params: { axis: 0 } },
  ],
  takesList: true,
  settings: [{ name: 'axis', kind: 'whole', optional: true }],
  gathered: true,
}
interface JoinOptions {
  readonly axis?: number
}
/** The axis to join along, the first unless told otherwise. */
const axisOf = (join: Primitive<readonly Tensor[], Along>, options: JoinOptions): number =>
  whole([join.name, 'axis'], gathered(join as Primitive, options).axis ?? 0)

/** The tensors of a list; one tensor is no list of them. */
function listed(name: string, parts: readonly TensorLike[]): Tensor[] {
  if (Array.isArray(parts)) return parts.map(toTensor)
  throw new ShapeError(name, [], 'it takes a list of tensors, such as [a, b]')
}

/**
 * Joins tensors end to end along an axis, the first unless told otherwise; a ShapeError where their other lengths
 * differ.
 */
export const concat = /* @__PURE__ */ op(
  joined,
  (parts: readonly TensorLike[], options: JoinOptions = {}): Tensor => {
    const inputs = listed('concat', parts)
    const axis = axisOf(joined, options)
    const along = resolveAxis('concat', axis, agreed('concat', inputs, axis))
    return bind(joined, inputs, { axis: along })
  },
)

/** The shape that all parts share, except along one axis; a ShapeError when they do not, or there are none. */
function agreed(name: string, [first, ...others]: readonly Tensor[], except?: number): Shape {
  if (first === undefined) throw new ShapeError(name, [], 'needs at least one tensor')
  const along = except !== undefined && except < 0 ? except + first.rank : except
  for (const { shape } of others) {
    const fail = (reason: string, clash = {}): never => {
      throw new ShapeError(name, [first.shape, shape], reason, clash)
    }
    if (first.rank !== shape.length) fail(`rank ${first.rank} ≠ ${shape.length}`)
    for (const [axis, length] of first.shape.entries())
      if (axis !== along && length !== shape[axis])
        fail(`axis ${axis}: ${length} ≠ ${shape[axis]}`, { axis, dims: [length, shape[axis]] })
  }
  return first.shape
}

const stacked: Primitive<readonly Tensor[], Along> = {
  name: 'stack',
  forward: (inputs, params) =>
    joined.forward(
      inputs.map((x) => lift(x, params.axis)),
      params,
    ),
  shape: (shapes, { axis }) => nth(shapes, 0).toSpliced(axis, 0, shapes.length),
  jvp: (t, i, { output: { shape }, params: { axis } }) => pad(lift(t, axis), layer(shape, axis, i), shape),
  vjp(g, i, { inputs, params: { axis } }) {
    const one = slice(g, layer(g.shape, axis, i), g.shape.with(axis, i + 1))
    return reshape(one, inputs[i]?.shape ?? [])
  },
  formula: (shown, shapes) => [table(shapes.map((_, k) => [shown(k, 0)])), 5],
  cost: free,
  points: [
    { shapes: 'ab,ab', params: { axis: 0 } },
    { shapes: 'ab,ab,ab', params: { axis: 2 } },
    { shapes: ',', params: { axis: 0 } },
  ],
  takesList: true,
  settings: [{ name: 'axis', kind: 'whole', optional: true }],
  gathered: true,
}
const lift = (x: Tensor, axis: number): Tensor => reshape(x, x.shape.toSpliced(axis, 0, 1))
const layer = (shape: Shape, axis: number, i: number): number[] => shape.map((_, k) => (k === axis ? i : 0))

/** Joins tensors of one shape along a new axis, in front unless told otherwise; a ShapeError where shapes differ. */
export const stack = /* @__PURE__ */ op(
  stacked,
  (parts: readonly TensorLike[], options: JoinOptions = {}): Tensor => {
    const inputs = listed('stack', parts)
    const shape = agreed('stack', inputs)
    const axis = axisOf(stacked, options)
    return bind(stacked, inputs, { axis: resolveAxis('stack', axis, [inputs.length, ...shape]) })
  },
)

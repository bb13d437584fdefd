import { ShapeError } from '../core/errors.ts'
import { byName } from '../core/formula.ts'
import { bind, multilinear, op, type One, type Primitive } from '../core/primitive.ts'
import { resolveAxis, sizeOf, type Shape } from '../core/shape.ts'
import { gathered, whole } from './settings.ts'
import { allocate, full, Tensor, toTensor, type TensorLike } from '../core/tensor.ts'
import { reshape } from './layout.ts'
import { lead } from './reduce.ts'

interface Along {
  readonly axis: number
}

/** Calls back for each line of a tensor along an axis: where it begins, and how far apart its elements lie. */
function eachLine(
  shape: Shape,
  axis: number,
  visit: (start: number, step: number, line: number) => void,
): void {
  const step = sizeOf(shape.slice(axis + 1))
  const block = step * (shape[axis] as number) // an axis that is there
  const blocks = sizeOf(shape.slice(0, axis))
  for (let k = 0, line = 0; k < blocks; k++) for (let j = 0; j < step; j++) visit(k * block + j, step, line++)
}

const running: Primitive<One, Along & { readonly reverse: boolean }> = /* @__PURE__ */ multilinear({
  name: 'cumsum',
  forward([x], { axis, reverse }) {
    const out = allocate(x.dtype, x.size)
    const length = x.shape[axis] as number // an axis that is there
    eachLine(x.shape, axis, (start, step) => {
      let total = 0
      for (let k = 0; k < length; k++) {
        const at = start + (reverse ? length - 1 - k : k) * step
        total += x.data[at] as number // in range
        out[at] = total
      }
    })
    return new Tensor(out, x.shape)
  },
  vjp: (g, _, { params: { axis, reverse } }) => bind(running, [g], { axis, reverse: !reverse }),
  shape: ([shape = []]) => shape,
  formula: (shown, shapes, { axis }) => byName('cumsum', [axis])(shown, shapes, undefined),
  cost: ([shape = []]) => sizeOf(shape),
  arity: 1,
  settings: [{ name: 'axis', kind: 'whole', optional: true }],
  gathered: true,
  points: [
    { shapes: 'a', params: { axis: 0, reverse: false } },
    { shapes: 'ab', params: { axis: 0, reverse: true } },
    { shapes: 'abc', params: { axis: 1, reverse: false } },
  ],
})
interface AxisOptions {
  readonly axis?: number | undefined
}
/** The sum of all up to each place along an axis, the last unless told otherwise; a ShapeError for a scalar. */
export const cumsum = /* @__PURE__ */ op(running, (a: TensorLike, options: AxisOptions = {}): Tensor => {
  const x = toTensor(a)
  const axis = whole(['cumsum', 'axis'], gathered(running as Primitive, options).axis ?? -1)
  return bind(running, [x], { axis: resolveAxis('cumsum', axis, x.shape), reverse: false })
})

const place: Primitive<One, Along> = {
  name: 'argmax',
  steady: true,
  forward([x], { axis }) {
    const shape = x.shape.toSpliced(axis, 1)
    const out = allocate(x.dtype, sizeOf(shape))
    const length = x.shape[axis] as number // an axis that is there
    if (length === 0 && out.length > 0) throw new ShapeError('argmax', [x.shape], 'no values have no largest')
    eachLine(x.shape, axis, (start, step, line) => {
      let best = 0
      const at = (k: number): number => x.data[start + k * step] as number // in range
      for (let k = 1; k < length && !Number.isNaN(at(best)); k++) if (!(at(k) <= at(best))) best = k
      out[line] = best
    })
    return new Tensor(out, shape)
  },
  jvp: (_, __, { output: { shape, dtype } }) => full(shape, 0, dtype),
  vjp: (_, __, { inputs: [{ shape, dtype }] }) => full(shape, 0, dtype),
  shape: ([shape = []], { axis }) => shape.toSpliced(axis, 1),
  corners: ([x], { axis }) => lead(x, { axis: [axis], keepdims: false }),
  formula: (shown, shapes, { axis }) => byName('argmax', [axis])(shown, shapes, undefined),
  cost: ([shape = []]) => sizeOf(shape),
  arity: 1,
  settings: [{ name: 'axis', kind: 'whole', optional: true }],
  gathered: true,
  points: [
    { shapes: 'a', params: { axis: 0 }, least: 1 },
    { shapes: 'abc', params: { axis: 1 }, least: 1 },
  ],
}
/**
 * The place of the largest element along an axis, or of all in row-major order; of equal ones the first, and NaN counts
 * as largest, as in NumPy. Its derivative is 0. A ShapeError over an axis of length 0.
 */
export const argmax = /* @__PURE__ */ op(place, (a: TensorLike, options: AxisOptions = {}): Tensor => {
  const x = toTensor(a)
  const { axis } = gathered(place as Primitive, options)
  if (axis === undefined) return bind(place, [reshape(x, [x.size])], { axis: 0 })
  return bind(place, [x], { axis: resolveAxis('argmax', whole(['argmax', 'axis'], axis), x.shape) })
})

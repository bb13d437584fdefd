import { ShapeError } from '../core/errors.ts'
import { byName, fenced, lowered, row as inRow } from '../core/formula.ts'
import { bind, op, type One, type Primitive, type Two } from '../core/primitive.ts'
import { whole } from './settings.ts'
import { sizeOf } from '../core/shape.ts'
import { allocate, full, Tensor, toTensor, type TensorLike } from '../core/tensor.ts'
import { free, reshape } from './layout.ts'
import { product } from './product.ts'

/** Places have no slope: what they say does not move a little when they do. */
const still = ({ shape, dtype }: Tensor): Tensor => full(shape, 0, dtype)

/** Numbers that each name one of so many places; a ShapeError at the first that does not. */
function placesIn(name: string, { data, shape }: Tensor, length: number): void {
  for (const k of data)
    if (!Number.isInteger(k) || k < 0 || k >= length)
      throw new ShapeError(name, [shape], `${k} is none of the places 0 to ${length - 1}`)
}

interface Depth {
  readonly depth: number
}
const marked: Primitive<One, Depth> = {
  name: 'onehot',
  forward([places], { depth }) {
    placesIn('onehot', places, depth)
    const out = allocate(places.dtype, places.size * depth)
    places.data.forEach((k, row) => (out[row * depth + k] = 1))
    return new Tensor(out, [...places.shape, depth])
  },
  steady: true,
  jvp: (_, __, { output }) => still(output),
  vjp: (_, __, { inputs: [places] }) => still(places),
  shape: ([shape = []], { depth }) => [...shape, depth],
  formula: (shown, shapes, { depth }) => byName('onehot', [depth])(shown, shapes, undefined),
  cost: free,
  arity: 1,
  settings: [{ name: 'depth', kind: 'whole' }],
  points: [{ shapes: 'bc', params: ({ a = 1 }) => ({ depth: a }), whole: { 0: 'a' }, least: 1 }],
}
/** For each place k among `depth` a row that is 1 at k, else 0: (…) → (…×depth). A ShapeError for what is no place. */
export const onehot = /* @__PURE__ */ op(marked, (labels: TensorLike, depth: number): Tensor => {
  const places = toTensor(labels)
  const length = whole(['onehot', 'depth'], depth)
  if (length < 0) throw new ShapeError('onehot', [places.shape], `a row of ${length} is none`)
  return bind(marked, [places], { depth: length })
})

const chosen: Primitive<Two, undefined> = {
  name: 'gather',
  forward([x, places]) {
    const [length = 0, ...row] = x.shape
    placesIn('gather', places, length)
    const size = sizeOf(row)
    const out = allocate(x.dtype, places.size * size)
    places.data.forEach((k, at) => out.set(x.data.subarray(k * size, (k + 1) * size), at * size))
    return new Tensor(out, [...places.shape, ...row])
  },
  jvp: (t, i, { inputs: [, places], output }) =>
    i === 0 ? bind(chosen, [t, places], undefined) : still(output),
  // An embedding is a product with one-hot rows, so its transpose is a product with their columns.
  vjp(g, i, { inputs: [x, places] }) {
    if (i === 1) return still(places)
    const [length = 0, ...row] = x.shape
    const rows = onehot(reshape(places, [places.size]), length)
    const back = bind(product, [rows, reshape(g, [places.size, sizeOf(row)])], { ta: true, tb: false })
    return reshape(back, x.shape)
  },
  shape: ([x = [], places = []]) => [...places, ...x.slice(1)],
  formula: (shown) => [inRow(shown(0, 5), lowered(fenced(shown(1, 0), '[', ']'))), 5],
  cost: free,
  arity: 2,
  points: [
    { shapes: 'ab,c', whole: { 1: 'a' }, least: 1 },
    { shapes: 'a,cd', whole: { 1: 'a' }, least: 1 },
  ],
}
/**
 * The rows of x at some places, as an embedding has them: (V×…), (…) → (…×…), `onehot(places, V) @ x` without the
 * product. Only x has a gradient. A ShapeError for a scalar x and for what is no place.
 */
export const gather = /* @__PURE__ */ op(chosen, (a: TensorLike, labels: TensorLike): Tensor => {
  const [x, places] = [toTensor(a), toTensor(labels)]
  if (x.rank === 0) throw new ShapeError('gather', [x.shape, places.shape], 'a scalar has no rows')
  return bind(chosen, [x, places], undefined)
})

import { ShapeError } from '../errors.ts'
import { gemm } from '../gemm.ts'
import { bind, multilinear, op, type Primitive } from '../primitive.ts'
import { broadcastShapes, broadcastStrides, offsets, sizeOf, type Shape } from '../shape.ts'
import { allocate, resultType, Tensor, toTensor, type TensorLike } from '../tensor.ts'
import { mul } from './elementwise.ts'
import { reshape, sumTo } from './layout.ts'

type Two = readonly [Tensor, Tensor]
/** Which factors are read transposed: a backward pass needs xᵀ·g and g·wᵀ, and no copy of x or w. */
interface Transposed {
  readonly ta: boolean
  readonly tb: boolean
}

/** The lengths of a product (n×d)·(d×m), and the shape of the stack of such products. */
function plan(
  a: Shape,
  b: Shape,
  { ta, tb }: Transposed,
): { n: number; d: number; m: number; batch: readonly number[] } {
  const [aRows = 1, aColumns = 1] = a.length === 2 ? a : a.slice(-2)
  const [bRows = 1, bColumns = 1] = b.length === 2 ? b : b.slice(-2)
  const [n, d] = ta ? [aColumns, aRows] : [aRows, aColumns]
  const [d2, m] = tb ? [bColumns, bRows] : [bRows, bColumns]
  if (d !== d2) {
    const shapes = [
      [...a.slice(0, -2), n, d],
      [...b.slice(0, -2), d2, m],
    ]
    throw new ShapeError('matmul', shapes, `${d} ≠ ${d2}`, { dims: [d, d2] }, '·')
  }
  if (a.length === 2 && b.length === 2) return { n, d, m, batch: [] }
  return { n, d, m, batch: broadcastShapes('matmul', [a.slice(0, -2), b.slice(0, -2)]) }
}

const product: Primitive<Two, Transposed> = /* @__PURE__ */ multilinear({
  name: 'matmul',
  forward([a, b], params) {
    const { n, d, m, batch } = plan(a.shape, b.shape, params)
    const out = allocate(resultType([a, b]), sizeOf(batch) * n * m)
    if (batch.length === 0) {
      gemm(n, d, m, a.data, 0, params.ta, b.data, 0, params.tb, out, 0)
      return new Tensor(out, [n, m])
    }
    const starts = (x: Tensor): Int32Array => offsets(batch, broadcastStrides(x.shape.slice(0, -2), batch))
    const [aAt, bAt] = [starts(a), starts(b)]
    for (let k = 0; k < aAt.length; k++) {
      const [aStart, bStart] = [(aAt[k] ?? 0) * n * d, (bAt[k] ?? 0) * d * m]
      gemm(n, d, m, a.data, aStart, params.ta, b.data, bStart, params.tb, out, k * n * m)
    }
    return new Tensor(out, [...batch, n, m])
  },
  vjp(g, i, { inputs: [a, b], params: { ta, tb } }) {
    if (i === 0) return sumTo(ta ? times(b, g, tb, true) : times(g, b, false, !tb), a.shape)
    return sumTo(tb ? times(g, a, true, ta) : times(a, g, !ta, false), b.shape)
  },
  tex: ([a, b], _, { ta, tb }) => [
    `${ta ? `${a?.(5)}^{\\top}` : a?.(2)} \\, ${tb ? `${b?.(5)}^{\\top}` : b?.(3)}`,
    2,
  ],
  cost([a = [], b = []], _, params) {
    const { n, d, m, batch } = plan(a, b, params)
    return 2 * sizeOf(batch) * n * d * m
  },
  points: [
    { shapes: 'nd,dm', params: { ta: false, tb: false } },
    { shapes: 'dn,dm', params: { ta: true, tb: false } },
    { shapes: 'nd,md', params: { ta: false, tb: true } },
    { shapes: 'dn,md', params: { ta: true, tb: true } },
    { shapes: 'and,b1dm', params: { ta: false, tb: false } },
  ],
})
const times = (a: Tensor, b: Tensor, ta: boolean, tb: boolean): Tensor => bind(product, [a, b], { ta, tb })

/**
 * Matrix product (…×n×d)·(…×d×m) → (…×n×m), stacks of matrices broadcast. As in NumPy a vector stands for a
 * row on the left and a column on the right, and loses that axis again; a scalar is a ShapeError.
 */
export const matmul = /* @__PURE__ */ op(product, (left: TensorLike, right: TensorLike): Tensor => {
  const [a, b] = [toTensor(left), toTensor(right)]
  if (!a.rank || !b.rank)
    throw new ShapeError('matmul', [a.shape, b.shape], 'a scalar has no rows or columns, use mul', {}, '·')
  const row = a.rank === 1 ? reshape(a, [1, ...a.shape]) : a
  const column = b.rank === 1 ? reshape(b, [...b.shape, 1]) : b
  const made = times(row, column, false, false)
  if (a.rank > 1 && b.rank > 1) return made
  const lead = made.shape.slice(0, -2)
  return reshape(made, [
    ...lead,
    ...(a.rank > 1 ? row.shape.slice(-2, -1) : []),
    ...(b.rank > 1 ? column.shape.slice(-1) : []),
  ])
})

const inner: Primitive<Two, undefined> = /* @__PURE__ */ multilinear({
  name: 'dot',
  forward([a, b]) {
    const out = allocate(resultType([a, b]), 1)
    gemm(1, a.size, 1, a.data, 0, false, b.data, 0, true, out, 0)
    return new Tensor(out, [])
  },
  vjp: (g, i, { inputs: [a, b] }) => mul(g, i === 0 ? b : a),
  tex: ([a, b]) => [`${a?.(2)} \\cdot ${b?.(3)}`, 2],
  cost: ([shape = []]) => 2 * sizeOf(shape),
  points: [{ shapes: 'a,a' }],
})
/** The dot product of two vectors of one length. */
export const dot = /* @__PURE__ */ op(inner, (left: TensorLike, right: TensorLike): Tensor => {
  const [a, b] = [toTensor(left), toTensor(right)]
  const [n, m] = vectors('dot', a, b)
  if (n !== m) throw new ShapeError('dot', [a.shape, b.shape], `${n} ≠ ${m}`, { axis: 0, dims: [n, m] }, '·')
  return bind(inner, [a, b], undefined)
})

const outward: Primitive<Two, undefined> = /* @__PURE__ */ multilinear({
  name: 'outer',
  forward: ([a, b]) => mul(reshape(a, [a.size, 1]), b),
  vjp: (g, i, { inputs: [a, b] }) => (i === 0 ? matmul(g, b) : matmul(a, g)),
  tex: ([a, b]) => [`${a?.(2)} \\otimes ${b?.(3)}`, 2],
  cost: (_, output) => sizeOf(output),
  points: [{ shapes: 'a,b' }],
})
/** The outer product of two vectors: (n), (m) → (n×m), each element of one times each of the other. */
export const outer = /* @__PURE__ */ op(outward, (left: TensorLike, right: TensorLike): Tensor => {
  const [a, b] = [toTensor(left), toTensor(right)]
  vectors('outer', a, b)
  return bind(outward, [a, b], undefined)
})

function vectors(name: string, a: Tensor, b: Tensor): [number, number] {
  const [n, m] = [a.shape[0], b.shape[0]]
  if (n === undefined || m === undefined || a.rank > 1 || b.rank > 1)
    throw new ShapeError(name, [a.shape, b.shape], 'both must be vectors')
  return [n, m]
}

import { nth } from '../core/entry.ts'
import { ShapeError } from '../core/errors.ts'
import { few, gemm, type Strided } from '../fast/gemm.ts'
import { letter, raised, row as inRow, sign, space, type Piece } from '../core/formula.ts'
import { bind, multilinear, op, type Primitive, type Two } from '../core/primitive.ts'
import { broadcastShapes, broadcastStrides, offsets, sizeOf, type Shape } from '../core/shape.ts'
import { allocate, resultType, Tensor, toTensor, type Data, type TensorLike } from '../core/tensor.ts'
import { mul } from './elementwise.ts'
import { reshape, sumTo } from './layout.ts'

/** Which factors are read transposed: a backward pass needs xᵀ·g and g·wᵀ, and no copy of x or w. */
interface Transposed {
  readonly ta: boolean
  readonly tb: boolean
}

interface Lengths {
  readonly n: number
  readonly d: number
  readonly m: number
}
/** The lengths of a product (n×d)·(d×m) of matrices, or of stacks of them. */
function lengths(a: Shape, b: Shape, { ta, tb }: Transposed): Lengths {
  const n = a.at(ta ? -1 : -2) as number // in range, like all below: both have two axes or more
  const d = a.at(ta ? -2 : -1) as number
  const d2 = b.at(tb ? -1 : -2) as number
  const m = b.at(tb ? -2 : -1) as number
  if (d !== d2) throw clash(asRead(a, ta), asRead(b, tb), d, d2)
  return { n, d, m }
}

const clash = (a: Shape, b: Shape, d: number, d2: number): ShapeError =>
  new ShapeError('matmul', [a, b], `${d} ≠ ${d2}`, { dims: [d, d2] }, '·')
const asRead = (shape: Shape, transposed: boolean): Shape =>
  transposed ? shape.toSpliced(-2, 2, ...shape.slice(-2).reverse()) : shape

/** The shape of the stack that a stack of products is, `[]` for a single one. */
const stackOf = (a: Shape, b: Shape): Shape => broadcastShapes('matmul', [a.slice(0, -2), b.slice(0, -2)])

function multiply(
  { n, d, m }: Lengths,
  a: Tensor,
  aStart: number,
  b: Tensor,
  bStart: number,
  { ta, tb }: Transposed,
  data: Data,
  start: number,
): void {
  const aRow = ta ? 1 : d
  const aColumn = ta ? n : 1
  const bRow = tb ? 1 : m
  const bColumn = tb ? d : 1
  if (n * d * m < 64)
    return few(n, d, m, a.data, aStart, aRow, aColumn, b.data, bStart, bRow, bColumn, data, start, m)
  const left = { data: a.data, start: aStart, row: aRow, column: aColumn }
  const right = { data: b.data, start: bStart, row: bRow, column: bColumn }
  gemm(n, d, m, left, right, { data, start, row: m, column: 1 })
}

function single(a: Tensor, b: Tensor, flags: Transposed): Tensor {
  const all = lengths(a.shape, b.shape, flags)
  const { n, m } = all
  const out = allocate(resultType([a, b]), n * m)
  multiply(all, a, 0, b, 0, flags, out, 0)
  return new Tensor(out, [n, m])
}

function stacked(a: Tensor, b: Tensor, flags: Transposed): Tensor {
  const all = lengths(a.shape, b.shape, flags)
  const { n, d, m } = all
  const stack = stackOf(a.shape, b.shape)
  const out = allocate(resultType([a, b]), sizeOf(stack) * n * m)
  const starts = (x: Tensor): readonly number[] =>
    offsets(stack, broadcastStrides(x.shape.slice(0, -2), stack))
  const [aAt, bAt] = [starts(a), starts(b)]
  for (let k = 0; k < aAt.length; k++)
    multiply(all, a, nth(aAt, k) * n * d, b, nth(bAt, k) * d * m, flags, out, k * n * m)
  return new Tensor(out, [...stack, n, m])
}

/** The matrix product as the backward pass needs it, with factors that may be read transposed. */
export const product: Primitive<Two, Transposed> = /* @__PURE__ */ multilinear({
  name: 'matmul',
  forward: ([a, b], flags) => (a.rank === 2 && b.rank === 2 ? single : stacked)(a, b, flags),
  vjp(g, i, { inputs: [a, b], params: { ta, tb } }) {
    if (i === 0) return sumTo(ta ? times(b, g, tb, true) : times(g, b, false, !tb), a.shape)
    return sumTo(tb ? times(g, a, true, ta) : times(a, g, !ta, false), b.shape)
  },
  shape([a = [], b = []], flags) {
    const { n, m } = lengths(a, b, flags)
    return [...stackOf(a, b), n, m]
  },
  formula(shown, _, { ta, tb }) {
    const factor = (k: number, turned: boolean, room: number): Piece =>
      turned ? inRow(shown(k, 5), raised(letter('⊤'))) : shown(k, room)
    return [inRow(factor(0, ta, 2), space(), factor(1, tb, 3)), 2]
  },
  cost([a = [], b = []], output, flags) {
    return 2 * sizeOf(output) * lengths(a, b, flags).d
  },
  arity: 2,
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
  const a = toTensor(left)
  const b = toTensor(right)
  return a.rank > 1 && b.rank > 1 ? times(a, b, false, false) : withVector(a, b)
})

function withVector(a: Tensor, b: Tensor): Tensor {
  if (!a.rank || !b.rank)
    throw new ShapeError('matmul', [a.shape, b.shape], 'a scalar has no rows or columns, use mul', {}, '·')
  const row = a.rank === 1 ? reshape(a, [1, ...a.shape]) : a
  const column = b.rank === 1 ? reshape(b, [...b.shape, 1]) : b
  const made = times(row, column, false, false)
  const lead = made.shape.slice(0, -2)
  return reshape(made, [
    ...lead,
    ...(a.rank > 1 ? row.shape.slice(-2, -1) : []),
    ...(b.rank > 1 ? column.shape.slice(-1) : []),
  ])
}

const inner: Primitive<Two, undefined> = /* @__PURE__ */ multilinear({
  name: 'dot',
  forward([a, b]) {
    const out = allocate(resultType([a, b]), 1)
    const line = ({ data }: { data: Data }): Strided => ({ data, start: 0, row: 1, column: 1 })
    gemm(1, a.size, 1, line(a), line(b), line({ data: out }))
    return new Tensor(out, [])
  },
  shape: () => [],
  vjp: (g, i, { inputs: [a, b] }) => mul(g, i === 0 ? b : a),
  formula: (shown) => [inRow(shown(0, 2), sign('·'), shown(1, 3)), 2],
  cost: ([shape = []]) => 2 * sizeOf(shape),
  arity: 2,
  points: [{ shapes: 'a,a' }],
})
/** The dot product of two vectors of one length, a number. A ShapeError for anything else. */
export const dot = /* @__PURE__ */ op(inner, (left: TensorLike, right: TensorLike): Tensor => {
  const [a, b] = [toTensor(left), toTensor(right)]
  const [n, m] = vectors('dot', a, b)
  if (n !== m) throw new ShapeError('dot', [a.shape, b.shape], `${n} ≠ ${m}`, { axis: 0, dims: [n, m] }, '·')
  return bind(inner, [a, b], undefined)
})

const outward: Primitive<Two, undefined> = /* @__PURE__ */ multilinear({
  name: 'outer',
  forward: ([a, b]) => mul(reshape(a, [a.size, 1]), b),
  shape: ([a = [], b = []]) => [...a, ...b],
  vjp: (g, i, { inputs: [a, b] }) => (i === 0 ? matmul(g, b) : matmul(a, g)),
  formula: (shown) => [inRow(shown(0, 2), sign('⊗'), shown(1, 3)), 2],
  cost: (_, output) => sizeOf(output),
  arity: 2,
  points: [{ shapes: 'a,b' }],
})
/**
 * The outer product of two vectors: (n), (m) → (n×m), each element of one times each of the other. A ShapeError for
 * anything else.
 */
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

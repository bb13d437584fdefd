import { nth, nthOr } from '../autodiff/index.ts'
import type { Span } from '../autodiff/index.ts'
import { LayerError } from './error.ts'
import { shapeText } from './scope.ts'
import * as tree from './tree.ts'
import {
  add,
  axis,
  div,
  entry,
  mul,
  num,
  place,
  places,
  pow,
  size,
  sum,
  type Axis,
  type Dim,
  type Expr,
  type Index,
} from './tree.ts'

/** A value in matrix form: its shape, and the entry at given places. */
export interface Grid {
  readonly dims: readonly Dim[]
  readonly at: (index: readonly Index[]) => Expr
}

export const scalarGrid = (e: Expr): Grid => ({ dims: [], at: () => e })

/** A named tensor. */
export const namedGrid = (name: string, dims: readonly Dim[]): Grid => ({
  dims,
  at: (index) =>
    entry(
      name,
      dims.map((dim, k) => (dim === 1 ? place(0) : (index[k] ?? place(0)))),
    ),
})

const clash = (op: string, a: Grid, b: Grid, why: string, span: Span): LayerError =>
  new LayerError('shape', `${op}: ${shapeText(a.dims)} meets ${shapeText(b.dims)}, and ${why}.`, span)

/** The shape of two broadcast together, as in NumPy. */
function broadcast(a: Grid, b: Grid, op: string, span: Span): Dim[] {
  const rank = Math.max(a.dims.length, b.dims.length)
  return Array.from({ length: rank }, (_, k) => {
    const [one, two] = [
      nthOr<Dim>(a.dims, k - rank + a.dims.length, 1),
      nthOr<Dim>(b.dims, k - rank + b.dims.length, 1),
    ]
    if (one !== two && one !== 1 && two !== 1) throw clash(op, a, b, `entry by entry ${one} ≠ ${two}`, span)
    return one === 1 ? two : one
  })
}

/** The last places, those of the axes that it has; at an axis of length 1, the only one. */
const its = (a: Grid, index: readonly Index[]): Index[] =>
  a.dims.map((dim, k) => (dim === 1 ? place(0) : (index[index.length - a.dims.length + k] ?? place(0))))

/** Entry by entry, broadcast. */
export function elementwise(op: string, a: Grid, b: Grid, span: Span, f: (a: Expr, b: Expr) => Expr): Grid {
  return { dims: broadcast(a, b, op, span), at: (index) => f(a.at(its(a, index)), b.at(its(b, index))) }
}

export const map = (a: Grid, f: (e: Expr) => Expr): Grid => ({ dims: a.dims, at: (index) => f(a.at(index)) })

/** Axes in another order. */
export const permuted = (a: Grid, order: readonly number[]): Grid => ({
  dims: order.map((k) => nth(a.dims, k)),
  at: (index) => a.at(a.dims.map((_, k) => index[order.indexOf(k)] ?? place(0))),
})

/** The last two axes swapped; a vector stays as it is. */
export function transposed(a: Grid): Grid {
  const rank = a.dims.length
  if (rank < 2) return a
  return permuted(
    a,
    a.dims.map((_, k) => (k === rank - 1 ? rank - 2 : k === rank - 2 ? rank - 1 : k)),
  )
}

/** The matrix product, with NumPy's rules for vectors and for leading axes. */
export function matmul(a: Grid, b: Grid, span: Span): Grid {
  const [left, right] = [a.dims.length === 1 ? 1 : 0, b.dims.length === 1 ? 1 : 0]
  const [inner, other] = [a.dims.at(-1), b.dims.at(right ? -1 : -2)]
  if (inner !== other || inner === undefined)
    throw clash('The matrix product', a, b, `${inner ?? 'nothing'} ≠ ${other ?? 'nothing'}`, span)
  const [first, second] = [
    { dims: a.dims.slice(0, left ? -1 : -2), at: () => num(0) },
    { dims: b.dims.slice(0, right ? -1 : -2), at: () => num(0) },
  ]
  const lead = broadcast(first, second, 'The matrix product', span)
  const [rows, columns] = [left ? [] : a.dims.slice(-2, -1), right ? [] : b.dims.slice(-1)]
  return {
    dims: [...lead, ...rows, ...columns],
    at: (index) => {
      const along = axis(inner)
      const [k] = places([along])
      const batch = index.slice(0, lead.length)
      const row = left ? [] : index.slice(lead.length, lead.length + 1)
      const column = right ? [] : index.slice(-1)
      const product = mul(
        a.at([...its(first, batch), ...row, ...(k ? [k] : [])]),
        b.at([...its(second, batch), ...(k ? [k] : []), ...column]),
      )
      return inner === 1 ? product : sum([along], product)
    },
  }
}

/** What is taken together over axes, which go or stay with length 1. */
function reduced(a: Grid, axes: readonly number[], keep: boolean, f: (over: Axis[], e: Expr) => Expr): Grid {
  return {
    dims: a.dims.flatMap((dim, k) => (axes.includes(k) ? (keep ? [1] : []) : [dim])),
    at: (index) => {
      const over = axes.map((k) => axis(nth(a.dims, k)))
      const rest = [...index]
      const all = a.dims.map((_, k) => {
        const j = axes.indexOf(k)
        if (j < 0) return rest.shift() ?? place(0)
        if (keep) rest.shift()
        return places(over.slice(j, j + 1))[0] ?? place(0)
      })
      return f(
        over.filter(({ dim }) => dim !== 1),
        a.at(all),
      )
    },
  }
}

export const total = (a: Grid, axes: readonly number[], keep: boolean): Grid => reduced(a, axes, keep, sum)

const lengths = (a: Grid, axes: readonly number[]): Expr => mul(...axes.map((k) => size(nth(a.dims, k))))

export function mean(a: Grid, axes: readonly number[], keep: boolean): Grid {
  return map(total(a, axes, keep), (e) => div(e, lengths(a, axes)))
}

/** The mean of squares about the mean, or their sum over one less when unbiased. */
export function variance(a: Grid, axes: readonly number[], keep: boolean, less: number, span: Span): Grid {
  const off = elementwise('var', a, mean(a, axes, true), span, (x, m) => add(x, mul(num(-1), m)))
  const squares = total(
    map(off, (e) => pow(e, num(2))),
    axes,
    keep,
  )
  return map(squares, (e) => div(e, add(lengths(a, axes), num(-less))))
}

/** The largest, or the logarithm of the sum of exponentials. */
export const extreme = (fn: 'max' | 'logsumexp', a: Grid, axes: readonly number[], keep: boolean): Grid =>
  reduced(a, axes, keep, (over, e) =>
    over.reduceRight<Expr>((body, one) => ({ kind: 'row', fn, over: one, body }), e),
  )

export const softmax = (a: Grid, k: number): Grid => ({
  dims: a.dims,
  at: (index) => {
    const over = axis(nth(a.dims, k))
    const body = a.at(index.map((one, j) => (j === k ? tree.at(over) : one)))
    return a.dims[k] === 1 ? num(1) : { kind: 'row', fn: 'softmax', over, body, at: index[k] ?? place(0) }
  },
})

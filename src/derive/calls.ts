import type { Span } from '../autodiff/index.ts'
import type { Ast } from './ast.ts'
import { LayerError } from './error.ts'
import * as grid from './grid.ts'
import { elementwise, map, scalarGrid, type Grid } from './grid.ts'
import { binary, number, type Settings } from './operators.ts'
import { shapeText, type Names } from './scope.ts'
import * as tree from './tree.ts'
import { add, axis, call, div, mul, neg, num, place, pow, sum } from './tree.ts'

const all = (a: Grid): number[] => a.dims.map((_, k) => k)
export const norm = (a: Grid): Grid =>
  map(
    grid.total(
      map(a, (e) => pow(e, num(2))),
      all(a),
      false,
    ),
    (e) => call('sqrt', e),
  )

/** One axis, from either end. */
function axisAt(k: number | undefined, a: Grid, span: Span): number {
  const rank = a.dims.length
  const found = k !== undefined && k < 0 ? k + rank : k
  if (found === undefined || !Number.isInteger(found) || found < 0 || found >= rank)
    throw new LayerError(
      'shape',
      `There is no axis ${k ?? '?'} in ${shapeText(a.dims)}; the first is 0.`,
      span,
    )
  return found
}

export function axesOf(a: Grid, given: Ast | undefined, span: Span): number[] {
  if (!given || (given.kind === 'name' && given.name === 'None')) return all(a)
  const list = given.kind === 'list' ? given.items : [given]
  return list.map((one) => axisAt(number(one), a, span))
}

export const truth = (ast: Ast | undefined): boolean =>
  (ast?.kind === 'name' && /^[Tt]rue$/.test(ast.name)) || number(ast) === 1

type Reduction = (a: Grid, axes: readonly number[], keep: boolean, span: Span, settings: Settings) => Grid
const less = (settings: Settings): number =>
  number(settings.get('ddof') ?? settings.get('correction')) ?? (truth(settings.get('unbiased')) ? 1 : 0)
/** Functions that take axes together. */
export const reductions: Readonly<Record<string, Reduction>> = {
  sum: grid.total,
  mean: grid.mean,
  max: (a, axes, keep) => grid.extreme('max', a, axes, keep),
  min: (a, axes, keep) => map(grid.extreme('max', map(a, neg), axes, keep), neg),
  amin: (a, axes, keep) => map(grid.extreme('max', map(a, neg), axes, keep), neg),
  amax: (a, axes, keep) => grid.extreme('max', a, axes, keep),
  logsumexp: (a, axes, keep) => grid.extreme('logsumexp', a, axes, keep),
  var: (a, axes, keep, span, settings) => grid.variance(a, axes, keep, less(settings), span),
  std: (a, axes, keep, span, settings) =>
    map(grid.variance(a, axes, keep, less(settings), span), (e) => call('sqrt', e)),
  norm: (a, axes, keep) =>
    map(
      grid.total(
        map(a, (e) => pow(e, num(2))),
        axes,
        keep,
      ),
      (e) => call('sqrt', e),
    ),
}

type Whole = (
  args: readonly Grid[],
  span: Span,
  raw: readonly Ast[],
  settings: Settings,
  names: Names,
) => Grid | undefined
const logSoftmax = (a: Grid, k: number, span: Span): Grid =>
  elementwise('log_softmax', a, grid.extreme('logsumexp', a, [k], true), span, (x, l) => add(x, neg(l)))
const lastAxis = (a: Grid, raw: readonly Ast[], settings: Settings, span: Span): number =>
  axisAt(number(settings.get('axis') ?? settings.get('dim') ?? raw[1]) ?? -1, a, span)

/** Functions of whole tensors. */
export const whole: Readonly<Record<string, Whole>> = {
  softmax: ([a], span, raw, settings) => a && grid.softmax(a, lastAxis(a, raw, settings, span)),
  log_softmax: ([a], span, raw, settings) => a && logSoftmax(a, lastAxis(a, raw, settings, span), span),
  // As PyTorch has them: over the last axis, without scale and shift; the mean over rows.
  layer_norm: ([a], span) => {
    if (!a) return undefined
    const last = axisAt(-1, a, span)
    const spread = map(grid.variance(a, [last], true, 0, span), (e) => call('sqrt', add(e, num(1e-5))))
    return binary('/', binary('-', a, grid.mean(a, [last], true), span), spread, span)
  },
  cross_entropy: ([a, t], span) => {
    if (!a || !t) return undefined
    const terms = binary('*', t, logSoftmax(a, axisAt(-1, a, span), span), span)
    const rows = a.dims.slice(0, -1).map((dim) => pow(tree.size(dim), num(-1)))
    return map(grid.total(terms, all(terms), false), (e) => mul(num(-1), e, ...rows))
  },
  mse_loss: ([a, b], span) => {
    if (!a || !b) return undefined
    const squares = map(binary('-', a, b, span), (e) => pow(e, num(2)))
    return grid.mean(squares, all(squares), false)
  },
  transpose: ([a], span, raw) => {
    const given = raw[1]?.kind === 'list' ? raw[1].items : raw.slice(1)
    if (!a || !given.length) return a && grid.permuted(a, all(a).reverse())
    const order = given.map((one) => axisAt(number(one), a, span))
    const [i, j] = order
    if (
      order.length === a.dims.length &&
      new Set(order).size === order.length &&
      !(order.length === 2 && i === 0)
    )
      return grid.permuted(a, order)
    return grid.permuted(
      a,
      all(a).map((k) => (k === i ? (j ?? k) : k === j ? (i ?? k) : k)),
    )
  },
  matmul: ([a, b], span) => a && b && grid.matmul(a, b, span),
  dot: ([a, b], span) => a && b && binary('·', a, b, span),
  outer: ([a, b], span) => {
    if (a?.dims.length !== 1 || b?.dims.length !== 1)
      throw new LayerError('shape', 'outer takes two vectors.', span)
    const [one, two] = [a, b]
    return {
      dims: [...a.dims, ...b.dims],
      at: ([i, j]) => mul(one.at([i ?? place(0)]), two.at([j ?? place(0)])),
    }
  },
  trace: ([a], span) => {
    const [rows, columns] = a?.dims ?? []
    if (!a || rows !== columns || rows === undefined)
      throw new LayerError('shape', 'trace takes a square matrix.', span)
    const along = axis(rows)
    return scalarGrid(sum([along], a.at([tree.at(along), tree.at(along)])))
  },
  diag: ([a], span) => {
    const [dim, other] = a?.dims ?? []
    if (a && dim !== undefined && a.dims.length === 1)
      return { dims: [dim, dim], at: ([i = place(0), j = place(0)]) => mul(a.at([i]), tree.delta(i, j)) }
    if (!a || dim === undefined || dim !== other)
      throw new LayerError('shape', 'diag takes a vector or a square matrix.', span)
    return { dims: [dim], at: ([i = place(0)]) => a.at([i, i]) }
  },
  eye: (_, span, [dim], __, names) => {
    if (dim?.kind !== 'number' && !(dim?.kind === 'name' && names.sizes.has(dim.name)))
      throw new LayerError('shape', 'eye takes a size, as in eye(N).', span)
    const length = dim.kind === 'number' ? dim.value : dim.name
    return { dims: [length, length], at: ([i = place(0), j = place(0)]) => tree.delta(i, j) }
  },
  zeros_like: ([a]) => a && { dims: a.dims, at: () => num(0) },
  ones_like: ([a]) => a && { dims: a.dims, at: () => num(1) },
  pow: ([a, b], span) => a && b && elementwise('pow', a, b, span, pow),
  mul: ([a, b], span) => a && b && elementwise('mul', a, b, span, (x, y) => mul(x, y)),
  add: ([a, b], span) => a && b && elementwise('add', a, b, span, (x, y) => add(x, y)),
  sub: ([a, b], span) => a && b && elementwise('sub', a, b, span, (x, y) => add(x, neg(y))),
  div: ([a, b], span) => a && b && elementwise('div', a, b, span, div),
  neg: ([a]) => a && map(a, neg),
}
export const synonyms: Readonly<Record<string, string>> = {
  logSoftmax: 'log_softmax',
  mm: 'matmul',
  bmm: 'matmul',
  multiply: 'mul',
  subtract: 'sub',
  divide: 'div',
  negative: 'neg',
  power: 'pow',
  permute: 'transpose',
  swapaxes: 'transpose',
  diagonal: 'diag',
  mse: 'mse_loss',
  LayerNorm: 'layer_norm',
}

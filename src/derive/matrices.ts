import type { Span } from '../autodiff/index.ts'
import type { Ast } from './ast.ts'
import { axesOf, norm, reductions, synonyms, truth, whole } from './calls.ts'
import { LayerError } from './error.ts'
import { arity, type Composed } from './functions.ts'
import * as grid from './grid.ts'
import { elementwise, map, scalarGrid, type Grid } from './grid.ts'
import { binary, number, settingsOf, type Settings } from './operators.ts'
import { einsum, sliced } from './pieces.ts'
import { composedNamed, constant, functionNamed, unknown, unknownFunction, type Names } from './scope.ts'
import { call, neg, num, size } from './tree.ts'

/** Reads matrix form: between tensors a space, · and @ are the matrix product, * and ⊙ go entry by entry. */
export function readGrid(ast: Ast, names: Names): Grid {
  const read = (part: Ast): Grid => readGrid(part, names)
  switch (ast.kind) {
    case 'number':
      return scalarGrid(num(ast.value))
    case 'name':
      return nameGrid(ast.name, ast.span, names)
    case 'neg':
      return map(read(ast.of), neg)
    case 'transpose':
      return grid.transposed(read(ast.of))
    case 'norm':
      return norm(read(ast.of))
    case 'binary': {
      if (ast.op === '⊗') return called('outer', [ast.left, ast.right], new Map(), ast.span, names)
      const [left, right] = [read(ast.left), read(ast.right)]
      if (isOuter(ast, left, right)) return called('outer', [ast.left, ast.right], new Map(), ast.span, names)
      return binary(ast.op, left, right, ast.span)
    }
    case 'index':
      return sliced(read(ast.of), ast.slots, ast.span)
    case 'partial': {
      const { of, by } = ast
      if (of.kind === 'name' && by.kind === 'name' && (!names.shapes.has(of.name) || of.name === 'L'))
        return nameGrid(`d${by.name}`, by.span, names)
      break
    }
    case 'call':
      return called(ast.fn, ast.args, ast.settings, ast.span, names, ast.word)
    case 'over':
      // max(a, b) of two tensors with names of one letter is read as a maximum over a letter.
      if (ast.letters.length === 1 && names.shapes.has(ast.letters[0]?.name ?? '')) {
        const first: Ast = { kind: 'name', name: ast.letters[0]?.name ?? '', span: ast.span }
        return called(ast.fn, [first, ast.body], new Map(), ast.span, names)
      }
      break
    default:
  }
  throw new LayerError(
    'not supported',
    'This belongs to the form of entries, with letters in square brackets on the left too.',
    ast.span,
  )
}

/** u vᵀ of two vectors side by side is their outer product; with @, where NumPy's .T leaves a vector as it is, it is not. */
const isOuter = ({ op, left, right }: Ast & { kind: 'binary' }, a: Grid, b: Grid): boolean =>
  (op === 'beside' || op === '·') &&
  right.kind === 'transpose' &&
  left.kind !== 'transpose' &&
  a.dims.length === 1 &&
  b.dims.length === 1

function nameGrid(name: string, span: Span, names: Names): Grid {
  const shape = names.shapes.get(name)
  if (shape) return grid.namedGrid(name, shape)
  if (names.sizes.has(name)) return scalarGrid(size(name))
  const value = constant(name)
  if (value !== undefined) return scalarGrid(num(value))
  throw unknown(name, span, names)
}

function called(
  fn: string,
  args: readonly Ast[],
  settings: Settings,
  span: Span,
  names: Names,
  word0: Span = [span[0], span[0] + fn.length],
): Grid {
  // A name before brackets is no function but a factor.
  if (names.shapes.has(fn) || names.sizes.has(fn)) {
    const [inner] = args
    if (inner && args.length === 1)
      return binary('beside', nameGrid(fn, span, names), readGrid(inner, names), span)
  }
  const values = (): Grid[] => args.map((arg) => readGrid(arg, names))
  if (fn === 'einsum')
    return einsum(
      args,
      args.slice(1).map((arg) => readGrid(arg, names)),
      span,
    )
  const reduction = Object.hasOwn(reductions, fn) ? reductions[fn] : undefined
  const plain = args[1] === undefined || args[1].kind === 'list' || Number.isInteger(number(args[1]))
  const between = (fn === 'max' || fn === 'min') && number(args[0]) !== undefined
  if (reduction && args[0] && plain && !between) {
    const a = readGrid(args[0], names)
    // max(s, 0) is the book's ReLU; the maximum over axis 0 is written with axis=0.
    if ((fn === 'max' || fn === 'min') && args[1] && a.dims.length)
      return map(a, (e) => call(`${fn}imum`, e, num(number(args[1]) ?? 0)))
    const axes = axesOf(a, settings.get('axis') ?? settings.get('dim') ?? args[1], span)
    const keep = truth(settings.get('keepdims') ?? settings.get('keepdim') ?? args[2])
    return reduction(a, axes, keep, span, settings)
  }
  const word = synonyms[fn] ?? fn
  if (Object.hasOwn(whole, word)) {
    const single = /^(softmax|log_softmax|transpose)$/.test(word)
    const none = word === 'eye'
    const given = none ? [] : single && args[0] ? [readGrid(args[0], names)] : values()
    const found = whole[word]?.(given, span, args, settings, names)
    if (found) return found
  }
  const composed = composedNamed(word === 'clamp' ? 'clip' : word)
  if (composed) return composition(composed, fn, args, settings, span, names)
  const name = functionNamed(fn === 'max' ? 'maximum' : fn === 'min' ? 'minimum' : fn)
  if (!name) throw unknownFunction(fn, word0)
  const given = values()
  if (given.length !== arity(name))
    throw new LayerError(
      'syntax',
      `${fn} takes ${arity(name)} value${arity(name) > 1 ? 's' : ''}, not ${given.length}.`,
      span,
    )
  settingsOf({ takes: given.length, settings: [] }, fn, args, settings, span)
  return applied(name, given, span)
}

function composition(
  composed: Composed,
  fn: string,
  args: readonly Ast[],
  settings: Settings,
  span: Span,
  names: Names,
): Grid {
  const [first] = args
  if (!first || args.length > composed.takes + composed.settings.length)
    throw new LayerError('syntax', `${fn} takes one value, not ${args.length}.`, span)
  const more = settingsOf(composed, fn, args, settings, span)
  return map(readGrid(first, names), (e) => composed.made(e, ...more))
}

/** A function of entries on tensors that are broadcast together. */
function applied(name: string, [a, b, c]: readonly Grid[], span: Span): Grid {
  if (!a) throw unknownFunction(name, span)
  if (!b) return map(a, (e) => call(name, e))
  if (!c) return elementwise(name, a, b, span, (x, y) => call(name, x, y))
  const pair = elementwise(name, a, b, span, (x, y) => call(name, x, y))
  return elementwise(name, pair, c, span, (xy, z) => (xy.kind === 'call' ? call(name, ...xy.of, z) : xy))
}

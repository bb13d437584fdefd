import { ShapeError } from '../core/errors.ts'
import type { Op, Setting } from '../core/primitive.ts'
import { fromEitherEnd } from '../core/shape.ts'
import { tensor, Tensor, toTensor, type NestedNumbers, type TensorLike } from '../core/tensor.ts'
import * as ops from '../ops/index.ts'
import type { Ast, Part, Settings } from './ast.ts'
import { ParseError } from './error.ts'

/** Values for the names in a formula. */
export type Env = Readonly<Record<string, TensorLike>>

type Call = (...args: unknown[]) => Tensor
const table = ops as unknown as Readonly<Record<string, Op<Call>>>

/** The value of a tree; made of ops, so that it can be differentiated. */
export function evaluate(ast: Ast, env: Env): Tensor {
  switch (ast.kind) {
    case 'number':
      return tensor(ast.value)
    case 'name':
      return valueOf(ast.name, ast, env)
    case 'text':
      throw new ParseError(ast.span, ast.text, 'a number', `“${ast.text}” is a text, where a value belongs.`)
    case 'list': {
      const items = ast.items.map((item) => evaluate(item, env))
      return located(ast, () => (items.length ? ops.stack(items) : tensor([])))
    }
    case 'index': {
      const of = evaluate(ast.of, env)
      return located(ast, () => index(of, ast.parts))
    }
    case 'product': {
      const [left, right] = [evaluate(ast.args[0], env), evaluate(ast.args[1], env)]
      return located(ast, () => (left.rank && right.rank ? product(left, right) : ops.mul(left, right)))
    }
    case 'call': {
      const args = ast.args.map((arg) => evaluate(arg, env))
      return located(ast, () => apply(ast.op, args, ast.settings))
    }
  }
}

/** Side by side, which between two of one shape was rather meant entry by entry. */
function product(left: Tensor, right: Tensor): Tensor {
  const same =
    left.rank === 2 && String(left.shape) === String(right.shape) && left.shape[0] !== left.shape[1]
  if (!same) return ops.matmul(left, right)
  throw new ShapeError(
    'matmul',
    [left.shape, right.shape],
    'side by side, or with ·, is the matrix product; entry by entry is *',
    {},
    '·',
  )
}

/** Marks an error of shapes with the innermost part of the formula where it arose. */
function located(ast: Ast, compute: () => Tensor): Tensor {
  try {
    return compute()
  } catch (error) {
    if (error instanceof ShapeError) error.span ??= ast.span
    throw error
  }
}

function valueOf(name: string, { span }: Ast, env: Env): Tensor {
  const value = Object.hasOwn(env, name) ? env[name] : undefined
  if (value !== undefined) return toTensor(value)
  throw new ParseError(span, name, 'a name with a value', `There is no value for “${name}”.`)
}

const constant = (ast: Ast): NestedNumbers => evaluate(ast, {}).toArray()

const kinds: Readonly<Record<Setting['kind'], string>> = {
  whole: 'one whole number',
  wholes: 'a list of whole numbers',
  axes: 'a whole number or a list of them',
  flag: 'true or false',
  text: 'a text in quotes',
}

/** A setting as its op takes it: a number where a list belongs is that list. */
function settingOf({ name, kind }: Setting, ast: Ast, op: string): unknown {
  const refused = (): ParseError =>
    new ParseError(ast.span, name, kinds[kind], `${name} of ${op} is ${kinds[kind]}.`)
  if (kind === 'text' || ast.kind === 'text') {
    if (kind === 'text' && ast.kind === 'text') return ast.text
    throw refused()
  }
  const value = constant(ast)
  if (kind === 'flag') {
    if (typeof value !== 'number') throw refused()
    return value !== 0
  }
  const all = typeof value === 'number' ? [value] : value
  if (!all.every((one) => Number.isInteger(one)) || (kind === 'whole' && typeof value !== 'number'))
    throw refused()
  return kind === 'wholes' ? all : value
}

function apply(op: string, args: readonly Tensor[], settings: Settings): Tensor {
  const call = table[op] as Op<Call> // the parser lets only ops through
  const { takesList, gathered, settings: listed = [] } = call.primitive
  const given = Object.fromEntries(
    listed.flatMap((setting) => {
      const ast = settings.get(setting.name)
      return ast ? [[setting.name, settingOf(setting, ast, op)] as const] : []
    }),
  )
  const before = listed.filter(({ leads }) => leads).map(({ name }) => given[name])
  const after = gathered ? [given] : listed.filter(({ leads }) => !leads).map(({ name }) => given[name])
  return call(...before, ...(takesList ? [args] : args), ...after)
}

/** x[1, :], x[-1], x[0:2]: a single place takes its axis away. */
function index(x: Tensor, parts: readonly Part[]): Tensor {
  if (parts.length > x.rank)
    throw new ShapeError(
      'index',
      [x.shape],
      x.rank === 0 ? 'a scalar has no entries' : `${parts.length} indices for ${x.rank} axes`,
    )
  const number = (ast: Ast | undefined, other: number): number => (ast ? Number(constant(ast)) : other)
  const ranges = x.shape.map((length, axis) => {
    const part = parts[axis] ?? { from: undefined, to: undefined }
    if (!('at' in part)) return [number(part.from, 0), number(part.to, length)] as const
    const k = number(part.at, 0)
    const place = fromEitherEnd(k, length)
    if (place !== undefined) return [place, place + 1] as const
    throw new ShapeError('index', [x.shape], `${k} is not on axis ${axis}, of length ${length}`, { axis })
  })
  const [starts, ends] = [ranges.map(([start]) => start), ranges.map(([, end]) => end)]
  const cut = ops.slice(x, starts, ends)
  const kept = cut.shape.filter((_, axis) => !('at' in (parts[axis] ?? {})))
  return ops.reshape(cut, kept)
}

import { ShapeError } from '../core/errors.ts'
import * as ops from '../ops/index.ts'
import type { Op } from '../core/primitive.ts'
import { fromEitherEnd } from '../core/shape.ts'
import { tensor, Tensor, toTensor, type NestedNumbers, type TensorLike } from '../core/tensor.ts'
import { ParseError } from './error.ts'
import { read, type Ast, type Part } from './grammar.ts'

export { ParseError } from './error.ts'
export type { Ast, Part } from './grammar.ts'
export type { Span } from './tokens.ts'

/** Values for the names in a formula. */
export type Env = Readonly<Record<string, TensorLike>>

/** A formula read once, to be computed, differentiated and typeset as often as wanted. */
export interface Parsed {
  readonly source: string
  readonly ast: Ast
  /** The names that need a value, in order of appearance. */
  readonly names: readonly string[]
  /** The value for given values of the names; made of ops, so `grad`, `trace` and all others take it. */
  readonly f: (env: Env) => Tensor
}

/**
 * Reads a formula such as `sum(relu(x @ w1 + b) @ w2)`, `2x sin²(x)` or `xᵀ dy`. Nothing is evaluated as code.
 * Side by side, a number scales and two tensors multiply as matrices (`·` is the same, `@` is NumPy's); `*` and
 * `⊙` go by elements. `names` lists the names allowed, any when left out; `pi` and `e` are known unless listed.
 *
 * Throws a ParseError that says where and what was expected. A ShapeError thrown by `f` carries the `span` of
 * the part of the source that it comes from.
 */
export function parse(source: string, { names }: { readonly names?: readonly string[] } = {}): Parsed {
  const { ast, names: used } = read(source, names)
  return { source, ast, names: used, f: (env) => evaluate(ast, env) }
}

type Call = (...args: unknown[]) => Tensor
const table = ops as unknown as Readonly<Record<string, Op<Call>>>

function evaluate(ast: Ast, env: Env): Tensor {
  switch (ast.kind) {
    case 'number':
      return tensor(ast.value)
    case 'name':
      return valueOf(ast.name, ast, env)
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
      return located(ast, () => (left.rank && right.rank ? ops.matmul(left, right) : ops.mul(left, right)))
    }
    case 'call': {
      const args = ast.args.map((arg) => evaluate(arg, env))
      return located(ast, () => apply(ast.op, args, ast.settings))
    }
  }
}

/** Marks an error of shapes with the innermost part of the formula where it arose. */
function located(ast: Ast, compute: () => Tensor): Tensor {
  try {
    return compute()
  } catch (error) {
    if (error instanceof ShapeError) error.span = ast.span
    throw error
  }
}

function valueOf(name: string, { span }: Ast, env: Env): Tensor {
  const value = Object.hasOwn(env, name) ? env[name] : undefined
  if (value !== undefined) return toTensor(value)
  throw new ParseError(span, name, 'a name with a value', `There is no value for “${name}”.`)
}

const constant = (ast: Ast): NestedNumbers => evaluate(ast, {}).toArray()

function apply(op: string, args: readonly Tensor[], settings: ReadonlyMap<string, Ast>): Tensor {
  const call = table[op] as Op<Call> // the parser lets only ops through
  const { takesList, gathered, settings: listed = [] } = call.primitive
  const values = [...settings].map(([name, ast]) => [name, constant(ast)] as const)
  const given = Object.fromEntries(values)
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

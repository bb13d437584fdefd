import type { Span } from '../autodiff/index.ts'
import type { Ast } from './ast.ts'
import * as grid from './grid.ts'
import { elementwise, type Grid } from './grid.ts'
import { LayerError } from './error.ts'
import type { Composed } from './functions.ts'
import * as tree from './tree.ts'
import { add, call, div, mul, neg, num, pow, type Expr } from './tree.ts'

export type Settings = ReadonlyMap<string, Ast>
/** A number as written, with its sign. */
export const number = (ast: Ast | undefined): number | undefined => {
  if (ast?.kind === 'number') return ast.value
  const inner = ast?.kind === 'neg' ? number(ast.of) : undefined
  return inner === undefined ? undefined : -inner
}

/** The settings of a function of entries as numbers: in their order after its values, or by name. Throws for any other. */
export function settingsOf(
  { takes, settings }: Pick<Composed, 'takes' | 'settings'>,
  fn: string,
  args: readonly Ast[],
  given: Settings,
  span: Span,
): Expr[] {
  for (const name of given.keys())
    if (!settings.some(([known]) => known === name) && name !== 'inplace')
      throw new LayerError('not supported', `${fn} is read without “${name}=”.`, span)
  return settings.map(([name, otherwise], k) => {
    const typed = given.get(name) ?? args[takes + k]
    const value = typed ? number(typed) : otherwise
    if (value !== undefined) return num(value)
    throw new LayerError('not supported', `${fn} takes a number as “${name}”.`, typed?.span ?? span)
  })
}

const isScalar = (a: Grid): boolean => a.dims.length === 0

/** What an operator makes of two values in matrix form. */
export function binary(op: string, a: Grid, b: Grid, span: Span): Grid {
  const each = (f: (x: Expr, y: Expr) => Expr): Grid => elementwise(op, a, b, span, f)
  switch (op) {
    case '+':
      return each((x, y) => add(x, y))
    case '-':
      return each((x, y) => add(x, neg(y)))
    case '*':
    case '⊙':
      return each((x, y) => mul(x, y))
    case '/':
      return each(div)
    case '^':
      return each(pow)
    case '>':
      return each((x, y) => (tree.isNum(y, 0) ? call('step', x) : call('greater', x, y)))
    case '<':
      return each((x, y) => call('greater', y, x))
    case '>=':
      return each((x, y) => add(num(1), neg(call('greater', y, x))))
    case '<=':
      return each((x, y) => add(num(1), neg(call('greater', x, y))))
    case '==':
      return each((x, y) => call('equal', x, y))
    default:
      return (isScalar(a) || isScalar(b)) && op !== '@' ? each((x, y) => mul(x, y)) : grid.matmul(a, b, span)
  }
}

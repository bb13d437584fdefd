import type { Span } from '../autodiff/index.ts'
import type { Ast, Slot } from './ast.ts'
import type { Names } from './scope.ts'
import { below, lettersIn } from './sites.ts'

/** Single letters side by side, a slot each. */
export const lettersBeside = (letters: string, [start]: Span): Slot[] =>
  [...letters].map((name, k) => ({
    kind: 'one',
    of: { kind: 'name', name, span: [start + k, start + k + 1] },
  }))

type Name = Ast & { kind: 'name' }

/** x_nd as x[n,d], and the letters of it; undefined where nothing stands below. */
function apart({ name, span }: Name): { of: string; letters: string; index: Ast } | undefined {
  const [, of, letters] = /^(.+)_(\p{Ll}+)$/u.exec(name) ?? []
  if (of === undefined || letters === undefined) return undefined
  const slots = lettersBeside(letters, [span[1] - letters.length, span[1]])
  return { of, letters, index: { kind: 'index', of: { kind: 'name', name: of, span }, slots, span } }
}

/** The expression with x_nd read as x[n,d], where nothing is called x_nd and x has as many axes as letters stand below. */
export function subscripted(ast: Ast, names: Names): Ast {
  if (ast.kind === 'name') {
    if (names.shapes.has(ast.name) || names.sizes.has(ast.name)) return ast
    const found = apart(ast)
    return found && names.shapes.get(found.of)?.length === found.letters.length ? found.index : ast
  }
  if (ast.kind === 'partial')
    return { ...ast, of: subscripted(ast.of, names), by: subscripted(ast.by, names) }
  const [parts, built] = below(ast)
  return parts.length ? built(parts.map((part) => subscripted(part, names))) : ast
}

/** y_nm = … as y[n,m] = …, where the right side is one of entries and has each of these letters. */
export function subscriptedLeft(left: Ast, right: Ast, names: Names): Ast {
  if (left.kind !== 'name' || names.shapes.has(left.name)) return left
  const found = apart(left)
  const there = new Set(lettersIn(right))
  const apiece = found && new Set(found.letters).size === found.letters.length
  return apiece && [...found.letters].every((letter) => there.has(letter)) ? found.index : left
}

import type { Ast, Slot } from './ast.ts'

/** A part of a line's expression, and the whole with something else in its place. */
export interface Site {
  readonly node: Ast
  readonly put: (instead: Ast) => Ast
}

const slotParts = (slots: readonly Slot[]): Ast[] =>
  slots.flatMap((slot) => (slot.kind === 'one' ? [slot.of] : []))

/** The parts straight below, with what the node is when they are others. */
export function below(ast: Ast): readonly [parts: readonly Ast[], built: (parts: readonly Ast[]) => Ast] {
  switch (ast.kind) {
    case 'binary':
      return [[ast.left, ast.right], ([left = ast.left, right = ast.right]) => ({ ...ast, left, right })]
    case 'neg':
    case 'transpose':
    case 'norm':
      return [[ast.of], ([of = ast.of]) => ({ ...ast, of })]
    case 'call':
      return [ast.args, (args) => ({ ...ast, args })]
    case 'list':
      return [ast.items, (items) => ({ ...ast, items })]
    case 'over':
      return [[ast.body], ([body = ast.body]) => ({ ...ast, body })]
    default:
      return [[], () => ast]
  }
}

/** Every part of an expression, the whole first. Letters in square brackets are no parts, but their entries are. */
export function sites(ast: Ast, put: Site['put'] = (instead) => instead): Site[] {
  const [parts, built] = below(ast)
  const inner = parts.flatMap((part, k) =>
    sites(part, (instead) => put(built(parts.map((other, j) => (j === k ? instead : other))))),
  )
  return [{ node: ast, put }, ...inner]
}

/** Letters in square brackets, in order. */
export function lettersIn(ast: Ast): string[] {
  const own =
    ast.kind === 'index' || ast.kind === 'delta'
      ? slotParts(ast.slots).flatMap(names)
      : ast.kind === 'partial'
        ? [...lettersIn(ast.of), ...lettersIn(ast.by)]
        : []
  return [...own, ...below(ast)[0].flatMap(lettersIn)]
}

const names = (ast: Ast): string[] => (ast.kind === 'name' ? [ast.name] : below(ast)[0].flatMap(names))

/** The letters that sums in it run over. */
export const summedIn = (ast: Ast): string[] => [
  ...(ast.kind === 'over' ? ast.letters.map(({ name }) => name) : []),
  ...below(ast)[0].flatMap(summedIn),
]

/** The same with another expression wherever a name stands. */
export function replaced(ast: Ast, name: string, by: Ast): Ast {
  if (ast.kind === 'name') return ast.name === name ? by : ast
  const [parts, built] = below(ast)
  return parts.length ? built(parts.map((part) => replaced(part, name, by))) : ast
}

/** How many parts it has, as a measure of its length. */
export const lengthOfAst = (ast: Ast): number => sites(ast).length

import { print, type Ast } from '@/autodiff'

/** A formula with one thing in it changed, and what was changed. */
export type Edit = { kind: 'axis' | 'elements' | 'matrix' | 'order'; text: string }

type Change = (node: Ast) => readonly Ast[]

/** All trees that differ from this one in one node, changed in one of the ways given. */
function variants(ast: Ast, change: Change): Ast[] {
  const within = <T extends Ast>(parts: readonly Ast[], put: (parts: readonly Ast[]) => T): T[] =>
    parts.flatMap((part, k) => variants(part, change).map((other) => put(parts.with(k, other))))
  switch (ast.kind) {
    case 'call':
      return [...change(ast), ...within(ast.args, (args) => ({ ...ast, args }))]
    case 'product':
      return [
        ...change(ast),
        ...within(ast.args, (args) => ({ ...ast, args: args as readonly [Ast, Ast] })), // as many
      ]
    case 'list':
      return within(ast.items, (items) => ({ ...ast, items }))
    case 'index':
      return within([ast.of], ([of = ast.of]) => ({ ...ast, of }))
    default:
      return []
  }
}

const isProduct = (node: Ast): node is Extract<Ast, { kind: 'call' | 'product' }> =>
  node.kind === 'product' || (node.kind === 'call' && node.op === 'matmul' && node.args.length === 2)
const call = (node: Ast, op: string, args: readonly Ast[]): Ast => ({
  kind: 'call',
  op,
  args,
  settings: new Map(),
  span: node.span,
})

const changes: Readonly<Record<Edit['kind'], Change>> = {
  axis(node) {
    const axis = node.kind === 'call' ? node.settings.get('axis') : undefined
    if (node.kind !== 'call' || axis?.kind !== 'number') return []
    return [0, 1, 2]
      .filter((value) => value !== axis.value)
      .map((value) => ({
        ...node,
        settings: new Map([...node.settings, ['axis', { ...axis, value, text: String(value) }]]),
      }))
  },
  elements: (node) => (node.kind === 'call' && node.op === 'mul' ? [call(node, 'matmul', node.args)] : []),
  matrix: (node) => (isProduct(node) ? [call(node, 'mul', node.args)] : []),
  order: (node) => (isProduct(node) ? [call(node, 'matmul', node.args.toReversed())] : []),
}

/** A formula with one sum over another axis, one product of the other kind, or the sides of one exchanged. */
export const edits = (ast: Ast): Edit[] =>
  (Object.keys(changes) as Edit['kind'][]).flatMap((kind) =>
    variants(ast, changes[kind]).map((tree) => ({ kind, text: print(tree) })),
  )

/** The formula with the product in one place taken entry by entry. */
export const entrywiseAt = (ast: Ast, [start, end]: Ast['span']): string | undefined => {
  const here: Change = (node) => (node.span[0] === start && node.span[1] === end ? changes.matrix(node) : [])
  const [other] = variants(ast, here)
  return other && print(other)
}

import { parseSync } from 'vite'

/** A piece of a source: from a character to another. */
export type Extent = { readonly start: number; readonly end: number }
/** A declaration at the top of a file, and the members of one that is a class or an interface. */
export type Declaration = Extent & {
  readonly name: string
  /** Between its braces, where it has members. */
  readonly body?: Extent
  readonly members: readonly (Extent & { readonly name: string })[]
}

type Node = Extent & { readonly type: string; readonly [key: string]: unknown }
const nodesOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? (value as Node[]) : [])
const nodeOf = (value: unknown): Node | undefined => (value ? (value as Node) : undefined)
const nameOf = (value: unknown): string => String(nodeOf(value)?.name ?? '')

/** The whole of a declaration, with the `export` before it. */
function declared(statement: Node): Declaration[] {
  const node = nodeOf(statement.declaration) ?? statement
  const extent = { start: statement.start, end: statement.end }
  if (node.type === 'VariableDeclaration')
    return nodesOf(node.declarations).map(({ id }) => ({ ...extent, name: nameOf(id), members: [] }))
  const body = nodeOf(node.body)
  const members = nodesOf(body?.body).flatMap(({ key, start, end }) =>
    key ? [{ name: nameOf(key), start, end }] : [],
  )
  const braces = body ? { body: { start: body.start, end: body.end } } : {}
  return node.id ? [{ ...extent, ...braces, name: nameOf(node.id), members }] : []
}

/** What a file of TypeScript declares at its top, and where its comments stand. Throws where it can't be parsed. */
export function declarationsIn(
  file: string,
  source: string,
): { readonly declarations: readonly Declaration[]; readonly comments: readonly Extent[] } {
  const { program, comments, errors } = parseSync(file, source)
  const [error] = errors
  if (error) throw new Error(`${file} can't be parsed: ${error.message}`)
  return {
    declarations: (program.body as unknown as readonly Node[]).flatMap(declared),
    comments: comments.map(({ start, end }) => ({ start, end })),
  }
}

import type { Span } from './tokens.ts'

/** A formula as a tree. An operator is a call of its op; `product` is two values side by side. */
export type Ast = { readonly span: Span } & (
  | { readonly kind: 'number'; readonly value: number; readonly text?: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'call'
      readonly op: string
      readonly args: readonly Ast[]
      readonly settings: Settings
    }
  | { readonly kind: 'product'; readonly args: readonly [Ast, Ast] }
  | { readonly kind: 'list'; readonly items: readonly Ast[] }
  | { readonly kind: 'index'; readonly of: Ast; readonly parts: readonly Part[] }
)
export type Settings = ReadonlyMap<string, Ast>
/** One part of an index: a single place, or all from a start up to an end. */
export type Part = { readonly at: Ast } | { readonly from: Ast | undefined; readonly to: Ast | undefined }

const none: Settings = new Map()
export const callOf = (span: Span, op: string, args: readonly Ast[], settings = none): Ast => ({
  kind: 'call',
  op,
  args,
  settings,
  span,
})
export const numberOf = (span: Span, value: number): Ast => ({ kind: 'number', value, span })

/** What stands in a node, one level down. */
export function children(ast: Ast): readonly Ast[] {
  switch (ast.kind) {
    case 'call':
      return [...ast.args, ...ast.settings.values()]
    case 'product':
      return ast.args
    case 'list':
      return ast.items
    case 'index':
      return [
        ast.of,
        ...ast.parts.flatMap((part) => ('at' in part ? [part.at] : [part.from, part.to])),
      ].filter((part) => part !== undefined)
    default:
      return []
  }
}

/** The same tree with each name replaced; spans become that of the whole where nothing of the text stands for a part. */
export function filled(ast: Ast, span: Span, put: (name: string) => Ast | undefined): Ast {
  const fill = (part: Ast): Ast => filled(part, span, put)
  switch (ast.kind) {
    case 'name':
      return put(ast.name) ?? { ...ast, span }
    case 'call':
      return callOf(
        span,
        ast.op,
        ast.args.map(fill),
        new Map([...ast.settings].map(([name, value]) => [name, fill(value)])),
      )
    case 'product':
      return { ...ast, args: [fill(ast.args[0]), fill(ast.args[1])], span }
    case 'list':
      return { ...ast, items: ast.items.map(fill), span }
    default:
      return { ...ast, span }
  }
}

import type { Primitive } from '../core/primitive.ts'
import { primitives } from '../ops/primitives.ts'
import { callOf, children, filled, type Ast } from './ast.ts'
import { contracted } from './einsum.ts'
import { ParseError } from './error.ts'
import { spellings } from './spellings.ts'
import { plain, type Span } from './tokens.ts'

/** A setting as it was typed: its name has a place too. */
export type Typed = ReadonlyMap<string, { readonly span: Span; readonly value: Ast }>
export interface Call {
  readonly span: Span
  /** The function's name as it was typed. */
  readonly name: string
  /** The op of that name, if there is one. */
  readonly op: string | undefined
  readonly args: readonly Ast[]
  readonly settings: Typed
}

/** A call of another library as a pattern: the letters and numbers that it takes, and what the book writes. */
interface Pattern {
  readonly args: readonly string[]
  readonly settings: ReadonlyMap<string, string>
  readonly book: string
}
const patterns = new Map<string, Pattern[]>()
for (const [typed, book] of Object.entries(spellings.call)) {
  const [, name = '', inside = ''] = /^(\w+)\((.*)\)$/.exec(typed) ?? []
  const parts = inside.split(', ').map((part) => part.split('='))
  const args = parts.flatMap(([arg = '', letter]) => (letter === undefined ? [arg] : []))
  const settings = parts.flatMap(([setting = '', letter]) =>
    letter === undefined ? [] : [[setting, letter] as const],
  )
  patterns.set(name, [...(patterns.get(name) ?? []), { args, settings: new Map(settings), book }])
}
/** Whether calls of this name can be read though no op has it. */
export const isPattern = (name: string): boolean => patterns.has(plain(name)) || name === 'einsum'

/** The number that a node is, with its sign. */
const whole = (ast: Ast): number | undefined => {
  if (ast.kind === 'number') return ast.value
  const [inner] = ast.kind === 'call' && ast.op === 'neg' ? ast.args : []
  return inner?.kind === 'number' ? -inner.value : undefined
}

function bound({ args, settings }: Pattern, call: Call): ReadonlyMap<string, Ast> | undefined {
  if (args.length !== call.args.length || settings.size !== call.settings.size) return undefined
  const found = new Map<string, Ast>()
  for (const [k, arg] of call.args.entries()) {
    const wanted = args[k] ?? ''
    if (/^[a-z]$/.test(wanted)) found.set(wanted, arg)
    else if (whole(arg) !== Number(wanted)) return undefined
  }
  for (const [name, letter] of settings) {
    const given = call.settings.get(name)
    if (!given) return undefined
    found.set(letter, given.value)
  }
  return found
}

const most = 2000
/** A tree that copies of its parts made too large to be worked with is refused before it is. */
export function bounded(ast: Ast): Ast {
  let left = most
  const count = (part: Ast): void => {
    if (--left < 0)
      throw new ParseError(ast.span, '', '', `Written out, this would have more than ${most} parts.`)
    children(part).forEach(count)
  }
  count(ast)
  return ast
}

/** What a call of another library is in the book's words, read by `read`; undefined if no pattern fits. */
function asInBook(call: Call, read: (book: string) => Ast): Ast | undefined {
  for (const pattern of patterns.get(plain(call.name)) ?? []) {
    const found = bound(pattern, call)
    if (found) return bounded(filled(read(pattern.book), call.span, (letter) => found.get(letter)))
  }
}

const listOf = (op: string | undefined): Primitive | undefined => primitives.get(op ?? '')
const settingsOf = (op: string): readonly string[] => listOf(op)?.settings?.map(({ name }) => name) ?? []

/** The call in the core's ops, and whether the book would have written it so. */
export function finished(given: Call, read: (book: string) => Ast): { ast: Ast; other: boolean } {
  const call = withoutList(given)
  const { op, name, span, args } = call
  const letters = name === 'einsum' && args[0]?.kind === 'text' ? args[0].text : undefined
  const product = letters === undefined ? undefined : contracted(letters, args.slice(1), span)
  if (product) return { ast: product, other: true }
  const meant = op !== undefined && op !== 'dot' && fits(op, call)
  const book = meant ? undefined : asInBook(call, read)
  if (book) return { ast: book, other: true }
  if (op === undefined)
    throw new ParseError(span, name, 'a known function', `There is no function “${name}”.`)
  return { ast: sorted(op, call), other: op !== name || call !== given }
}

/** PyTorch lets the operands of einsum come as a list. */
function withoutList(call: Call): Call {
  const [letters, list, ...more] = call.args
  if (call.name !== 'einsum' || letters?.kind !== 'text' || list?.kind !== 'list' || more.length > 0)
    return call
  const terms = letters.text.split('->')[0]?.split(',').length ?? 0
  return terms > 1 && terms === list.items.length ? { ...call, args: [letters, ...list.items] } : call
}

function fits(op: string, { args, settings }: Call): boolean {
  const { takesList, arity, settings: typed = [] } = listOf(op) as Primitive // an op's name
  const count = takesList ? 1 : (arity ?? args.length)
  const known = settingsOf(op)
  return (
    args.length >= count &&
    args.length <= count + typed.length &&
    [...settings.keys()].every((name) => known.includes(name))
  )
}

/** Checks the number of arguments, and moves what follows the values among the settings. */
function sorted(op: string, { args: given, settings: typed, span }: Call): Ast {
  const { takesList, arity, settings: listed = [] } = listOf(op) as Primitive // an op's name
  const known = settingsOf(op)
  for (const [name, at] of typed)
    if (!known.includes(name))
      throw new ParseError(
        at.span,
        name,
        known.length ? `${known.join(' or ')} as a setting of ${op}` : `no settings for ${op}`,
      )
  const settings = new Map([...typed].map(([name, { value }]) => [name, value]))
  const lead = listed.filter(({ leads }) => leads)
  for (const [k, { name }] of lead.entries()) if (given[k]) settings.set(name, given[k])
  const args = given.slice(lead.length)
  const count = takesList ? 1 : (arity ?? args.length)
  const rest = known.slice(lead.length)
  if (args.length < count || args.length > count + rest.length) {
    const values = takesList ? 'a list of values' : `${count} value${count > 1 ? 's' : ''}`
    const more = rest.length ? ` (and ${rest.join(', ')})` : ''
    throw new ParseError(span, op, values, `${op} takes ${values}${more}, not ${args.length}.`)
  }
  for (const [k, arg] of args.slice(count).entries()) {
    const name = rest[k] ?? ''
    if (settings.has(name))
      throw new ParseError(arg.span, name, `${name} once`, `${op} is given ${name} twice.`)
    settings.set(name, arg)
  }
  const lacking = listed.find(({ name, optional }) => !optional && !settings.has(name))?.name
  if (lacking !== undefined)
    throw new ParseError(span, op, lacking, `${op} needs ${lacking}, such as ${op}(…, ${lacking}=[1, 2]).`)
  const inOrder = known.flatMap((name) => {
    const value = settings.get(name)
    return value ? [[name, value] as const] : []
  })
  const values = takesList ? itemsOf(op, args[0], span) : args.slice(0, count)
  return callOf(span, op, values, new Map(inOrder))
}

function itemsOf(op: string, list: Ast | undefined, span: Span): readonly Ast[] {
  if (list?.kind === 'list') return list.items
  throw new ParseError(
    list?.span ?? span,
    op,
    'a list',
    `${op} takes a list of values, such as ${op}([a, b]).`,
  )
}

/** Whether an op is written in front of its one value, as in sin x: it has no settings that could be meant too. */
export const isPlain = (op: string): boolean => {
  const { arity, settings = [], takesList } = listOf(op) as Primitive // an op's name
  return arity === 1 && settings.length === 0 && !takesList
}

import type { Primitive } from '../core/primitive.ts'
import { primitives } from '../ops/primitives.ts'
import { nearest, ParseError } from './error.ts'
import { tokenize, type Span, type Token } from './tokens.ts'

/** A formula as a tree. An operator is a call of its op; `product` is two values side by side. */
export type Ast = { readonly span: Span } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'call'
      readonly op: string
      readonly args: readonly Ast[]
      readonly settings: ReadonlyMap<string, Ast>
    }
  | { readonly kind: 'product'; readonly args: readonly [Ast, Ast] }
  | { readonly kind: 'list'; readonly items: readonly Ast[] }
  | { readonly kind: 'index'; readonly of: Ast; readonly parts: readonly Part[] }
)
/** One part of an index: a single place, or all from a start up to an end. */
export type Part = { readonly at: Ast } | { readonly from: Ast | undefined; readonly to: Ast | undefined }

/** How tightly each operator holds its left side and its right; the tighter one wins what stands between. */
const operators: Readonly<Record<string, readonly [op: string, left: number, right: number]>> = {
  '>': ['greater', 5, 5],
  '<': ['less', 5, 5],
  '+': ['add', 10, 10],
  '-': ['sub', 10, 10],
  '*': ['mul', 20, 20],
  '/': ['div', 20, 20],
  '@': ['matmul', 20, 20],
  '·': ['', 20, 20],
  '^': ['pow', 30, 29],
}
const [signPower, sidePower] = [15, 20]

const constants: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['π', Math.PI],
  ['e', Math.E],
  ['true', 1],
  ['True', 1],
  ['false', 0],
  ['False', 0],
])
const aliases: ReadonlyMap<string, string> = new Map([
  ['ln', 'log'],
  ['σ', 'sigmoid'],
  ['Σ', 'sum'],
  ['∑', 'sum'],
])
const [maxLength, maxDepth] = [4000, 100]

/** A Pratt parser over the tokens of one formula. */
class Parser {
  private readonly tokens: readonly Token[]
  private at = 0
  private depth = 0
  readonly names = new Set<string>()

  constructor(
    source: string,
    private readonly known: readonly string[] | undefined,
  ) {
    if (source.length > maxLength)
      throw new ParseError(
        [maxLength, source.length],
        '',
        '',
        `A formula may have ${maxLength} characters, and this one has ${source.length}.`,
      )
    this.tokens = tokenize(source)
  }

  whole(): Ast {
    const ast = this.expression(0)
    if (this.next.kind !== 'end') throw this.unexpected('an operator or the end')
    return ast
  }

  private get next(): Token {
    return this.tokens[this.at] as Token // the end is never passed
  }
  private take(): Token {
    const token = this.next
    if (token.kind !== 'end') this.at++
    return token
  }
  private accept(text: string): boolean {
    const found = this.next.kind === 'symbol' && this.next.text === text
    if (found) this.at++
    return found
  }
  private unexpected(expected: string): ParseError {
    return new ParseError(this.next.span, this.next.text, expected)
  }
  private expect(text: string): void {
    if (!this.accept(text)) throw this.unexpected(`“${text}”`)
  }
  /** From where the tree starts to the last token taken. */
  private since(start: number): Span {
    return [start, this.tokens[this.at - 1]?.span[1] ?? start]
  }
  private call(
    start: number,
    op: string,
    args: readonly Ast[],
    settings: ReadonlyMap<string, Ast> = new Map(),
  ): Ast {
    return { kind: 'call', op, args, settings, span: this.since(start) }
  }

  private expression(power: number): Ast {
    if (++this.depth > maxDepth) throw this.tooDeep()
    const start = this.next.span[0]
    let left = this.postfix(start, this.primary(power))
    for (;;) {
      const operator = this.next.kind === 'symbol' ? operators[this.next.text] : undefined
      if (operator && operator[1] > power) {
        this.take()
        left = this.binary(start, operator[0], left, this.expression(operator[2]))
      } else if (!operator && this.startsValue() && sidePower > power) {
        const args = [left, this.expression(sidePower)] as const
        left = { kind: 'product', args, span: this.since(start) }
      } else break
    }
    this.depth--
    return left
  }
  private tooDeep(): ParseError {
    return new ParseError(
      this.next.span,
      this.next.text,
      '',
      `Brackets and operators are nested more than ${maxDepth} deep.`,
    )
  }
  private startsValue(): boolean {
    return this.next.kind === 'name' || (this.next.kind === 'symbol' && this.next.text === '(')
  }
  private binary(start: number, op: string, left: Ast, right: Ast): Ast {
    if (op === '') return { kind: 'product', args: [left, right], span: this.since(start) }
    return op === 'less' ? this.call(start, 'greater', [right, left]) : this.call(start, op, [left, right])
  }

  private primary(power: number): Ast {
    const token = this.next
    const { kind, text, span } = token
    if (kind === 'number') return { kind, value: Number(this.take().text), span }
    if (kind === 'name') return this.named(this.take())
    if (this.accept('-')) return this.call(span[0], 'neg', [this.expression(Math.max(power, signPower))])
    if (this.accept('+')) return this.expression(Math.max(power, signPower))
    if (this.accept('(')) {
      const items = this.items(')')
      if (items.length === 1) return { ...(items[0] as Ast), span: this.since(span[0]) } // one item
      if (items.length > 1) return { kind: 'list', items, span: this.since(span[0]) }
    } else if (this.accept('[')) return { kind: 'list', items: this.items(']'), span: this.since(span[0]) }
    throw new ParseError(span, text === '(' ? '()' : text, 'a number, a name or “(”')
  }
  /** Expressions between commas, up to a closing bracket. */
  private items(close: string): Ast[] {
    const items: Ast[] = []
    if (this.accept(close)) return items
    do items.push(this.expression(0))
    while (this.accept(','))
    if (!this.accept(close)) throw this.unexpected(`an operator, “,” or “${close}”`)
    return items
  }

  private postfix(start: number, value: Ast): Ast {
    let ast = value
    for (;;) {
      if (this.accept('ᵀ')) ast = this.call(start, 'transpose', [ast])
      else if (this.next.text === '²' || this.next.text === '³')
        ast = this.call(start, 'pow', [ast, this.raised()])
      else if (this.accept('['))
        ast = { kind: 'index', of: ast, parts: this.parts(), span: this.since(start) }
      else return ast
    }
  }
  private raised(): Ast {
    const { text, span } = this.take()
    return { kind: 'number', value: text === '²' ? 2 : 3, span }
  }
  private parts(): Part[] {
    const parts: Part[] = []
    do {
      const ends = (): boolean => this.next.text === ',' || this.next.text === ']'
      const from = this.next.text === ':' ? undefined : this.expression(0)
      if (this.accept(':')) parts.push({ from, to: ends() ? undefined : this.expression(0) })
      else if (from) parts.push({ at: from })
    } while (this.accept(','))
    this.expect(']')
    return parts
  }

  /** A name alone is a value; before “(” it is a function, or a value times what is in the brackets. */
  private named({ text, span }: Token): Ast {
    const op = aliases.get(text) ?? text
    const given = this.known?.includes(text)
    if (primitives.has(op) && !given) return this.applied(op, span[0])
    const isCall = this.next.kind === 'symbol' && this.next.text === '('
    const value = given ? undefined : constants.get(text)
    if (value !== undefined) return { kind: 'number', value, span }
    const isValue = this.known ? given : !isCall || /^.\d*$/u.test(text)
    if (!isValue) throw this.unknown(text, span, isCall)
    this.names.add(text)
    return { kind: 'name', name: text, span }
  }
  private unknown(text: string, span: Span, isCall: boolean): ParseError {
    const near = nearest(text, isCall ? primitives.keys() : [...(this.known ?? []), ...primitives.keys()])
    const hint = text === 'step' ? ': a step at 0 is x > 0.' : near ? `: did you mean “${near}”?` : '.'
    const kind = isCall ? 'function' : 'value'
    return new ParseError(span, text, near ?? `a known ${kind}`, `There is no ${kind} “${text}”${hint}`)
  }

  /** What follows the name of an op: perhaps a power, as in sin²(x), then its arguments in brackets. */
  private applied(op: string, start: number): Ast {
    let power: Ast | undefined
    if (this.next.text === '²' || this.next.text === '³') power = this.raised()
    else if (this.next.text === '^') {
      this.take()
      const { kind, text, span } = this.take()
      if (kind !== 'number') throw new ParseError(span, text, `a number as the power of ${op}`)
      power = { kind, value: Number(text), span }
    }
    if (!this.accept('(')) throw this.unexpected(`“(” after ${op}`)
    const settings = new Map<string, Ast>()
    const args = this.arguments(op, settings)
    const applied = this.call(start, op, this.sorted(op, args, settings, start), settings)
    return power ? this.call(start, 'pow', [applied, power]) : applied
  }
  private arguments(op: string, settings: Map<string, Ast>): Ast[] {
    const args: Ast[] = []
    if (this.accept(')')) return args
    do {
      const [name, sign] = [this.next, this.tokens[this.at + 1]]
      if (name.kind !== 'name' || sign?.text !== '=') args.push(this.expression(0))
      else {
        const known = settingsOf(op)
        if (!known.includes(name.text))
          throw this.unexpected(
            known.length ? `${known.join(' or ')} as a setting of ${op}` : `no settings for ${op}`,
          )
        if (settings.has(name.text)) throw this.unexpected(`${name.text} once`)
        this.at += 2
        settings.set(name.text, this.expression(0))
      }
    } while (this.accept(','))
    if (!this.accept(')')) throw this.unexpected('an operator, “,” or “)”')
    return args
  }
  /** Checks the number of arguments, and moves what follows the values among the settings. */
  private sorted(
    op: string,
    args: readonly Ast[],
    settings: Map<string, Ast>,
    start: number,
  ): readonly Ast[] {
    const { takesList, arity, settings: typed = [] } = primitives.get(op) as Primitive // the parser lets only ops through
    const count = takesList ? 1 : (arity ?? args.length)
    const known = settingsOf(op)
    if (args.length < count || args.length > count + known.length) {
      const values = takesList ? 'a list of values' : `${count} value${count > 1 ? 's' : ''}`
      const more = known.length ? ` (and ${known.join(', ')})` : ''
      throw new ParseError(this.since(start), op, values, `${op} takes ${values}${more}, not ${args.length}.`)
    }
    for (const [k, arg] of args.slice(count).entries()) {
      const name = known[k] ?? ''
      if (settings.has(name))
        throw new ParseError(arg.span, name, `${name} once`, `${op} is given ${name} twice.`)
      settings.set(name, arg)
    }
    const lacking = typed.find(({ name, optional }) => !optional && !settings.has(name))?.name
    if (lacking !== undefined)
      throw new ParseError(
        this.since(start),
        op,
        lacking,
        `${op} needs ${lacking}, such as ${op}(…, ${lacking}=[1, 2]).`,
      )
    const [list] = args
    if (!takesList) return args.slice(0, count)
    if (list?.kind === 'list') return list.items
    throw new ParseError(
      list?.span ?? [start, start],
      op,
      'a list',
      `${op} takes a list of values, such as ${op}([a, b]).`,
    )
  }
}

const settingsOf = (op: string): readonly string[] =>
  primitives.get(op)?.settings?.map(({ name }) => name) ?? []

/** Reads a formula; `known` are the names it may use, any when left out. */
export function read(source: string, known?: readonly string[]): { ast: Ast; names: string[] } {
  const parser = new Parser(source, known)
  const ast = parser.whole()
  return { ast, names: [...parser.names] }
}

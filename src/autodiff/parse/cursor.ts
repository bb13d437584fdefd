import type { Ast } from './ast.ts'
import { ParseError } from './error.ts'
import { replaced, tokenize, type Commas, type Span, type Token } from './tokens.ts'
import { meaningOf, type Meaning } from './vocabulary.ts'

/** How a formula is to be read. */
export interface Reading {
  /** The names that it may use, any when left out. */
  readonly names?: readonly string[] | undefined
  /** Whether each of them is one number: then max(x, 0) can only be the larger of two. */
  readonly numbers?: boolean | undefined
  /** Whether a comma groups thousands, as in a count. */
  readonly commas?: Commas | undefined
}

// Side by side with a gap, a product is one like any other; a number, or what has no gap, holds what follows.
export const [signPower, sidePower, barePower, tightPower] = [15, 20, 24, 25]
export const maxDepth = 100
const maxLength = 4000
/** The row of ones in 1ᵀ dy: no name that a reader can type. */
export const ones = '1ᵀ'
export const isOnes = (ast: Ast): boolean => ast.kind === 'name' && ast.name === ones

/** The tokens of a formula and the place among them, shared by all parts of the grammar. */
export abstract class Cursor {
  protected readonly tokens: Token[]
  protected at = 0
  private depth = 0
  /** How many | are open, so that the next one closes. */
  protected bars = 0
  /** Whether the argument of a function without brackets is read: another function ends it. */
  protected bare = 0
  respelled: boolean
  readonly names = new Set<string>()

  constructor(
    protected readonly source: string,
    protected readonly reading: Reading,
  ) {
    if (source.length > maxLength)
      throw new ParseError(
        [maxLength, source.length],
        '',
        '',
        `A formula may have ${maxLength} characters, and this one has ${source.length}.`,
      )
    const { tokens, respelled } = tokenize(source, reading.commas)
    this.tokens = [...tokens]
    this.respelled = respelled
  }

  abstract expression(power: number): Ast
  protected abstract primary(power: number): Ast
  /** Reads a text of the book's own, in the letters a, b and c. */
  protected abstract ofBook(text: string): Ast

  protected get next(): Token {
    return this.tokens[this.at] as Token // the end is never passed
  }
  protected get after(): Token {
    return this.tokens[this.at + 1] ?? this.next
  }
  protected get last(): Token | undefined {
    return this.tokens[this.at - 1]
  }
  protected take(): Token {
    const token = this.next
    if (token.kind !== 'end') this.at++
    return token
  }
  protected is(text: string): boolean {
    return this.next.kind === 'symbol' && this.next.text === text
  }
  protected accept(text: string): boolean {
    const found = this.is(text)
    if (found) this.at++
    return found
  }
  /** A token as it stands in the source: what is raised there has other signs here. */
  protected shown({ text, span }: Token): string {
    return /^[⁽⁾]$|\u2044/.test(text) ? this.source.slice(...span) : text
  }
  protected unexpected(expected: string, suggestions: readonly string[] = []): ParseError {
    const error = new ParseError(this.next.span, this.shown(this.next), expected)
    return suggestions.length === 0
      ? error
      : new ParseError(error.span, error.found, expected, error.message, suggestions)
  }
  protected expect(text: string): void {
    if (!this.accept(text)) throw this.unexpected(`“${text}”`)
  }
  /** From where the tree starts to the last token taken. */
  protected since(start: number): Span {
    return [start, this.last?.span[1] ?? start]
  }
  protected text({ span }: { readonly span: Span }): string {
    return this.source.slice(...span)
  }
  /** Refuses what could be two things, each as a text to take. */
  protected ambiguous(span: Span, puts: readonly string[]): ParseError {
    const found = this.source.slice(...span)
    const which = puts.length > 1 ? 'write the one you mean' : 'write so if you mean it'
    const sentence = `“${found}” could be ${puts.join(' or ')}: ${which}.`
    const texts = puts.map((put) => replaced(this.source, span, put))
    return new ParseError(span, found, puts.join(' or '), sentence, texts)
  }
  /** Reads a part inside another, unless there are too many already. */
  protected deeper<T>(part: () => T): T {
    if (++this.depth > maxDepth) throw this.tooDeep()
    const found = part()
    this.depth--
    return found
  }
  protected tooDeep(): ParseError {
    return new ParseError(
      this.next.span,
      this.next.text,
      '',
      `Brackets and operators are nested more than ${maxDepth} deep.`,
    )
  }
  protected meaning(text: string): Meaning | undefined {
    return meaningOf(text, this.reading.names)
  }
  protected value(name: string, span: Span): Ast {
    this.names.add(name)
    return { kind: 'name', name, span }
  }
}

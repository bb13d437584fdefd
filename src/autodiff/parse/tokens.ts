import { nthOr } from '../core/entry.ts'
import { clean } from './characters.ts'
import { ParseError } from './error.ts'

/** A place in the source: the first character, and the one after the last. */
export type Span = readonly [start: number, end: number]

export interface Token {
  /** `member` is what follows a dot, as in x.sum; `text` stands in quotes. */
  readonly kind: 'number' | 'name' | 'member' | 'text' | 'symbol' | 'end'
  readonly text: string
  readonly span: Span
  /** Whether nothing, not even a space, stands before it. */
  readonly glued?: boolean
}

export interface Tokens {
  readonly tokens: readonly Token[]
  /** Whether something was written as the book would not. */
  readonly respelled: boolean
}

/** How a comma between digits is meant where it could be either: of a count, it groups thousands. */
export type Commas = 'count' | 'ask'

const patterns = {
  space: /\s+/y,
  text: /(['"])([a-zA-Z,.\s>-]*)\1/y,
  grouped: /\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+|(?:[ _]\d{3})+)(?![\d,])/y,
  comma: /\d+,\d+(?:[eE][+-]?\d+)?(?![\d.])/y,
  fraction: /\d*[\u00bc-\u00be\u2150-\u215e\u2189]/y,
  number: /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y,
  // Lm, the class of ᵀ, is left out of names.
  name: /[\p{Lu}\p{Ll}\p{Lo}_∂∇∑][\p{Lu}\p{Ll}\p{Lo}\p{Nd}_∂]*/uy,
  member: /\.[A-Za-z_]\w*/y,
  symbol: /\*\*|<=|>=|==|!=|\\frac|[-+*/^@()[\],:=<>·|√'ᵀ⁽⁾]/uy,
}
const same: Readonly<Record<string, string>> = { '**': '^', '.T': 'ᵀ', '.mT': 'ᵀ' }
const endsValue = /^[)\]⁾ᵀ'|]$/

/** Reads one formula from left to right. */
class Tokenizer {
  private readonly cleaned
  private readonly found: Token[] = []
  private place = 0
  private glued = false
  respelled: boolean
  /** For each open bracket, whether commas part values in it, as in a call or a list. */
  private readonly parting: boolean[] = []
  private depth = 0

  constructor(
    private readonly source: string,
    private readonly commas: Commas,
  ) {
    this.cleaned = clean(source)
    this.respelled = this.cleaned.respelled
  }

  all(): Token[] {
    while (this.place < this.cleaned.text.length) this.one()
    const end = this.source.length
    return [...this.found, { kind: 'end', text: '', span: [end, end] }]
  }

  private match(name: keyof typeof patterns): string | undefined {
    const pattern = patterns[name]
    pattern.lastIndex = this.place
    return pattern.exec(this.cleaned.text)?.[0]
  }
  private span(length: number): Span {
    const { at, text } = this.cleaned
    const start = nthOr(at, this.place, 0)
    // What follows may have grown out of the last character, as the end of what is raised does.
    const last = at[this.place + length - 1] ?? start
    const after = at[this.place + length] ?? start
    const next = after > last ? after : last + 1
    return [start, this.place + length >= text.length ? this.source.trimEnd().length : next]
  }
  private push(kind: Token['kind'], text: string, length: number): void {
    this.found.push({ kind, text, span: this.span(length), glued: this.glued })
    this.place += length
    this.glued = true
  }
  private get previous(): Token | undefined {
    return this.found.at(-1)
  }
  private get afterValue(): boolean {
    const { kind, text } = this.previous ?? { kind: 'end', text: '' }
    return kind === 'symbol' ? endsValue.test(text) : kind !== 'end'
  }

  private one(): void {
    const space = this.match('space')
    if (space !== undefined) {
      this.place += space.length
      this.glued = false
      return
    }
    const taken = this.number() || this.word() || this.symbol()
    if (!taken) throw this.refused()
  }

  private number(): boolean {
    const free = this.depth === 0
    const grouped = free ? this.match('grouped') : undefined
    const comma = free ? this.match('comma') : undefined
    if (grouped !== undefined) this.push('number', grouped.replace(/[, _]/g, ''), grouped.length)
    else if (comma !== undefined) this.push('number', this.withComma(comma), comma.length)
    else {
      const fraction = this.match('fraction')
      const number = fraction ?? this.match('number')
      if (number === undefined) return false
      this.push('number', number.normalize('NFKC'), number.length)
      return true
    }
    this.respelled = true
    return true
  }
  /** 0,5 and 3,14 are 0.5 and 3.14; 4,000 could be four or four thousand. */
  private withComma(text: string): string {
    const point = text.replace(',', '.')
    if (!/^[1-9]\d{0,2},\d{3}$/.test(text)) return point
    const plain = text.replace(',', '')
    if (this.commas === 'count') return plain
    const span = this.span(text.length)
    throw new ParseError(
      span,
      text,
      'a point or no comma',
      `“${text}” could be ${plain} or ${Number(point)}: write the one you mean.`,
      [plain, String(Number(point))].map((put) => replaced(this.source, span, put)),
    )
  }

  private word(): boolean {
    const name = this.match('name')
    if (name !== undefined) this.push('name', name, name.length)
    const { kind, text } = this.previous ?? { kind: 'end', text: '' }
    if (name !== undefined) return true
    const quoted = kind === 'symbol' && (text === '(' || text === ',') ? this.match('text') : undefined
    if (quoted !== undefined) {
      this.push('text', quoted.slice(1, -1), quoted.length)
      return true
    }
    const member = this.afterValue ? this.match('member') : undefined
    if (member === undefined) return false
    if (member === '.mT') this.respelled = true
    if (same[member] === undefined) this.push('member', member.slice(1), member.length)
    else this.push('symbol', 'ᵀ', member.length)
    return true
  }

  private symbol(): boolean {
    const symbol = this.match('symbol')
    if (symbol === undefined) return false
    const called = this.previous?.kind === 'name' || this.previous?.kind === 'member'
    if (symbol === '(' || symbol === '[') {
      this.parting.push(symbol === '[' || called)
      if (symbol === '[' || called) this.depth++
    }
    if ((symbol === ')' || symbol === ']') && this.parting.pop()) this.depth--
    this.push('symbol', same[symbol] ?? symbol, symbol.length)
    return true
  }

  private refused(): ParseError {
    const [letter = ''] = this.cleaned.text.slice(this.place, this.place + 2)
    return new ParseError(this.span(letter.length), letter, 'a number, a name or an operator')
  }
}

/** A text with a part of it replaced. */
export const replaced = (source: string, [start, end]: Span, put: string): string =>
  source.slice(0, start) + put + source.slice(end)

/** Cuts a formula into tokens, the last of them the end. A ParseError at a character that has no meaning. */
export function tokenize(source: string, commas: Commas = 'ask'): Tokens {
  const tokenizer = new Tokenizer(source, commas)
  const tokens = tokenizer.all()
  return { tokens, respelled: tokenizer.respelled }
}

/** w₁, w_1 and w1 are one name. */
export const plain = (name: string): string => name.replace(/_(?=\d)/g, '')

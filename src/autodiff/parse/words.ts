import type { Ast } from './ast.ts'
import { Application } from './application.ts'
import { isPattern } from './calls.ts'
import { ParseError } from './error.ts'
import { tightPower } from './cursor.ts'
import type { Span, Token } from './tokens.ts'
import { unknownWord } from './unknown.ts'
import { modules, opNamed, split } from './vocabulary.ts'

/** Names: of values, of functions, of several in one word, and what follows a dot. */
export abstract class Words extends Application {
  /** A name alone is a value; before “(” it is a function, or a value times what is in the brackets. */
  protected named(token: Token): Ast {
    let { text, span } = token
    let qualified = false
    while (modules.has(text) && this.meaning(text) === undefined && this.next.kind === 'member') {
      const member = this.take()
      ;[text, span] = [member.text, [token.span[0], member.span[1]]]
      qualified = this.respelled = true
    }
    const gradient = this.gradient(text)
    if (gradient !== undefined) return this.value(gradient, this.since(token.span[0]))
    const isCall = this.is('(')
    const own = !this.meaning(text) && this.next.text === 'grad' ? this.gradientBy(text) : undefined
    if (own !== undefined && this.take()) return this.value(own, this.since(token.span[0]))
    const meaning = this.meaning(text)
    if (!meaning) return this.strange({ ...token, text, span }, isCall, qualified)
    this.respelled ||= meaning.other
    if (meaning.kind === 'constant') return { kind: 'number', value: meaning.value, text: meaning.text, span }
    if (meaning.kind === 'name') return this.value(meaning.name, span)
    return this.applied(text, meaning.op, span[0], qualified)
  }

  /** A word that means nothing as it stands: a function of another library, several words in one, or a name to be. */
  protected strange(token: Token, isCall: boolean, qualified: boolean): Ast {
    const { text, span } = token
    const { names } = this.reading
    if (isCall && isPattern(text)) {
      this.take()
      return this.call(span[0], text, undefined, [], qualified)
    }
    if (!names && (!isCall || /^.\d*$/u.test(text))) return this.value(text.replace(/_(?=\d)/g, ''), span)
    const pieces = names && split(text, names)
    if (pieces && !pieces.some((piece) => this.meaning(piece) === undefined && !/^\d+$/.test(piece))) {
      this.respelled = true
      this.insert(pieces, token)
      return this.primary(tightPower)
    }
    const word = unknownWord(this.source, token, isCall ? 'function' : 'value', names)
    throw new ParseError(span, text, word.expected, word.message, word.suggestions)
  }

  /** Puts the pieces of a word in its place, as if they had been typed side by side. */
  protected insert(pieces: readonly string[], { span: [start], glued }: Token): void {
    let place = start
    const tokens = pieces.map((text, k): Token => {
      const span: Span = [place, (place += text.length)]
      return { kind: /^\d/.test(text) ? 'number' : 'name', text, span, glued: k > 0 || glued === true }
    })
    this.at--
    this.tokens.splice(this.at, 1, ...tokens)
  }

  /** x.sum(0) is sum(x, 0); y.grad is the gradient by y. */
  protected member(start: number, of: Ast): Ast {
    const { text, span } = this.take()
    this.respelled = true
    const gradient = text === 'grad' && of.kind === 'name' ? this.gradientBy(of.name) : undefined
    if (gradient !== undefined && !this.is('('))
      return { kind: 'name', name: gradient, span: this.since(start) }
    const op = opNamed(text)
    if (op === undefined && !isPattern(text)) throw this.noMember(text, span)
    this.expect('(')
    return this.call(start, text, op, [of], true)
  }

  private noMember(text: string, span: Span): ParseError {
    const sizes = this.reading.names?.filter((name) => /^[A-Z]$/.test(name)) ?? []
    const hint = text === 'shape' && sizes.length > 0 ? `: the sizes are ${sizes.join(', ')}.` : '.'
    return new ParseError(span, text, 'what values have', `There is no “.${text}” here${hint}`)
  }
}

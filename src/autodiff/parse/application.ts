import { primitives } from '../ops/primitives.ts'
import { callOf, type Ast } from './ast.ts'
import { finished, isPlain, type Call } from './calls.ts'
import { barePower, tightPower } from './cursor.ts'
import { ParseError } from './error.ts'
import { Gradients } from './gradients.ts'
import { replaced, type Span, type Token } from './tokens.ts'
import { settingNamed, split } from './vocabulary.ts'

/** What follows the name of a function: a power, arguments with or without brackets, settings. */
export abstract class Application extends Gradients {
  protected startsValue(): boolean {
    const { kind, text, glued } = this.next
    if (kind === 'name') return true
    if (kind === 'symbol')
      return text === '(' || text === '√' || text === '\\frac' || (text === '|' && this.bars === 0)
    // After a bracket a number can only be a factor: (x + 1) 2, cos(x) 2x. After a name it may have been x^2.
    const closed = this.last?.text === ')' || this.last?.text === '⁾'
    return (
      kind === 'number' && closed && (!glued || (this.after.kind === 'name' && this.after.glued === true))
    )
  }

  protected meansFunction({ kind, text }: Token): boolean {
    if (kind !== 'name') return false
    if (this.meaning(text)?.kind === 'op') return true
    const [first] = split(text, this.reading.names ?? []) ?? []
    return first !== undefined && this.meaning(first)?.kind === 'op'
  }

  /** What follows the name of an op: perhaps a power, as in sin²(x), then its arguments, in brackets or, as in sin x, not. */
  protected applied(name: string, op: string, start: number, qualified: boolean): Ast {
    const power = this.powerOf(name)
    const to = this.at
    const applied = this.accept('(')
      ? this.call(start, name, op, [], qualified)
      : this.withoutBrackets(op, start)
    if (!power) return applied
    if (power.kind === 'call' && power.op === 'neg')
      throw this.inverse(
        op,
        this.since(start),
        this.source.slice(this.tokens[to]?.span[0], this.since(start)[1]),
      )
    return callOf(this.since(start), 'pow', [applied, power])
  }

  protected powerOf(name: string): Ast | undefined {
    if (this.accept('⁽')) {
      const power = this.expression(0)
      this.expect('⁾')
      return power
    }
    if (!this.is('^')) return undefined
    this.take()
    const { kind, text, span } = this.next
    if (kind === 'number') return this.primary(tightPower)
    if (this.is('(') || this.is('-')) return this.primary(tightPower)
    throw new ParseError(span, text, `a number as the power of ${name}`)
  }

  /** sin⁻¹(x) is the inverse function to most, and 1/sin(x) to some. */
  protected inverse(op: string, span: Span, argument: string): ParseError {
    const inside = argument.startsWith('(') ? argument : `(${argument})`
    const puts = [`(1/${op}${inside})`]
    if (primitives.has(`a${op}`)) puts.unshift(`a${op}${inside}`)
    return this.ambiguous(span, puts)
  }

  protected withoutBrackets(op: string, start: number): Ast {
    const { kind, text } = this.next
    const begins = kind === 'number' || kind === 'name' || (kind === 'symbol' && '-√|\\frac'.includes(text))
    if (!isPlain(op) || !begins) throw this.unexpected(`“(” after ${op}`)
    this.respelled = true
    this.bare++
    const of = this.expression(barePower)
    this.bare--
    this.refuseReach(start, of)
    return callOf(this.since(start), op, [of])
  }

  /** Of sin x/2 and sin x y nobody knows how far the sine reaches. */
  protected refuseReach(start: number, of: Ast): void {
    const { kind, text, glued } = this.next
    const sign = kind === 'symbol' && '*/·@'.includes(text) && glued
    if (!sign && (!this.startsValue() || this.meansFunction(this.next))) return
    if (sign) this.take()
    const more = this.text(this.expression(tightPower))
    const [head, inner] = [this.source.slice(start, of.span[0]).trim(), this.text(of)]
    const joint = sign ? text : ' '
    throw this.ambiguous(this.since(start), [
      `${head}(${inner})${joint}${more}`,
      `${head}(${inner}${joint}${more})`,
    ])
  }

  /** The call of a function whose bracket is open; `first` are values that stand before it. */
  protected call(
    start: number,
    name: string,
    op: string | undefined,
    first: readonly Ast[],
    qualified: boolean,
  ): Ast {
    const settings = new Map<string, { span: Span; value: Ast }>()
    const args = [...first, ...this.arguments(settings)]
    const call: Call = { span: this.since(start), name, op, args, settings }
    if ((op === 'max' || op === 'min') && args.length === 2 && settings.size === 0 && !qualified)
      return this.largerOf(op, args as [Ast, Ast], call.span)
    const { ast, other } = finished(call, (book) => this.ofBook(book))
    this.respelled ||= other
    return ast
  }

  protected arguments(settings: Map<string, { span: Span; value: Ast }>): Ast[] {
    const args: Ast[] = []
    if (this.accept(')')) return args
    const bare = this.bare
    this.bare = 0
    do {
      const [name, sign] = [this.next, this.after]
      if (name.kind !== 'name' || sign.text !== '=') args.push(this.expression(0))
      else {
        const known = settingNamed(name.text)
        this.respelled ||= known !== name.text
        if (settings.has(known)) throw this.unexpected(`${name.text} once`)
        this.at += 2
        settings.set(known, { span: name.span, value: this.expression(0) })
      }
    } while (this.accept(',') && !this.is(')'))
    this.bare = bare
    if (!this.accept(')')) throw this.unexpected('an operator, “,” or “)”')
    return args
  }

  /** max(x, 0): the larger of two in mathematics, the largest along axis 0 in NumPy. */
  protected largerOf(op: string, args: readonly [Ast, Ast], span: Span): Ast {
    const [first, second] = args
    const axis =
      second.kind === 'number' ||
      (second.kind === 'call' && second.op === 'neg' && second.args[0]?.kind === 'number')
    if (axis && first.kind !== 'number' && !this.reading.numbers) {
      const [a, b] = [this.text(first), this.text(second)]
      const puts = [`${op}imum(${a}, ${b})`, `${op}(${a}, axis=${b})`]
      const sentence = `“${this.source.slice(...span)}” could be ${puts[0]}, the ${op === 'max' ? 'larger' : 'smaller'} of two, or ${puts[1]}, along an axis: write the one you mean.`
      throw new ParseError(
        span,
        op,
        puts.join(' or '),
        sentence,
        puts.map((put) => replaced(this.source, span, put)),
      )
    }
    this.respelled = true
    return callOf(span, `${op}imum`, args)
  }
}

import { callOf, numberOf, type Ast } from './ast.ts'
import { bounded } from './calls.ts'
import { ParseError } from './error.ts'
import { isOnes, ones, sidePower, tightPower, type Reading } from './cursor.ts'
import { replaced, type Span, type Token } from './tokens.ts'
import { Values } from './values.ts'

export type { Reading } from './cursor.ts'

/** How tightly each operator holds its left side and its right; the tighter one wins what stands between. */
const operators: Readonly<Record<string, readonly [op: string, left: number, right: number]>> = {
  '>': ['greater', 5, 5],
  '<': ['less', 5, 5],
  '>=': ['least', 5, 5],
  '<=': ['most', 5, 5],
  '==': ['equal', 5, 5],
  '!=': ['unequal', 5, 5],
  '+': ['add', 10, 10],
  '-': ['sub', 10, 10],
  '*': ['mul', 20, 20],
  '/': ['div', 20, 25],
  '@': ['matmul', 20, 20],
  '·': ['', 20, 20],
  '^': ['pow', 30, 29],
}
const comparisons = new Set(['greater', 'less', 'least', 'most', 'equal', 'unequal'])

/** A Pratt parser over the tokens of one formula. */
class Parser extends Values {
  assigned: string | undefined

  whole(): Ast {
    this.assignment()
    const ast = this.expression(0)
    if (this.next.kind !== 'end') throw this.unexpected('an operator or the end', this.powerMeant())
    return ast
  }

  /** Leaves out “dw =” before the formula, and remembers it. */
  protected override ofBook(text: string): Ast {
    return new Parser(text, { names: ['a', 'b', 'c'] }).whole()
  }

  /** x 2 lacks a sign; nobody knows which. */
  private powerMeant(): string[] {
    const [name, number] = [this.last, this.next]
    if (name?.kind !== 'name' || number.kind !== 'number') return []
    const span: Span = [name.span[0], number.span[1]]
    return [`${name.text}^${number.text}`, `${number.text}${name.text}`].map((put) =>
      replaced(this.source, span, put),
    )
  }

  private assignment(): void {
    let depth = 0
    const end = this.tokens.findIndex(({ kind, text }) => {
      if (kind === 'symbol' && '([⁽'.includes(text)) depth++
      if (kind === 'symbol' && ')]⁾'.includes(text)) depth--
      return depth === 0 && kind === 'symbol' && text === '='
    })
    if (end < 0) return
    const left = this.tokens.slice(0, end).map(({ text }) => text)
    const form = /^(?:\\frac\()?[d∂]\w+\)?[/(]{1,2}?([d∂][\p{L}\d_]+)\)?$/u.exec(left.join(''))
    const isName = /^[\p{L}∂][\p{L}\d_]*(?:[([].{1,12}[)\]])?$/u.test(left.join(''))
    if (end > 0 && !form && !isName) return
    this.refuseInput(this.tokens.slice(0, end))
    this.assigned = form?.[1]?.replace('∂', 'd') ?? left[0]
    this.at = end + 1
  }

  /** “x = 3” says what x is, and would be read as 3 for every x. */
  private refuseInput(left: readonly Token[]): void {
    const [name] = left
    if (!name || left.length > 1 || !this.reading.names?.includes(name.text)) return
    throw new ParseError(
      name.span,
      name.text,
      'a formula',
      `“${name.text} = …” gives ${name.text} a value, and ${name.text} is what goes in. Write the formula alone, or its result on the left, as in y = ….`,
    )
  }

  override expression(power: number): Ast {
    return this.deeper(() => this.operations(power))
  }
  private operations(power: number): Ast {
    const start = this.next.span[0]
    const literal = this.next.kind === 'number' ? this.at + 1 : 0
    let left = this.postfix(start, this.primary(power))
    let compared: Ast | undefined
    for (;;) {
      const { kind, text } = this.next
      const operator = kind === 'symbol' ? operators[text] : undefined
      if (operator && operator[1] > power) {
        this.take()
        if (comparisons.has(operator[0])) {
          const right = this.expression(operator[2])
          left = this.compared(operator[0], left, right, compared, start)
          compared = right
        } else left = this.binary(start, operator, left)
      } else if (!operator && this.startsValue()) {
        const tight = literal === this.at || this.next.glued === true
        if ((tight ? tightPower : sidePower) <= power || (this.bare > 0 && this.meansFunction(this.next)))
          break
        left = this.beside(start, left, this.expression(tight ? tightPower : sidePower))
      } else break
    }
    if (isOnes(left)) throw this.unexpected('what the ones are multiplied with')
    return left
  }

  private beside(start: number, left: Ast, right: Ast): Ast {
    const span = this.since(start)
    if (isOnes(left)) return this.sumOf(right, span)
    return { kind: 'product', args: [left, right], span }
  }

  private sumOf(of: Ast, span: Span): Ast {
    this.respelled = true
    const yes: Ast = { ...numberOf(span, 1), text: 'true' } as Ast
    return callOf(
      span,
      'sum',
      [of],
      new Map([
        ['axis', numberOf(span, 0)],
        ['keepdims', yes],
      ]),
    )
  }

  private compared(op: string, left: Ast, right: Ast, before: Ast | undefined, start: number): Ast {
    const span: Span = before ? [before.span[0], this.since(start)[1]] : this.since(start)
    const one = this.comparison(op, before ?? left, right, span)
    if (!before) return one
    this.respelled = true
    return bounded(callOf(this.since(start), 'mul', [left, one]))
  }

  private comparison(op: string, left: Ast, right: Ast, span: Span): Ast {
    const equal = (): Ast => callOf(span, 'equal', [left, right])
    if (op === 'greater') return callOf(span, 'greater', [left, right])
    if (op === 'less') return callOf(span, 'greater', [right, left])
    this.respelled = true
    if (op === 'equal') return equal()
    if (op === 'unequal') return callOf(span, 'sub', [numberOf(span, 1), equal()])
    const strict = callOf(span, 'greater', op === 'least' ? [left, right] : [right, left])
    return bounded(callOf(span, 'add', [strict, equal()]))
  }

  private binary(start: number, [op, , power]: readonly [string, number, number], left: Ast): Ast {
    if (op === 'pow') return this.raisedTo(start, left)
    const right = this.expression(power)
    if (op === 'div') this.refuseDivisor(left, right)
    if (isOnes(left) && (op === 'matmul' || op === '')) return this.sumOf(right, this.since(start))
    return op === '' ? this.beside(start, left, right) : callOf(this.since(start), op, [left, right])
  }

  /** 1/2x is half of x to one, and one over 2x to another. */
  private refuseDivisor(left: Ast, right: Ast): void {
    if (!this.startsValue() || this.next.glued !== true) return
    const end = this.at
    const rest = this.expression(tightPower)
    const [top, under, more] = [this.text(left), this.text(right), this.text(rest)]
    this.at = end
    throw this.ambiguous(
      [left.span[0], rest.span[1]],
      [`(${top}/${under}) ${more}`, `${top}/(${under}${more})`],
    )
  }

  private raisedTo(start: number, base: Ast): Ast {
    if (this.isTurned()) {
      this.respelled = true
      if (base.kind === 'number' && base.value === 1)
        return { kind: 'name', name: ones, span: this.since(start) }
      return callOf(this.since(start), 'transpose', [base])
    }
    const bracketed = this.is('(')
    const power = this.expression(operators['^']?.[2] as number) // it is in the table
    const ast = callOf(this.since(start), 'pow', [base, power])
    const isNumber = power.kind === 'number' || (power.kind === 'call' && power.args[0]?.kind === 'number')
    const unclear = !isNumber || base.kind === 'number'
    if (bracketed || !unclear || this.next.kind !== 'name' || this.next.glued !== true) return ast
    const rest = this.expression(tightPower)
    const [under, up, more] = [this.text(base), this.text(power), this.text(rest)]
    throw this.ambiguous(
      [base.span[0], rest.span[1]],
      [`${under}^(${up}${/\d$/.test(up) ? '' : ' '}${more})`, `${under}^${up} ${more}`],
    )
  }

  /** Whether what follows ^ is the T of a transpose, in brackets or not. */
  private isTurned(): boolean {
    const isT = ({ kind, text }: Token | undefined = this.next): boolean =>
      (kind === 'symbol' && text === 'ᵀ') ||
      (kind === 'name' && text === 'T' && this.meaning('T') === undefined) ||
      (kind === 'symbol' && text === "'")
    if (isT(this.next)) this.at++
    else if (this.is('(') && isT(this.after) && this.tokens[this.at + 2]?.text === ')') this.at += 3
    else return false
    return true
  }
}

/** A formula as it was read. */
export interface Read {
  readonly ast: Ast
  readonly names: readonly string[]
  /** Whether the book would have written it differently. */
  readonly respelled: boolean
  /** What stood before “=”, as dw in “dw = xᵀ dy”. */
  readonly assigned: string | undefined
}

/** Reads a formula into a tree whose spans are places in the source. */
export function read(source: string, reading: Reading = {}): Read {
  const parser = new Parser(source, reading)
  const ast = parser.whole()
  return { ast, names: [...parser.names], respelled: parser.respelled, assigned: parser.assigned }
}

import { callOf, numberOf, type Ast, type Part } from './ast.ts'
import { maxDepth, ones, signPower, tightPower } from './cursor.ts'
import { ParseError } from './error.ts'
import { replaced, type Span, type Token } from './tokens.ts'
import { Words } from './words.ts'

const isComparison = (ast: Ast): boolean =>
  ast.kind === 'call' && (ast.op === 'greater' || ast.op === 'equal')

/** What stands between operators: numbers, names, brackets, roots, and what is written after them. */
export abstract class Values extends Words {
  protected override primary(power: number): Ast {
    const token = this.next
    const { kind, text, span } = token
    if (kind === 'number') return this.number(this.take())
    if (kind === 'name') return this.named(this.take())
    if (kind === 'text') return { kind: 'text', text: this.take().text, span }
    if (this.accept('-')) return this.signed(span[0], power)
    if (this.accept('+')) return this.expression(Math.max(power, signPower))
    if (this.accept('√')) return this.deeper(() => this.root(span[0]))
    if (this.accept('\\frac')) return this.deeper(() => this.fraction(span[0]))
    if (this.accept('|')) return this.absolute(span[0])
    if (this.accept('(')) {
      const items = this.items(')')
      if (items.length === 1) return { ...(items[0] as Ast), span: this.since(span[0]) } // one item
      if (items.length > 1) return { kind: 'list', items, span: this.since(span[0]) }
    } else if (this.accept('[')) return { kind: 'list', items: this.items(']'), span: this.since(span[0]) }
    throw new ParseError(span, text === '(' ? '()' : this.shown(token), 'a number, a name or “(”')
  }

  protected signed(start: number, power: number): Ast {
    const of = this.expression(Math.max(power, signPower))
    return callOf(this.since(start), 'neg', [of])
  }

  /** 2, ½, or 2½, which is 2 and a half. */
  protected number({ text, span }: Token): Ast {
    const [, whole = '', over, under] = /^(\d*?)(\d)\u2044(\d+)$/.exec(text) ?? []
    if (over === undefined) return { kind: 'number', value: Number(text), text, span }
    this.respelled = true
    const value = Number(over) / Number(under)
    if (Number.isInteger(value * 1000)) return numberOf(span, Number(whole) + value)
    const part = callOf(span, 'div', [numberOf(span, Number(over)), numberOf(span, Number(under))])
    return whole === '' ? part : callOf(span, 'add', [numberOf(span, Number(whole)), part])
  }

  /** √x, √(x + 1); of √2x and √x² nobody knows how far the root reaches. */
  protected root(start: number): Ast {
    this.respelled = true
    const isAtom = this.next.kind === 'number' || this.next.kind === 'name'
    const of = this.primary(tightPower)
    const ast = callOf(this.since(start), 'sqrt', [of])
    const from = this.next.span[0]
    const gap = this.is('^') || this.is('⁽') ? '' : ' '
    if (this.accept('^')) this.expression(tightPower)
    else if (this.is('⁽')) this.postfix(start, of)
    else if (isAtom && this.startsValue() && this.next.glued) this.expression(tightPower)
    else return ast
    const [span, under] = [this.since(start), this.text(of)]
    const more = this.source.slice(from, span[1])
    throw this.ambiguous(span, [`sqrt(${under}${more})`, `sqrt(${under})${gap}${more}`])
  }

  protected fraction(start: number): Ast {
    const gradient = this.gradientFraction()
    if (gradient !== undefined) return { kind: 'name', name: gradient, span: this.since(start) }
    const [over, under] = [this.primary(tightPower), this.primary(tightPower)]
    return callOf(this.since(start), 'div', [over, under])
  }

  protected absolute(start: number): Ast {
    this.respelled = true
    this.bars++
    const opens = this.is('|') && this.next.glued
    const of = this.expression(0)
    const closes = this.next.glued
    this.expect('|')
    this.bars--
    const span = this.since(start)
    // What began with the second bar and is a size is the size in the inner pair.
    return opens && closes && of.kind === 'call' && of.op === 'abs'
      ? this.norm(of, span)
      : callOf(span, 'abs', [of])
  }

  /** ||x||: of one number its size, and else the root of the sum of all squares. */
  private norm(size: Ast & { kind: 'call' }, span: Span): Ast {
    if (this.reading.numbers) return { ...size, span }
    const squares = callOf(span, 'pow', [...size.args, numberOf(span, 2)])
    return callOf(span, 'sqrt', [callOf(span, 'sum', [squares])])
  }

  /** Expressions between commas, up to a closing bracket. */
  protected items(close: string): Ast[] {
    const items: Ast[] = []
    if (this.accept(close)) return items
    const bare = this.bare
    this.bare = 0
    do items.push(this.expression(0))
    while (this.accept(',') && !this.is(close)) // (0,) is Python's list of one
    this.bare = bare
    if (!this.accept(close)) throw this.unexpected(`an operator, “,” or “${close}”`)
    return items
  }

  protected postfix(start: number, value: Ast): Ast {
    let ast = value
    for (let steps = 0; ; steps++) {
      if (steps > maxDepth) throw this.tooDeep()
      if (this.next.kind === 'member') ast = this.member(start, ast)
      else if (this.is("'") && this.next.glued && !this.reading.numbers) ast = this.turned(start, ast, true)
      else if (this.is('ᵀ')) ast = this.turned(start, ast, false)
      else if (this.accept('⁽')) ast = this.lifted(start, ast)
      else if (this.accept('[')) ast = this.entries(start, ast, this.parts())
      else return ast
    }
  }

  /** Entries by their places; a comparison between the brackets, which NumPy takes for a choice, is no place. */
  private entries(start: number, of: Ast, parts: readonly Part[]): Ast {
    const span = this.since(start)
    const chosen = parts.flatMap((part) => ('at' in part && isComparison(part.at) ? [part.at] : []))[0]
    if (!chosen) return { kind: 'index', of, parts, span }
    const instead = `${this.text(of)} * (${this.text(chosen)})`
    const message = `Between “[” and “]” stand places, and “${this.text(chosen)}” is none: ${instead} keeps the entries where it holds, and makes the others 0.`
    throw new ParseError(chosen.span, this.text(chosen), 'a place', message, [
      replaced(this.source, span, instead),
    ])
  }

  protected turned(start: number, of: Ast, other: boolean): Ast {
    this.respelled ||= other
    this.take()
    if (of.kind === 'number' && of.value === 1) return { kind: 'name', name: ones, span: this.since(start) }
    return callOf(this.since(start), 'transpose', [of])
  }

  protected lifted(start: number, of: Ast): Ast {
    const power = this.expression(0)
    this.expect('⁾')
    return callOf(this.since(start), 'pow', [of, power])
  }

  protected parts(): Part[] {
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
}

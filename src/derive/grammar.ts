/* oxlint-disable max-lines -- one reader, one method a spelling */
import { LayerError } from './error.ts'
import { Cursor, lettersIn } from './cursor.ts'
import type { Token } from './lex.ts'
import type { Ast, Letter, Slot } from './ast.ts'
import { lettersBeside } from './subscripts.ts'

/** How tightly each operator holds its left side and its right. */
const operators: Readonly<Record<string, readonly [left: number, right: number]>> = {
  '==': [5, 5],
  '>': [5, 5],
  '<': [5, 5],
  '+': [10, 10],
  '-': [10, 10],
  '*': [20, 20],
  '⊙': [20, 20],
  '/': [20, 20],
  '@': [20, 20],
  '·': [20, 20],
  '^': [30, 29],
}
const [signPower, sidePower, numberPower, maxDepth] = [15, 20, 25, 100]
const modules = new Set([
  'np',
  'numpy',
  'torch',
  'jnp',
  'jax',
  'F',
  'nn',
  'functional',
  'scipy',
  'special',
  'linalg',
  'lax',
])
/** Words that, with a letter below, run over it. */
/** The loss, before a stroke: dL/dw is one name, the gradient dw. */
const lossWord = /^d(?:L|l|loss|Loss|ℒ)$/u
const overWords = /^(sum|mean|max|logsumexp|softmax)_\{?(.+)$/u

/** Letters in braces, with nothing between them, as one slot each. */
function slotsBeside(slot: Slot): Slot[] {
  if (slot.kind !== 'one') return [slot]
  const { of } = slot
  if (of.kind === 'name' && /^\p{Ll}{2,}$/u.test(of.name)) return lettersBeside(of.name, of.span)
  if (of.kind === 'binary' && of.op === 'beside')
    return [of.left, of.right].flatMap((one) => slotsBeside({ kind: 'one', of: one }))
  return [slot]
}

/** A reader of one expression; the first mistake stops it with its place. */
export class Reader extends Cursor {
  private depth = 0

  /** `isValue` tells names of tensors and sizes: before brackets these are factors, no functions. */
  constructor(
    tokens: readonly Token[],
    private readonly isValue: (name: string) => boolean,
  ) {
    super(tokens)
  }

  expression(held: number): Ast {
    if (++this.depth > maxDepth)
      throw new LayerError('too long', `Brackets are nested more than ${maxDepth} deep.`, this.next.span)
    const [start] = this.next.span
    let left = this.postfix(start, this.primary())
    for (;;) {
      const holds = this.next.kind === 'symbol' ? operators[this.next.text] : undefined
      const beside = left.kind === 'number' ? numberPower : sidePower
      if (holds && holds[0] > held) {
        const op = this.take().text
        if (op === '^' && this.transposed()) left = { kind: 'transpose', of: left, span: this.since(start) }
        else left = this.binary(start, op, left, op === '^' ? this.exponent() : this.expression(holds[1]))
        left = this.postfix(start, left)
      } else if (!holds && this.startsValue() && beside > held)
        left = this.binary(start, 'beside', left, this.expression(beside))
      else break
    }
    this.depth--
    return left
  }

  private binary(start: number, op: string, left: Ast, right: Ast): Ast {
    return { kind: 'binary', op, left, right, span: this.since(start) }
  }

  /** What follows ^: in braces anything, else what binds as tightly. */
  private exponent(): Ast {
    if (!this.accept('{')) return this.expression(29)
    const inner = this.expression(0)
    this.expect('}')
    return inner
  }

  private transposed(): boolean {
    const brace = this.is('{') ? 1 : 0
    const token = this.peek(brace)
    const sign = token?.text === '⊤' || (token?.kind === 'name' && token.text === 'T')
    if (sign && (!brace || this.peek(2)?.text === '}')) this.at += brace ? 3 : 1
    return sign
  }

  private startsValue(): boolean {
    const { kind, text } = this.next
    return kind === 'name' || (kind === 'symbol' && /^[(Σδ∂√½¼]$/.test(text))
  }

  private primary(): Ast {
    const { kind, text, span } = this.next
    const [start] = span
    if (kind === 'number') return { kind, value: Number(this.take().text), span }
    if (kind === 'name') return this.named(this.take())
    if (this.accept('-')) return { kind: 'neg', of: this.expression(signPower), span: this.since(start) }
    if (this.accept('+')) return this.expression(signPower)
    if (this.accept('Σ')) return this.over(start, 'sum')
    if (this.accept('∂')) return this.partial(start)
    if (this.accept('δ')) return this.delta(start)
    if (this.accept('√')) {
      const of = this.primary()
      return { kind: 'call', fn: 'sqrt', args: [of], settings: new Map(), span: this.since(start) }
    }
    if (this.accept('½')) return { kind: 'number', value: 0.5, span }
    if (this.accept('¼')) return { kind: 'number', value: 0.25, span }
    if (this.accept('∇')) return this.nabla(start)
    if (this.accept('|')) {
      const of = this.expression(0)
      this.expect('|')
      return { kind: 'call', fn: 'abs', args: [of], settings: new Map(), span: this.since(start) }
    }
    if (this.accept('‖')) {
      const of = this.expression(0)
      this.expect('‖')
      return { kind: 'norm', of, span: this.since(start) }
    }
    for (const [open, close] of ['()', '[]', '{}'])
      if (open && close && this.accept(open)) return this.bracketed(start, close)
    throw this.unexpected(text === ')' ? 'a value before “)”' : 'a number, a name or “(”')
  }

  private bracketed(start: number, close: string): Ast {
    const items: Ast[] = []
    while (!this.is(close)) {
      items.push(this.expression(0))
      if (!this.accept(',')) break
    }
    if (!this.accept(close)) throw this.unexpected(`an operator or “${close}”`)
    const [only] = items
    if (only && items.length === 1 && close !== ']') return { ...only, span: this.since(start) }
    return { kind: 'list', items, span: this.since(start) }
  }

  private postfix(start: number, value: Ast): Ast {
    let ast = value
    for (;;) {
      if (this.accept('ᵀ')) ast = { kind: 'transpose', of: ast, span: this.since(start) }
      else if (this.next.kind === 'power') {
        const { text, span } = this.take()
        ast = this.binary(start, '^', ast, { kind: 'number', value: Number(text), span })
      } else if (ast.kind !== 'number' && this.accept('['))
        ast = { kind: 'index', of: ast, slots: this.slots(']'), span: this.since(start) }
      else if (ast.kind !== 'number' && this.is('_') && this.peek(1)?.text === '{')
        ast = { kind: 'index', of: ast, slots: this.subscript(), span: this.since(start) }
      else if (this.is('.') && this.peek(1)?.kind === 'name') ast = this.method(start, ast)
      else return ast
    }
  }

  private method(start: number, of: Ast): Ast {
    this.take()
    const { text } = this.take()
    if (/^(T|mT)$/.test(text) || (text === 't' && this.is('('))) {
      if (text === 't') this.arguments()
      return { kind: 'transpose', of, span: this.since(start) }
    }
    if (of.kind === 'name' && text === 'grad')
      return { kind: 'name', name: `d${of.name}`, span: this.since(start) }
    if (of.kind === 'name' && modules.has(of.name))
      return this.named({ kind: 'name', text, span: this.since(start) })
    if (!this.is('(')) throw this.unexpected(`“(” after .${text}`)
    const { args, settings } = this.arguments()
    return { kind: 'call', fn: text, args: [of, ...args], settings, span: this.since(start) }
  }

  /** A name, a function with its arguments, a sum over the letter below it, or d of a name. */
  private named({ text, span }: Token): Ast {
    const [start] = span
    const below = overWords.exec(text)
    if (below?.[1] && below[2]) return this.over(start, below[1], [{ name: below[2], span }])
    if (/^(sum|mean|max|logsumexp|softmax)$/.test(text) && this.is('_')) return this.over(start, text)
    if (/^[dt]?frac$/.test(text) && this.accept('{')) return this.fraction(start)
    const under = this.peek(1)
    if (lossWord.test(text) && this.is('/') && under?.kind === 'name' && /^d./u.test(under.text)) {
      this.at += 2
      return { kind: 'name', name: under.text, span: this.since(start) }
    }
    if (!this.is('(') || this.isValue(text)) return { kind: 'name', name: text, span }
    const { args, settings } = this.arguments()
    const [first, second, ...more] = args
    const letters = first && lettersIn(first)
    // sum(d, …): a letter, then what is summed.
    if (
      /^(sum|mean|max)$/.test(text) &&
      letters &&
      second &&
      !more.length &&
      !settings.size &&
      second.kind !== 'number'
    )
      return { kind: 'over', fn: text, letters, body: second, span: this.since(start) }
    return { kind: 'call', fn: text, args, settings, span: this.since(start) }
  }

  /** ∇_w L is dw. */
  private nabla(start: number): Ast {
    this.expect('_')
    const brace = this.accept('{')
    const { name } = this.letter()
    if (brace) this.expect('}')
    if (this.next.kind === 'name' && lossWord.test(`d${this.next.text}`)) this.take()
    return { kind: 'name', name: `d${name}`, span: this.since(start) }
  }

  /** What stands below in braces: letters with commas, or single letters side by side. */
  private subscript(): Slot[] {
    this.take()
    this.take()
    return this.slots('}').flatMap((slot, _, all) => (all.length === 1 ? slotsBeside(slot) : [slot]))
  }

  private fraction(start: number): Ast {
    const left = this.fractionPart()
    this.expect('{')
    const right = this.fractionPart()
    if (left.kind === 'partial' && right.kind === 'partial')
      return { kind: 'partial', of: left.of, by: right.of, span: this.since(start) }
    const loss = left.kind === 'name' && lossWord.test(left.name)
    if (loss && ((right.kind === 'index' && right.of.kind === 'name') || right.kind === 'name')) return right
    return this.binary(start, '/', left, right)
  }

  private fractionPart(): Ast {
    const [start] = this.next.span
    if (this.accept('∂')) {
      const of = this.postfix(this.next.span[0], this.primary())
      this.expect('}')
      return { kind: 'partial', of, by: of, span: this.since(start) }
    }
    const inner = this.expression(0)
    this.expect('}')
    return inner
  }

  private arguments(): { args: Ast[]; settings: Map<string, Ast> } {
    const args: Ast[] = []
    const settings = new Map<string, Ast>()
    this.expect('(')
    while (!this.is(')')) {
      const setting = this.next.kind === 'name' && this.peek(1)?.text === '='
      if (setting) {
        const { text } = this.take()
        this.take()
        settings.set(text, this.expression(0))
      } else if (this.quoted()) args.push(this.quotation())
      else args.push(this.expression(0))
      if (!this.accept(',')) break
    }
    if (!this.accept(')')) throw this.unexpected('an operator, “,” or “)”')
    return { args, settings }
  }

  private quoted(): boolean {
    return this.next.kind === 'symbol' && this.next.text.startsWith('"')
  }

  private quotation(): Ast {
    const { text, span } = this.take()
    return { kind: 'text', text: text.slice(1), span }
  }

  private slots(close: string): Slot[] {
    const slots: Slot[] = []
    const ends = (): boolean => this.is(',') || this.is(close)
    for (;;) {
      if (this.is(close)) break
      if (this.accept(':')) slots.push({ kind: 'range', to: ends() ? undefined : this.expression(0) })
      else {
        const of = this.expression(0)
        if (this.accept(':'))
          slots.push({ kind: 'range', from: of, to: ends() ? undefined : this.expression(0) })
        else if (of.kind === 'name' && /^(None|newaxis)$/.test(of.name)) slots.push({ kind: 'new' })
        else slots.push({ kind: 'one', of })
      }
      if (!this.accept(',')) break
    }
    this.expect(close)
    return slots
  }

  /** Σ_d, Σ_{d,m}, Σ_{d=1}^{D}: the letters below, then the product that it reaches over. */
  private over(start: number, fn: string, given: readonly Letter[] = []): Ast {
    const letters = [...given]
    if (!letters.length) {
      if (this.is('(') && fn === 'sum') {
        const { args, settings } = this.arguments()
        const [first, second] = args
        const named = first && lettersIn(first)
        if (named && second)
          return { kind: 'over', fn, letters: named, body: second, span: this.since(start) }
        return { kind: 'call', fn, args, settings, span: this.since(start) }
      }
      if (!this.accept('_')) throw this.unexpected('the letter to sum over, as in Σ_d')
      const close = this.accept('{') ? '}' : this.accept('(') ? ')' : undefined
      letters.push(this.letter())
      if (close) while (this.accept(',')) letters.push(this.letter())
      this.bounds()
      if (close) this.expect(close)
    }
    this.bounds()
    return { kind: 'over', fn, letters, body: this.expression(signPower), span: this.since(start) }
  }

  /** “=1” below and “^D” above say nothing new. */
  private bounds(): void {
    if (this.accept('=')) this.take()
    if (!this.accept('^')) return
    if (this.accept('{')) {
      this.expression(0)
      this.expect('}')
    } else this.take()
  }

  private letter(): Letter {
    const { kind, text, span } = this.next
    if (kind !== 'name') throw this.unexpected('a letter')
    this.take()
    return { name: text, span }
  }

  private delta(start: number): Ast {
    if (this.accept('_')) {
      const brace = this.accept('{')
      const slots: Slot[] = []
      if (brace)
        slots.push(
          ...this.slots('}').flatMap((slot, _, all) => (all.length === 1 ? slotsBeside(slot) : [slot])),
        )
      else slots.push({ kind: 'one', of: { kind: 'name', ...this.letter() } })
      const [one] = slots
      // δ_ij: two letters that stand together.
      if (
        slots.length === 1 &&
        one?.kind === 'one' &&
        one.of.kind === 'name' &&
        [...one.of.name].length === 2
      ) {
        const { span, name } = one.of
        return {
          kind: 'delta',
          slots: [...name].map((letter) => ({ kind: 'one', of: { kind: 'name', name: letter, span } })),
          span: this.since(start),
        }
      }
      return { kind: 'delta', slots, span: this.since(start) }
    }
    const close = this.accept('(') ? ')' : ']'
    if (close === ']') this.expect('[')
    return { kind: 'delta', slots: this.slots(close), span: this.since(start) }
  }

  private partial(start: number): Ast {
    const of = this.postfix(this.next.span[0], this.primary())
    this.expect('/')
    if (!this.accept('∂')) throw this.unexpected('“∂” and what it is differentiated by')
    const by = this.postfix(this.next.span[0], this.primary())
    return { kind: 'partial', of, by, span: this.since(start) }
  }
}

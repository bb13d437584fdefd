import type { Span } from '../autodiff/index.ts'
import { LayerError } from './error.ts'
import { Calculus, lossWord, signPower } from './calculus.ts'
import { lettersIn } from './cursor.ts'
import { along, ofPair, settled } from './extremes.ts'
import type { Token } from './lex.ts'
import type { Ast } from './ast.ts'

/** How tightly each operator holds its left side and its right. */
const operators: Readonly<Record<string, readonly [left: number, right: number]>> = {
  '==': [5, 5],
  '>': [5, 5],
  '<': [5, 5],
  '>=': [5, 5],
  '<=': [5, 5],
  '+': [10, 10],
  '-': [10, 10],
  '*': [20, 20],
  '⊙': [20, 20],
  '⊗': [20, 20],
  '/': [20, 20],
  '@': [20, 20],
  '·': [20, 20],
  '^': [30, 29],
}
const [sidePower, numberPower, maxDepth] = [20, 25, 100]
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
  'math',
])
/** Words that, with a letter below, run over it. */
const overWords = /^(sum|mean|max|logsumexp|softmax)_\{?(.+)$/u

/** A reader of one expression; the first mistake stops it with its place. */
export class Reader extends Calculus {
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

  protected primary(): Ast {
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

  protected postfix(start: number, value: Ast): Ast {
    let ast = value
    for (;;) {
      if (this.accept('ᵀ')) ast = { kind: 'transpose', of: ast, span: this.since(start) }
      else if (this.next.kind === 'power') {
        const { text, span } = this.take()
        ast = this.binary(start, '^', ast, { kind: 'number', value: Number(text), span })
      } else if (ast.kind !== 'number' && this.accept('[')) ast = this.indexed(start, ast)
      else if (ast.kind !== 'number' && this.is('_') && this.peek(1)?.text === '{')
        ast = { kind: 'index', of: ast, slots: this.subscript(), span: this.since(start) }
      else if (this.is('.') && this.peek(1)?.kind === 'name') ast = this.method(start, ast)
      else return settled(ast)
    }
  }

  private indexed(start: number, of: Ast): Ast {
    const slots = this.slots(']')
    return ofPair(of, slots) ?? { kind: 'index', of: settled(of), slots, span: this.since(start) }
  }

  private method(start: number, of: Ast): Ast {
    this.take()
    const { text, span: word } = this.take()
    if (/^(T|mT)$/.test(text) || (text === 't' && this.is('('))) {
      if (text === 't') this.arguments()
      return { kind: 'transpose', of, span: this.since(start) }
    }
    if (of.kind === 'name' && text === 'grad')
      return { kind: 'name', name: `d${of.name}`, span: this.since(start) }
    if (of.kind === 'name' && modules.has(of.name))
      return along(this.named({ kind: 'name', text, span: this.since(start) }, word), of.name)
    // What torch.max gives by an axis: the values, and where they were.
    if (text === 'values' && !this.is('(')) return of
    if (!this.is('(')) throw this.unexpected(`“(” after .${text}`)
    const { args, settings } = this.arguments()
    return along({
      kind: 'call',
      fn: text,
      word,
      args: [of, ...args],
      settings,
      span: this.since(start),
    })
  }

  /** Whether a bracket opens right behind a name without a backslash, as a function's does. */
  private touches([start, end]: Span): boolean {
    const before = this.tokens[this.at - 1]?.text.length
    return this.is('(') && this.next.span[0] === end && end - start === before
  }

  /** A name, a function with its arguments, a sum over the letter below it, or d of a name. */
  private named({ text, span }: Token, word = span): Ast {
    const [start] = span
    const below = overWords.exec(text)
    if (below?.[1] && below[2])
      return this.over(start, below[1], [{ name: below[2], span }], this.touches(span))
    if (/^(sum|mean|max|logsumexp|softmax)$/.test(text) && this.is('_')) return this.over(start, text)
    if (/^[dt]?frac$/.test(text) && this.accept('{')) return this.fraction(start)
    const under = this.peek(1)
    if (lossWord.test(text) && this.is('/') && under?.kind === 'name' && /^d./u.test(under.text)) {
      this.at += 2
      return { kind: 'name', name: under.text, span: this.since(start) }
    }
    if (!this.is('(') || this.isValue(text)) return { kind: 'name', name: text, span }
    const { args, settings } = this.arguments()
    const [body, ...before] = args.toReversed()
    const letters = before.toReversed().map(lettersIn)
    // sum(d, …): a letter, then what is summed.
    if (
      /^(sum|mean|max)$/.test(text) &&
      body &&
      letters.length &&
      letters.every((list) => list !== undefined) &&
      !settings.size &&
      body.kind !== 'number'
    )
      return { kind: 'over', fn: text, letters: letters.flat(), body, span: this.since(start) }
    return { kind: 'call', fn: text, word, args, settings, span: this.since(start) }
  }
}

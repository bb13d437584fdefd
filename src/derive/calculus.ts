import type { Ast, Letter, Slot } from './ast.ts'
import { Brackets, slotsBeside } from './brackets.ts'
import { lettersIn } from './cursor.ts'
import { lettersIn as indicesIn } from './sites.ts'

export const signPower = 15

/** Σ_nd runs over n and d, where these stand as indices and nd does not. */
function apart(letters: readonly Letter[], body: Ast): Letter[] {
  const used = new Set(indicesIn(body))
  return letters.flatMap((letter) => {
    const each = [...letter.name]
    const side = each.length > 1 && !used.has(letter.name) && each.every((one) => used.has(one))
    return side ? each.map((name) => ({ name, span: letter.span })) : [letter]
  })
}
/** The loss, before a stroke: dL/dw is one name, the gradient dw. */
export const lossWord = /^d(?:L|l|loss|Loss|ℒ)$/u

/** Sums over letters, δ, ∂, ∇, and fractions, which may be derivatives. */
export abstract class Calculus extends Brackets {
  protected abstract primary(): Ast
  protected abstract postfix(start: number, value: Ast): Ast

  /** Σ_d, Σ_{d,m}, Σ_{d=1}^{D}: the letters below, then the product that it reaches over. */
  protected over(start: number, fn: string, given: readonly Letter[] = [], called = false): Ast {
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
    const body = called ? this.calledOver(letters) : this.expression(signPower)
    return { kind: 'over', fn, letters: apart(letters, body), body, span: this.since(start) }
  }

  /**
   * sum_d(…)^2 squares the sum, as sum(…)^2 does: brackets that touch a word hold all that it runs over, unless its
   * letters stand behind them too.
   */
  private calledOver(letters: readonly Letter[]): Ast {
    const from = this.at
    const held = this.primary()
    const end = this.at
    this.at = from
    const reached = this.expression(signPower)
    const behind = this.tokens.slice(end, this.at).filter(({ kind }) => kind === 'name')
    const each = letters.flatMap(({ name }) => [name, ...(name.length > 1 ? name : '')])
    if (behind.some(({ text }) => each.some((letter) => (text.split('_').at(-1) ?? '').includes(letter))))
      return reached
    this.at = end
    return held
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

  protected delta(start: number): Ast {
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

  protected partial(start: number): Ast {
    const of = this.postfix(this.next.span[0], this.primary())
    this.expect('/')
    if (!this.accept('∂')) throw this.unexpected('“∂” and what it is differentiated by')
    const by = this.postfix(this.next.span[0], this.primary())
    return { kind: 'partial', of, by, span: this.since(start) }
  }

  /** ∇_w L is dw. */
  protected nabla(start: number): Ast {
    this.expect('_')
    const brace = this.accept('{')
    const { name } = this.letter()
    if (brace) this.expect('}')
    if (this.next.kind === 'name' && lossWord.test(`d${this.next.text}`)) this.take()
    return { kind: 'name', name: `d${name}`, span: this.since(start) }
  }

  protected fraction(start: number): Ast {
    const left = this.fractionPart()
    this.expect('{')
    const right = this.fractionPart()
    if (left.kind === 'partial' && right.kind === 'partial')
      return { kind: 'partial', of: left.of, by: right.of, span: this.since(start) }
    const loss = left.kind === 'name' && lossWord.test(left.name)
    if (loss && ((right.kind === 'index' && right.of.kind === 'name') || right.kind === 'name')) return right
    return { kind: 'binary', op: '/', left, right, span: this.since(start) }
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
}

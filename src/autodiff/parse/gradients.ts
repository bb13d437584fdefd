import { Cursor } from './cursor.ts'
import { ParseError } from './error.ts'
import { nameAmong } from './vocabulary.ts'

const loss = /^[d∂](?:L|l|loss|Loss|J|E)$/

/** ∂L/∂y in all its forms, where dy is a name. */
export abstract class Gradients extends Cursor {
  /** dL/dy, ∂L/∂y and ∇_y L, where dy is a name: it is that gradient. */
  protected gradient(text: string): string | undefined {
    const by = /^∇_?(\w+)$/.exec(text)?.[1]
    if (by !== undefined && this.next.kind === 'name' && loss.test(`d${this.next.text}`)) {
      const found = this.gradientBy(by)
      if (found !== undefined) this.take()
      return found
    }
    const under = /^[d∂](\w+)$/u.exec(this.after.text)?.[1]
    if (!loss.test(text) || this.meaning(text) || !this.is('/') || under === undefined) return undefined
    const found = this.gradientBy(under)
    if (found === undefined && this.reading.names) throw this.noGradient(text, under)
    if (found !== undefined) this.at += 2
    return found
  }
  private noGradient(over: string, under: string): ParseError {
    const [start = 0] = this.last?.span ?? []
    const [text, span] = [`${over}/${over.slice(0, 1)}${under}`, [start, this.after.span[1]] as const]
    return new ParseError(span, text, 'a known value', `There is no value “${text}”.`)
  }
  protected gradientFraction(): string | undefined {
    const [open, over, close, open2, under, close2] = this.tokens.slice(this.at, this.at + 6)
    const brackets = [open, close, open2, close2].map((token) => token?.text).join('')
    const by = /^[d∂](\w+)$/u.exec(under?.text ?? '')?.[1]
    if (brackets !== '()()' || !loss.test(over?.text ?? '') || by === undefined) return undefined
    const found = this.gradientBy(by)
    if (found !== undefined) this.at += 6
    return found
  }
  protected gradientBy(name: string): string | undefined {
    const { names } = this.reading
    const found = names && nameAmong(`d${name}`, names)
    if (found === undefined) return undefined
    this.respelled = true
    this.names.add(found)
    return found
  }
}

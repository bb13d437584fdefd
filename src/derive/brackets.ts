import type { Ast, Letter, Slot } from './ast.ts'
import { Cursor } from './cursor.ts'
import { lettersBeside } from './subscripts.ts'

/** Letters in braces, with nothing between them, as one slot each. */
export function slotsBeside(slot: Slot): Slot[] {
  if (slot.kind !== 'one') return [slot]
  const { of } = slot
  if (of.kind === 'name' && /^\p{Ll}{2,}$/u.test(of.name)) return lettersBeside(of.name, of.span)
  if (of.kind === 'binary' && of.op === 'beside')
    return [of.left, of.right].flatMap((one) => slotsBeside({ kind: 'one', of: one }))
  return [slot]
}

/** What stands in brackets and in braces: the arguments of a call, the places of an entry. */
export abstract class Brackets extends Cursor {
  protected abstract expression(held: number): Ast

  protected arguments(): { args: Ast[]; settings: Map<string, Ast> } {
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

  protected slots(close: string): Slot[] {
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

  /** What stands below in braces: letters with commas, or single letters side by side. */
  protected subscript(): Slot[] {
    this.take()
    this.take()
    return this.slots('}').flatMap((slot, _, all) => (all.length === 1 ? slotsBeside(slot) : [slot]))
  }

  protected letter(): Letter {
    const { kind, text, span } = this.next
    if (kind !== 'name') throw this.unexpected('a letter')
    this.take()
    return { name: text, span }
  }
}

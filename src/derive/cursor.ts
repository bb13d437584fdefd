import type { Span } from '../autodiff/index.ts'
import type { Ast, Letter } from './ast.ts'
import { LayerError } from './error.ts'
import type { Token } from './lex.ts'

/** A place among the tokens of a line. */
export class Cursor {
  protected at = 0

  constructor(protected readonly tokens: readonly Token[]) {}

  get next(): Token {
    return this.tokens[this.at] as Token // the end is never passed
  }

  protected peek(ahead: number): Token | undefined {
    return this.tokens[this.at + ahead]
  }

  protected take(): Token {
    const token = this.next
    if (token.kind !== 'end') this.at++
    return token
  }

  protected is(text: string): boolean {
    return this.next.kind === 'symbol' && this.next.text === text
  }

  protected accept(text: string): boolean {
    const found = this.is(text)
    if (found) this.at++
    return found
  }

  protected expect(text: string): void {
    if (!this.accept(text)) throw this.unexpected(`“${text}”`)
  }

  unexpected(expected: string): LayerError {
    const found = this.next.kind === 'end' ? 'the line ends' : `“${this.next.text}” stands`
    const [start, end] = this.next.span
    return new LayerError('syntax', `Expected ${expected}, but here ${found}.`, [
      start,
      Math.max(end, start + 1),
    ])
  }

  protected since(start: number): Span {
    return [start, this.tokens[this.at - 1]?.span[1] ?? start]
  }
}

/** d or (d, m), where it may stand for letters to sum over. */
export function lettersIn(ast: Ast): Letter[] | undefined {
  if (ast.kind === 'name')
    return /^\p{Ll}′*$/u.test(ast.name) ? [{ name: ast.name, span: ast.span }] : undefined
  if (ast.kind !== 'list') return undefined
  const all = ast.items.map(lettersIn)
  return all.every((one) => one !== undefined) ? all.flat() : undefined
}

import type { Ast } from './ast.ts'
import { LayerError } from './error.ts'
import { Reader } from './grammar.ts'
import { lex } from './lex.ts'

/** A line as typed: what stands left of each “=”, and right of the last. */
export interface Equation {
  readonly left: Ast | undefined
  readonly right: Ast
}

/** Reads `left = right`, or `right` alone; `isValue` tells the names of tensors and sizes, `spelled` gives a name that has several spellings the one that is known. Throws a LayerError with its place in the line. */
export function readEquation(
  source: string,
  isValue: (name: string) => boolean = () => false,
  spelled: (name: string) => string = (name) => name,
): Equation {
  const tokens = lex(source).map((token) =>
    token.kind === 'name' ? { ...token, text: spelled(token.text) } : token,
  )
  const reader = new Reader(tokens, isValue)
  const first = reader.expression(0)
  const [token] = [reader.next]
  if (token.kind === 'end') return { left: undefined, right: first }
  if (/^[-+*/]=$/.test(token.text))
    throw new LayerError(
      'syntax',
      `“${token.text}” changes what was there; here each line is a whole equation, with “=”.`,
      token.span,
    )
  if (token.text !== '=' && token.text !== ':=') throw reader.unexpected('an operator or the end of the line')
  const rest = new Reader(tokens.slice(tokens.indexOf(token) + 1), isValue)
  const right = rest.expression(0)
  if (rest.next.kind !== 'end') throw rest.unexpected('an operator or the end of the line')
  return { left: first, right }
}

import type { Tensor } from '../core/tensor.ts'
import type { Ast } from './ast.ts'
import { evaluate, type Env } from './evaluate.ts'
import { read, type Reading } from './grammar.ts'
import { print } from './print.ts'

export { ParseError } from './error.ts'
export { clean, type Cleaned } from './characters.ts'
export { print } from './print.ts'
export { spellings, type SpellingKind } from './spellings.ts'
export type { Ast, Part } from './ast.ts'
export type { Env } from './evaluate.ts'
export type { Reading } from './grammar.ts'
export type { Span } from './tokens.ts'

/** A formula read once, to be computed, differentiated and typeset as often as wanted. */
export interface Parsed {
  /** The formula in the book's spelling: what was typed, unless that was another. Spans are places in it. */
  readonly source: string
  /** Whether it was typed in another spelling than `source`. */
  readonly respelled: boolean
  /** What stood before “=”, if anything did: dw in “dw = xᵀ dy”, and for “∂L/∂w = …” too. */
  readonly assigned: string | undefined
  readonly ast: Ast
  /** The names that need a value, in order of appearance. */
  readonly names: readonly string[]
  /** The value for given values of the names; made of ops, so `grad`, `trace` and all others take it. */
  readonly f: (env: Env) => Tensor
}

/**
 * Reads a formula such as `sum(relu(x @ w1 + b) @ w2)`, `2x sin²(x)` or `xᵀ dy`. Nothing is evaluated as code.
 * Side by side, a number scales and two tensors multiply as matrices (`·` is the same, `@` is NumPy's); `*` and
 * `⊙` go by elements. `pi` and `e` are known unless listed among the names. What NumPy, PyTorch, JAX, TeX and plain
 * mathematics write (see spellings.ts) is read too, and then `source` is the book's way to write it.
 *
 * Nothing is read as what a person would not read: what could be two things is refused. A ParseError says where and
 * what was expected, in places of `text`, and `suggestions` are whole texts to take instead. A ShapeError thrown by `f`
 * carries the `span` of the part of `source` that it comes from.
 */
export function parse(text: string, reading: Reading = {}): Parsed {
  const first = read(text, reading)
  const source = first.respelled ? print(first.ast) : text
  const { ast, names } = first.respelled ? read(source, reading) : first
  const { respelled, assigned } = first
  return { source, respelled, assigned, ast, names, f: (env) => evaluate(ast, env) }
}

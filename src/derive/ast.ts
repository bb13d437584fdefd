import type { Span } from '../autodiff/index.ts'

/** A letter where it is summed, or a part of an index. */
export interface Letter {
  readonly name: string
  readonly span: Span
}

/** One place in square brackets: an expression, a range with its ends, or a new axis. */
export type Slot =
  | { readonly kind: 'one'; readonly of: Ast }
  | { readonly kind: 'range'; readonly from?: Ast | undefined; readonly to?: Ast | undefined }
  | { readonly kind: 'new' }

/** A line's expression as it was typed. */
export type Ast = { readonly span: Span } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary'; readonly op: string; readonly left: Ast; readonly right: Ast }
  | { readonly kind: 'neg' | 'transpose' | 'norm'; readonly of: Ast }
  | {
      readonly kind: 'call'
      readonly fn: string
      /** Where the name of the function stands, if it is not at the beginning. */
      readonly word?: Span
      readonly args: readonly Ast[]
      readonly settings: ReadonlyMap<string, Ast>
    }
  | { readonly kind: 'list'; readonly items: readonly Ast[] }
  | { readonly kind: 'index'; readonly of: Ast; readonly slots: readonly Slot[] }
  | { readonly kind: 'over'; readonly fn: string; readonly letters: readonly Letter[]; readonly body: Ast }
  | { readonly kind: 'delta'; readonly slots: readonly Slot[] }
  | { readonly kind: 'partial'; readonly of: Ast; readonly by: Ast }
)

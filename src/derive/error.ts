import type { Span } from '../autodiff/index.ts'

/** What is wrong with a line, in a word or two. */
export type Fault =
  | 'syntax'
  | 'free index'
  | 'index length'
  | 'index count'
  | 'summed and free'
  | 'captured index'
  | 'three of one letter'
  | 'unknown name'
  | 'unknown function'
  | 'shape'
  | 'defined twice'
  | 'empty'
  | 'too long'
  | 'not supported'

/** A layer, or a line about one, that cannot be read: what is wrong, in which line and where in it. */
export class LayerError extends Error {
  override readonly name = 'LayerError'

  constructor(
    readonly kind: Fault,
    message: string,
    /** From the first character to behind the last, counted from 0 in its line. */
    readonly place: Span,
    /** Counted from 1. */
    readonly line = 1,
    /** What may have been meant, to stand in that place. */
    readonly instead?: string,
  ) {
    super(message)
  }

  /** The same error in another line, its place moved to the right. */
  movedTo(line: number, right = 0): LayerError {
    const place: Span = [this.place[0] + right, this.place[1] + right]
    return new LayerError(this.kind, this.message, place, line, this.instead)
  }
}

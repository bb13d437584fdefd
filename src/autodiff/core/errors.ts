import type { Shape } from './shape.ts'

/** A shape as errors print it: (2×3), and () for a number. */
export const showShape = (shape: Shape): string => `(${shape.join('×')})`

/** What clashes: the axis (of the result) and the two lengths that should have been equal. */
export interface Clash {
  readonly axis?: number
  readonly dims?: readonly [number, number]
}

/**
 * Shapes that do not fit, as data and as a sentence: `matmul: (1×3)·(2×1): 3 ≠ 2`.
 * `span` is the place in the source of a parsed expression, filled in by the parser.
 */
export class ShapeError extends Error {
  override readonly name = 'ShapeError'
  readonly axis: number | undefined
  readonly dims: readonly [number, number] | undefined
  span: readonly [start: number, end: number] | undefined

  constructor(
    readonly op: string,
    readonly shapes: readonly Shape[],
    readonly reason: string,
    { axis, dims }: Clash = {},
    joint = ' and ',
  ) {
    super(`${op}: ${shapes.map(showShape).join(joint)}${shapes.length ? ': ' : ''}${reason}`)
    this.axis = axis
    this.dims = dims
  }
}

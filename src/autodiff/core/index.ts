/**
 * The core, in the order in which to read it: numbers with a shape, then an op, then the two modes, then what is made
 * of them. The ops themselves are next door, in `ops/`.
 */
export * from './shape.ts'
export * from './errors.ts'
export * from './tensor.ts'
export * as pieces from './formula.ts'
export type { Piece } from './formula.ts'
export * from './primitive.ts'
export * from './tree.ts'
export * from './forward.ts'
export * from './reverse.ts'
export * from './grad.ts'
export * from './jacobian.ts'

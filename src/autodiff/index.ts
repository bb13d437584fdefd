/**
 * Tensors, ops on them, and derivatives of any function made of these ops. Names follow JAX.
 * Nothing here knows of a browser.
 */
export {
  bind,
  grad,
  hessian,
  hvp,
  jacfwd,
  jacrev,
  jvp,
  pieces,
  ShapeError,
  tensor,
  Tensor,
} from './core/index.ts'
export { valueAndGrad, vjp } from './core/index.ts'
export type {
  At,
  Domain,
  DType,
  Kind,
  Like,
  NestedNumbers,
  Op,
  Piece,
  Point,
  Primitive,
} from './core/index.ts'
export type { Send, Setting, Shape, TensorLike, Tree } from './core/index.ts'
export { entryOf, nth, nthOr } from './core/entry.ts'
export * from './ops/index.ts'
export { primitives } from './ops/primitives.ts'
export { checkGrads, type Check, type CheckOptions, type CheckReport } from './check/check.ts'
export { random, sample, type Sample } from './check/sample.ts'
export { BoundError, estimate, observe, shaped, type Bounds, type Estimate } from './graph/estimate.ts'
export { label, trace, type Graph, type GraphNode } from './graph/trace.ts'
export { forwardSteps, gatheredAfter, reverseSteps } from './graph/steps.ts'
export type { Arrival, ForwardStep, ReverseStep } from './graph/steps.ts'
export { formulaOf, symbolOf } from './graph/formula.ts'
export { texOf, toTex } from './graph/tex.ts'
export { clean, parse, ParseError, print, spellings, type Cleaned, type SpellingKind } from './parse/index.ts'
export type { Ast, Env, Parsed, Part, Reading, Span } from './parse/index.ts'

/**
 * Tensors, ops on them, and derivatives of any function made of these ops. Names follow JAX.
 * Nothing here knows of a browser.
 */
export { ShapeError } from './core/errors.ts'
export { entryOf, nth, nthOr } from './core/entry.ts'
export type { Shape } from './core/shape.ts'
export { tensor, Tensor, type DType, type NestedNumbers, type TensorLike } from './core/tensor.ts'
export * from './ops/index.ts'
export type { Like, Tree } from './core/tree.ts'
export { jvp } from './core/forward.ts'
export { grad, valueAndGrad, vjp } from './core/reverse.ts'
export { hessian, hvp, jacfwd, jacrev } from './core/jacobian.ts'
export { BoundError, estimate, observe, shaped, type Bounds, type Estimate } from './core/estimate.ts'
export { checkGrads, type Check, type CheckOptions, type CheckReport } from './check/check.ts'
export { label, trace, type Graph, type GraphNode } from './graph/trace.ts'
export { forwardSteps, gatheredAfter, reverseSteps } from './graph/steps.ts'
export type { Arrival, ForwardStep, ReverseStep } from './graph/steps.ts'
export type { Send } from './core/reverse.ts'
export { numberTex, symbolTex, toTex } from './graph/tex.ts'
export { primitives } from './ops/primitives.ts'
export { random, sample, type Sample } from './check/sample.ts'
export { bind, type At, type Op, type Point, type Primitive } from './core/primitive.ts'
export { parse, ParseError, type Ast, type Env, type Parsed, type Part, type Span } from './parse/index.ts'

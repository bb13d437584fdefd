/**
 * Tensors, ops on them, and derivatives of any function made of these ops. Names follow JAX.
 * Nothing here knows of a browser.
 */
export { ShapeError } from './errors.ts'
export type { Shape } from './shape.ts'
export { tensor, Tensor, type DType, type NestedNumbers, type TensorLike } from './tensor.ts'
export * from './ops/index.ts'
export type { Like, Tree } from './tree.ts'
export { jvp } from './forward.ts'
export { grad, valueAndGrad, vjp } from './reverse.ts'
export { hessian, hvp, jacfwd, jacrev } from './jacobian.ts'
export { checkGrads, type Check, type CheckOptions, type CheckReport } from './check.ts'
export { label, trace, type Graph, type GraphNode } from './graph.ts'
export { forwardSteps, gatheredAfter, reverseSteps } from './steps.ts'
export type { Arrival, ForwardStep, ReverseStep } from './steps.ts'
export type { Send } from './reverse.ts'
export { numberTex, symbolTex, toTex } from './tex.ts'
export { primitives } from './primitives.ts'
export { random, sample, type Sample } from './sample.ts'
export { bind, type At, type Op, type Point, type Primitive } from './primitive.ts'
export { parse, ParseError, type Ast, type Env, type Parsed, type Part, type Span } from './parse/index.ts'

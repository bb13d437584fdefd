/** Tensors, ops on them, and derivatives of any function made of these ops. Names follow JAX. */
export {
  bind,
  grad,
  hessian,
  hvp,
  jacfwd,
  jacrev,
  jvp,
  multilinear,
  op,
  ShapeError,
  tensor,
  Tensor,
  valueAndGrad,
  vjp,
} from '../core/index.ts'
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
} from '../core/index.ts'
export type { Send, Setting, Shape, TensorLike, Tree } from '../core/index.ts'
export * from '../ops/usual.ts'

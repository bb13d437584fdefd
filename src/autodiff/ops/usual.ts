/** The ops by name, all but einsum, which is as large as ten of them: the package has a door of its own for it. */
export {
  abs,
  add,
  cos,
  div,
  equal,
  exp,
  greater,
  log,
  maximum,
  minimum,
  mul,
  neg,
  pow,
} from './elementwise.ts'
export { relu, sigmoid, sign, sin, softplus, sqrt, sub, tan, tanh, where } from './elementwise.ts'
export { broadcastTo, reshape, transpose } from './layout.ts'
export { concat, pad, slice, stack } from './pieces.ts'
export { logSoftmax, logsumexp, max, mean, softmax, sum, variance as var } from './reduce.ts'
export { acos, asin, atan, cosh, erf, gelu, hardtanh, log10, log2, rsqrt, silu, sinh } from './functions.ts'
export { argmax, cumsum } from './scan.ts'
export { gather, onehot } from './select.ts'
export { dot, matmul, outer } from './product.ts'
export { conv2d, convImage, convKernel } from './convolution.ts'

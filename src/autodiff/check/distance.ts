import { nth } from '../core/entry.ts'
import { sameShape } from '../core/shape.ts'
import { tensor, type TensorLike } from '../core/tensor.ts'

/** For tests: the largest difference of two tensors, relative to their size; ∞ for NaN or another shape. */
export function distance(got: TensorLike | undefined, wanted: TensorLike | undefined): number {
  if (got === undefined || wanted === undefined) return Infinity
  const [a, b] = [tensor(got), tensor(wanted)]
  if (!sameShape(a.shape, b.shape)) return Infinity
  const far = Array.from(b.data, (value, k) => Math.abs(value - nth(a.data, k)) / (1 + Math.abs(value)))
  return far.some(Number.isNaN) ? Infinity : Math.max(0, ...far)
}

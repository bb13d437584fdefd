import { jvp } from './forward.ts'
import { grad } from './grad.ts'
import { vjp } from './reverse.ts'
import { reshape } from '../ops/layout.ts'
import { stack } from '../ops/pieces.ts'
import { full, Tensor, toTensor, type TensorLike } from './tensor.ts'
import { holding, type Args, type Results, type Tree } from './tree.ts'

/** All tensors of a shape that are 1 at one place and 0 elsewhere, in row-major order. */
function basis({ shape, size, dtype }: Tensor): Tensor[] {
  return Array.from({ length: size }, (_, k) => {
    const unit = full(shape, 0, dtype)
    unit.data[k] = 1
    return unit
  })
}

/** Columns or rows of a Jacobian side by side along an axis, which is then opened into the axes of its shape. */
function join(parts: readonly Tensor[], axis: number, y: Tensor, x: Tensor): Tensor {
  const shape = [...y.shape, ...x.shape]
  return parts.length ? reshape(stack(parts, { axis }), shape) : full(shape, 0, y.dtype)
}

/** One of the arguments, and f as a function of it alone. */
function alone(
  f: (...args: Tensor[]) => Tensor,
  args: readonly TensorLike[],
  argnum: number,
): { x: Tensor; of: (x: Tensor) => Tensor } {
  const { moving, of } = holding('jacobian', f, args.map(toTensor), [argnum])
  return { x: moving[0] as Tensor, of: (x) => toTensor(of(x)) }
}

type Jacobian = (...args: TensorLike[]) => Tensor

/**
 * The generalized Jacobian of f, of shape [...y.shape, ...x.shape], by forward mode: one pass for each element
 * of the input, each filling one column. Choose it when x is smaller than y.
 */
export function jacfwd(f: (...args: Tensor[]) => Tensor, argnum = 0): Jacobian {
  return (...args) => {
    const { x, of } = alone(f, args, argnum)
    const passes = basis(x).map((unit) => jvp(of, [x], [unit]))
    const columns = passes.map(([, column]) => column)
    const y = passes[0]?.[0] ?? of(x)
    return join(columns, y.rank, y, x)
  }
}

/**
 * The generalized Jacobian of f, of shape [...y.shape, ...x.shape], by reverse mode: one forward pass, then a
 * backward pass for each element of the output, each filling one row. Choose it when y is smaller than x.
 */
export function jacrev(f: (...args: Tensor[]) => Tensor, argnum = 0): Jacobian {
  return (...args) => {
    const { x, of } = alone(f, args, argnum)
    const [y, pullback] = vjp<[Tensor], Tensor>(of, [x])
    const rows = basis(y).map((unit) => pullback(unit)[0])
    return join(rows, 0, y, x)
  }
}

/** Second derivatives of a scalar f of one tensor, of shape [...x.shape, ...x.shape]; a ShapeError if f is no scalar. */
export const hessian = (f: (x: Tensor) => Tensor): ((x: TensorLike) => Tensor) => jacfwd(grad<[x: Tensor]>(f))

/** The Hessian of a scalar f times vectors shaped like the primals, without the Hessian: J(∇f)·v. */
export const hvp = <A extends Tree[] = [x: Tensor]>(
  f: (...args: A) => Tensor,
  primals: Args<A>,
  vectors: Args<A>,
): Results<A> => jvp((...args: A) => vjp(f, args as Args<A>)[1](1), primals, vectors)[1]

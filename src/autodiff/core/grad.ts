import { ShapeError } from './errors.ts'
import { vjp } from './reverse.ts'
import { full, type Tensor } from './tensor.ts'
import { holding, type Args, type Results, type Tree } from './tree.ts'

/** The gradients asked for: of one argument, or a list for several. */
export type Gradients<A extends Tree[], N> = N extends readonly number[]
  ? { -readonly [K in keyof N]: Results<A>[N[K] & keyof A] }
  : Results<A>[N & keyof A]

/**
 * Value and gradient of a scalar f, from one forward and one backward pass. Each gradient has the shape of its
 * argument. Several argnums give several gradients. A ShapeError when the value is not a scalar.
 */
export function valueAndGrad<A extends Tree[] = Tensor[], const N extends number | readonly number[] = 0>(
  f: (...args: A) => Tensor,
  argnums?: N,
): (...args: Args<A>) => [value: Tensor, gradient: Gradients<A, N>] {
  const wanted: number | readonly number[] = argnums ?? 0
  return (...args) => {
    const { moving, of } = holding('grad', f, args, [wanted].flat())
    const [value, pullback] = vjp<Tree[]>(of, moving as never)
    if (value.rank > 0) throw new ShapeError('grad', [value.shape], 'only a scalar has a gradient')
    const gradients = pullback(full([], 1, value.dtype))
    return [value, (typeof wanted === 'number' ? gradients[0] : gradients) as Gradients<A, N>]
  }
}

/** The gradient of a scalar f, as a function of the same arguments: see valueAndGrad. */
export function grad<A extends Tree[] = Tensor[], const N extends number | readonly number[] = 0>(
  f: (...args: A) => Tensor,
  argnums?: N,
): (...args: Args<A>) => Gradients<A, N> {
  const both = valueAndGrad<A, N>(f, argnums)
  return (...args) => both(...args)[1]
}

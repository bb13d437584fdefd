import { ShapeError } from '../../core/errors.ts'
import type { DType } from '../../core/tensor.ts'
import type { Engine } from './engine.ts'
import { Heap } from './heap.ts'
import { KernelMatrix } from './matrix.ts'

/** The fastest first: fused multiply-add on vectors, vectors, plain loops. */
export const variants = ['relaxed', 'simd', 'typescript'] as const
export type Variant = (typeof variants)[number]

/** Fast matrix products, on matrices in a memory of their own. */
export class Kernel {
  readonly heap: Heap

  constructor(
    /** What the products run on. */
    readonly variant: Variant,
    readonly engine: Engine,
  ) {
    this.heap = new Heap(engine.memory, engine.base)
  }

  /** A matrix of zeros. Throws a MemoryError when the device refuses the bytes. */
  matrix(rows: number, columns: number, dtype: DType = 'float32'): KernelMatrix {
    const block = this.heap.take(rows * columns * (dtype === 'float32' ? 4 : 8))
    const matrix = new KernelMatrix(this.heap, rows, columns, dtype, block)
    matrix.data.fill(0)
    return matrix
  }

  /**
   * out = a·b, or out += a·b. No number is copied, also where a factor or `out` is a transpose or a part of another
   * matrix; `out` may not overlap a factor. Throws a ShapeError when lengths or types do not fit.
   */
  multiply(
    a: KernelMatrix,
    b: KernelMatrix,
    out: KernelMatrix,
    { accumulate = false }: { accumulate?: boolean } = {},
  ): void {
    check(this.heap, a, b, out)
    // A result that lies transposed is the transposed product of the transposed factors.
    if (out.columnStep !== 1) return this.multiply(b.transposed, a.transposed, out.transposed, { accumulate })
    const product = this.engine.products[out.dtype]
    const [n, d, m] = [out.rows, a.columns, out.columns]
    const [left, right] = [a.address, b.address]
    product(
      n,
      d,
      m,
      left,
      a.rowStep,
      a.columnStep,
      right,
      b.rowStep,
      b.columnStep,
      out.address,
      out.rowStep,
      accumulate,
    )
  }
}

function check(heap: Heap, a: KernelMatrix, b: KernelMatrix, out: KernelMatrix): void {
  const shapes = [a, b, out].map(({ rows, columns }) => [rows, columns])
  const clash = (left: number, right: number): void => {
    if (left !== right)
      throw new ShapeError('multiply', shapes, `${left} ≠ ${right}`, { dims: [left, right] })
  }
  clash(a.columns, b.rows)
  clash(a.rows, out.rows)
  clash(b.columns, out.columns)
  if (a.dtype !== out.dtype || b.dtype !== out.dtype)
    throw new ShapeError('multiply', shapes, `${a.dtype}, ${b.dtype} and ${out.dtype} do not mix`)
  if ([a, b, out].some((matrix) => matrix.heap !== heap))
    throw new Error('multiply: a matrix lies in the memory of another kernel')
}

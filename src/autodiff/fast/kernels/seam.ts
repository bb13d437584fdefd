import type { Gemm, Strided } from '../gemm.ts'
import type { Data, DType } from '../../core/tensor.ts'
import { MemoryError, type Block } from './heap.ts'
import type { Kernel } from './kernel.ts'

/** Multiplications from which on a product is worth copying its matrices into the kernel's memory and back. */
export const worthwhile = 10 ** 3

const typeOf = (data: Data): DType => (data instanceof Float32Array ? 'float32' : 'float64')

/**
 * The kernel as `gemm` knows it: it takes the products that are worthwhile, and leaves those for which the device
 * has no memory. Numbers that lie in the kernel's memory already (`KernelMatrix.data`) are used where they are;
 * when the others would then need more memory than is held, the product is left too, for growing would empty the
 * caller's arrays: `heap.reserve` first.
 */
export const seam =
  ({ heap, engine }: Kernel): Gemm<boolean> =>
  (n, d, m, a, b, out) => {
    // A product with a vector reads each number once: to copy it would cost as much as to use it.
    if (n * d * m < worthwhile || n < 4 || m < 4) return false
    const dtype = typeOf(out.data)
    const size = out.data.BYTES_PER_ELEMENT
    const here = (data: Data) => data.buffer === heap.memory.buffer && typeOf(data) === dtype
    let bytes = 0
    /** Where this many numbers will lie: in place, or so far into the block for copies. */
    const plan = ({ data, start }: Strided, length: number) => {
      const place = here(data) ? data.byteOffset + start * size : bytes
      if (!here(data)) bytes += Math.ceil((length * size) / 64) * 64
      return { copied: !here(data), place, length }
    }
    const [left, right, result] = [plan(a, n * d), plan(b, d * m), plan(out, n * m)]
    const inPlace = !left.copied || !right.copied || !result.copied
    if (inPlace && !heap.fits(bytes)) return false

    let block: Block | undefined
    try {
      const { start: origin } = (block = heap.take(bytes))
      const at = (spot: typeof left) => (spot.copied ? origin + spot.place : spot.place)
      const view = (spot: typeof left) =>
        new (dtype === 'float32' ? Float32Array : Float64Array)(heap.memory.buffer, at(spot), spot.length)
      if (left.copied) view(left).set(a.data.subarray(a.start, a.start + n * d))
      if (right.copied) view(right).set(b.data.subarray(b.start, b.start + d * m))
      const product = engine.products[dtype]
      product(n, d, m, at(left), a.row, a.column, at(right), b.row, b.column, at(result), out.row, false)
      if (result.copied) out.data.set(view(result), out.start)
      return true
    } catch (error) {
      if (error instanceof MemoryError) return false
      throw error
    } finally {
      if (block) heap.give(block)
    }
  }

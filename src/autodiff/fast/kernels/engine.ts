import { loops } from '../gemm.ts'
import type { Data, DType } from '../../core/tensor.ts'
import type { Memory } from './heap.ts'

/**
 * C (n×m) = A (n×d) · B (d×m), or C += A · B, on matrices in one memory. `a`, `b` and `c` are addresses in bytes,
 * the other distances count numbers, and the numbers of a row of C lie side by side.
 */
export type Product = (
  n: number,
  d: number,
  m: number,
  a: number,
  aRow: number,
  aColumn: number,
  b: number,
  bRow: number,
  bColumn: number,
  c: number,
  cRow: number,
  accumulate: boolean,
) => void

export interface Engine {
  readonly memory: Memory
  /** The first byte that is not the engine's own. */
  readonly base: number
  readonly products: Readonly<Record<DType, Product>>
}

/** The exports of simd/gemm.as.ts. */
interface Exports {
  readonly heap: WebAssembly.Global<'i32'>
  readonly single: Product
  readonly double: Product
}

/** Pages to begin with: the kernel's own buffers need half a mebibyte. */
const pages = 16

/** The engine of a compiled module, with a memory of its own. */
export async function wasmEngine(module: BufferSource): Promise<Engine> {
  const memory = new WebAssembly.Memory({ initial: pages })
  const { instance } = await WebAssembly.instantiate(module, { env: { memory } })
  const { heap, single, double } = instance.exports as unknown as Exports
  return { memory, base: heap.value, products: { float32: single, float64: double } }
}

/** Where there is no WebAssembly that helps: the loops of gemm.ts, on a memory that looks like WebAssembly's. */
export function plainEngine(): Engine {
  let buffer = new ArrayBuffer(0)
  const memory: Memory = {
    get buffer() {
      return buffer
    },
    grow(more) {
      const bigger = new ArrayBuffer(buffer.byteLength + more * 65536)
      new Uint8Array(bigger).set(new Uint8Array(buffer))
      buffer = bigger
    },
  }
  const product =
    (View: new (buffer: ArrayBuffer) => Data, size: number): Product =>
    (n, d, m, a, aRow, aColumn, b, bRow, bColumn, c, cRow, accumulate) => {
      const data = new View(buffer)
      const at = (address: number, row: number, column: number) => ({
        data,
        start: address / size,
        row,
        column,
      })
      const out = at(c, cRow, 1)
      if (!accumulate)
        for (let i = 0; i < n; i++) data.fill(0, out.start + i * cRow, out.start + i * cRow + m)
      loops(n, d, m, at(a, aRow, aColumn), at(b, bRow, bColumn), out)
    }
  return {
    memory,
    base: 0,
    products: { float32: product(Float32Array, 4), float64: product(Float64Array, 8) },
  }
}

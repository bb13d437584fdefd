import relaxed from 'virtual:kernel/relaxed'
import simd from 'virtual:kernel/simd'
import { plainEngine, wasmEngine } from './engine.ts'
import { Kernel, type Variant } from './kernel.ts'

/** A module with one function `() => v128` of this body. */
const probe = (...body: number[]): Uint8Array<ArrayBuffer> => {
  const header = [0, 97, 115, 109, 1, 0, 0, 0]
  const [types, functions] = [
    [1, 5, 1, 96, 0, 1, 123],
    [3, 2, 1, 0],
  ]
  const code = [10, body.length + 4, 1, body.length + 2, 0, ...body, 11]
  return Uint8Array.of(...header, ...types, ...functions, ...code)
}
/** i32.const 0, i8x16.splat: a vector. */
const vector = [65, 0, 253, 15]
/** What each variant needs the machine to know: i8x16.popcnt came last to SIMD, f32x4.relaxed_madd is ours. */
const probes = {
  simd: probe(...vector, 253, 98),
  relaxed: probe(...vector, ...vector, ...vector, 253, 133, 2),
}
const addresses = { simd, relaxed }

/** Whether this browser (or Node) runs the variant. */
export const supports = (variant: Variant): boolean =>
  variant === 'typescript' || (typeof WebAssembly === 'object' && WebAssembly.validate(probes[variant]))

/** A kernel of this variant, with a memory of its own; fetches and compiles a few kilobytes. */
export async function createKernel(variant: Variant): Promise<Kernel> {
  if (variant === 'typescript') return new Kernel(variant, plainEngine())
  const response = await fetch(addresses[variant])
  if (!response.ok) throw new Error(`the kernel ${response.url} did not come: ${response.status}`)
  return new Kernel(variant, await wasmEngine(await response.arrayBuffer()))
}

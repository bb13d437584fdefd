/**
 * Fast matrix products, beside the core: a page or a worker that needs them says `await import(…/kernel.ts)` and
 * then `loadKernel()`. Nothing in the core imports this, so that a chapter without large products does not pay.
 */
import { offerTo } from './fast/gemm.ts'
import { variants, type Kernel } from './fast/kernels/kernel.ts'
import { createKernel, supports } from './fast/kernels/load.ts'
import { seam } from './fast/kernels/seam.ts'

export { MemoryError } from './fast/kernels/heap.ts'
export { variants, type Kernel, type Variant } from './fast/kernels/kernel.ts'
export type { KernelMatrix } from './fast/kernels/matrix.ts'
export { createKernel, supports } from './fast/kernels/load.ts'

/**
 * A kernel of one's own, the fastest that this browser runs: the one in TypeScript where WebAssembly is forbidden, or its
 * file does not come.
 */
export const fastestKernel = (): Promise<Kernel> =>
  createKernel(variants.find(supports) ?? 'typescript').catch(() => createKernel('typescript'))

let loading: Promise<Kernel> | undefined

/**
 * The fastest kernel that this browser runs, loaded once. From then on `matmul` and its derivatives send it every
 * product that is large enough. It never rejects: when the file does not come (offline, say) the kernel is the one
 * in TypeScript, which `variant` says, and the next call tries again.
 */
export function loadKernel(): Promise<Kernel> {
  return (loading ??= load())
}

async function load(): Promise<Kernel> {
  const kernel = await fastestKernel()
  if (kernel.variant !== 'typescript') offerTo(seam(kernel))
  else if (variants.find(supports) !== 'typescript') loading = undefined
  return kernel
}

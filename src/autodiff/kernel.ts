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
  const best = variants.find(supports) ?? 'typescript'
  try {
    const kernel = await createKernel(best)
    if (best !== 'typescript') offerTo(seam(kernel))
    return kernel
  } catch {
    loading = undefined
    return createKernel('typescript')
  }
}

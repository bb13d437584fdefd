/**
 * Matrix products on the graphics card, beside the kernel: loaded by whoever needs them, `await import(…/gpu.ts)`. A
 * card is to be trusted only after `trust` has held it against the kernel.
 */
export { GpuError, type Device } from './fast/gpu/device.ts'
export { openGpu, transposed, type Gpu, type GpuMatrix } from './fast/gpu/gpu.ts'
export { trust } from './fast/gpu/trust.ts'

/** Why the graphics card can't be used, as the rest of a sentence that begins with what was wanted. */
export class GpuError extends Error {
  override readonly name = 'GpuError'
}

/** A device, and what is said of it. */
export interface Device {
  readonly device: GPUDevice
  /** Who made it, as far as the browser tells. */
  readonly adapter: string
  /** Whether the processor plays the graphics card: right, and not fast. */
  readonly software: boolean
  /** Whether it can multiply numbers of 16 bits. */
  readonly half: boolean
}

const named = ({ vendor, architecture, description }: GPUAdapterInfo): string =>
  description || [vendor, architecture].filter(Boolean).join(' ') || 'a card without a name'

/** What large matrices need; more than the least that every device has, where this one has more. */
const limitsOf = ({ limits }: GPUAdapter) => ({
  maxBufferSize: limits.maxBufferSize,
  maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
})

/** The device that this browser gives. Throws a GpuError that says why there is none. */
export async function openDevice(gpu: GPU | undefined = globalThis.navigator?.gpu): Promise<Device> {
  if (!gpu) throw new GpuError('this browser offers no WebGPU here')
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null)
  if (!adapter) throw new GpuError('this browser knows WebGPU, and gives no graphics card to pages')
  const half = adapter.features.has('shader-f16')
  try {
    const device = await adapter.requestDevice({
      requiredFeatures: half ? ['shader-f16'] : [],
      requiredLimits: limitsOf(adapter),
    })
    const { info } = adapter
    return { device, half, adapter: named(info), software: info.isFallbackAdapter }
  } catch (cause) {
    throw new GpuError('the graphics card was refused to this page', { cause })
  }
}

import { fastestKernel, loadKernel, MemoryError, type Kernel } from '@/autodiff/kernel'
import { serve } from '@/figure/pure'
import { check } from './check'
import { explicit } from './explicit'
import { layerOf, type Range, type Sizes } from './layer'
import { Slice, type Tell } from './slice'
import { words } from './words'

let slice: Slice | undefined
const made = (): Slice => {
  if (!slice) throw new Error('a slice was asked for before it was made')
  return slice
}

/** Takes the memory and fills it; where the device refuses it, a smaller layer is what helps. */
function slicing(kernel: Kernel, sizes: Sizes, columns: Range): Slice {
  try {
    return new Slice(kernel, sizes, columns)
  } catch (error) {
    throw error instanceof MemoryError ? new Error(words.refused(error.message)) : error
  }
}

const calls = {
  /** Runs a small layer, so that the kernel is compiled before anything is timed; takes the memory, and fills it. */
  async make({ sizes, columns }: { sizes: Sizes; columns: Range }) {
    const kernel = await fastestKernel()
    const small = new Slice(kernel, layerOf(4), [0, 256])
    small.pass(40, () => undefined)
    small.free()
    slice = slicing(kernel, sizes, columns)
    return { bytes: slice.bytes, variant: kernel.variant }
  },
  pass: ({ repeats }: { repeats: number }, tell: Tell) => made().pass(repeats, tell),
  partial: () => made().partial(),
  answers: () => made().answers(),
  check: ({ seed }: { seed: number }) => check(made(), seed),
  async explicit({ N }: { N: number }) {
    await loadKernel()
    return explicit(layerOf(N))
  },
}
export type Calls = typeof calls
serve(calls)

import { fastestKernel, loadKernel, MemoryError, type Kernel } from '@/autodiff/kernel'
import { serve } from '@/figure/pure'
import { check, entriesAt, type Places } from './check'
import { explicit } from './explicit'
import { layerOf, type Range, type Sizes } from './layer'
import { collect, meet, type Handed, type Place } from './shared'
import { Slice, type Tell } from './slice'
import { words } from './words'

let slice: Slice | undefined
let place: Place | undefined
let rounds = 0
let loading: Promise<Kernel> | undefined
const made = (): Slice => {
  if (!slice) throw new Error('a slice was asked for before it was made')
  return slice
}

/** The kernel, after a small layer, so that it is compiled before anything is timed. */
async function warmed(): Promise<Kernel> {
  const kernel = await fastestKernel()
  const small = new Slice(kernel, layerOf(4), [0, 256])
  small.pass(40, () => undefined)
  small.free()
  return kernel
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
  /** Takes the memory, and fills it; made again, it gives back what it had. */
  async make({ sizes, columns, shared }: { sizes: Sizes; columns: Range; shared?: Place }) {
    const kernel = await (loading ??= warmed())
    slice?.free()
    slice = slicing(kernel, sizes, columns)
    ;[place, rounds] = [shared, 0]
    return { bytes: slice.bytes, variant: kernel.variant }
  },
  pass: ({ repeats }: { repeats: number }, tell: Tell) => made().pass(repeats, tell),
  /** A pass of one slice of several, and what it made, for the others or for the page. */
  step({ repeats }: { repeats: number }, tell: Tell): Handed {
    const times = made().pass(repeats, tell)
    if (!place) return { times, ...made().handOver() }
    made().deposit(place)
    meet(place, ++rounds)
    collect(place)
    return { times }
  },
  dwSums: () => made().dwSums(),
  answers: () => made().answers(),
  check: ({ seed }: { seed: number }) => check(made(), seed),
  /** The entries at those places; of y and ∂L/∂w as counted from the slice's first column. */
  entries: (places: Places) => entriesAt(made(), places),
  async explicit({ N }: { N: number }) {
    await loadKernel()
    return explicit(layerOf(N))
  },
}
export type Calls = typeof calls
serve(calls)

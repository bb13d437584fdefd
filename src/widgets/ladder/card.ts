import { openGpu, transposed, trust, type Gpu } from '@/autodiff/gpu'
import { fastestKernel } from '@/autodiff/kernel'
import { entriesAt, type Places } from '../run-it/check'
import type { Sizes } from '../run-it/layer'
import { answerOf, matrices } from './loops'
import { words } from './words'

/** Passes that are timed: the quickest counts. */
const passes = 5
/** Milliseconds after which no further one begins. */
const enough = 1500

/** The layer on the card, whose numbers lie there: forward and back, until the card has it all done. */
async function timed(gpu: Gpu, sizes: Sizes, half: boolean, places: Places) {
  const { N, D, M } = sizes
  const given = matrices(sizes)
  const [x, w, dy] = [
    gpu.matrix(N, D, given.x, half),
    gpu.matrix(D, M, given.w, half),
    gpu.matrix(N, M, given.dy, half),
  ]
  const [y, dx, dw] = [gpu.matrix(N, M), gpu.matrix(N, D), gpu.matrix(D, M)]
  const pass = async () => {
    const start = performance.now()
    gpu.multiply(x, w, y)
    gpu.multiply(dy, transposed(w), dx)
    gpu.multiply(transposed(x), dy, dw)
    await gpu.done()
    return performance.now() - start
  }
  let best = await pass() // compiles, too
  for (let k = 0, spent = best; k < passes && spent < enough; k++) {
    const took = await pass()
    ;[best, spent] = [Math.min(best, took), spent + took]
  }
  const results = { y: await gpu.read(y), dx: await gpu.read(dx), dw: await gpu.read(dw) }
  gpu.free(x, w, dy, y, dx, dw)
  return { milliseconds: best, entries: entriesAt(answerOf(sizes, results), places) }
}

/** The layer on the graphics card, once its products were found to be the kernel's. Throws a sentence where there is none. */
export async function onCard(sizes: Sizes, half: boolean, places: Places) {
  const gpu = await openGpu()
  try {
    if (half && !gpu.of.half) throw new Error(words.noHalf)
    await trust(gpu, await fastestKernel(), half)
    const { adapter, software } = gpu.of
    return { ...(await timed(gpu, sizes, half, places)), card: { adapter, software } }
  } finally {
    gpu.close()
  }
}

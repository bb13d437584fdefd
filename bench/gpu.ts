import * as jax from '@jax-js/jax'
import * as tfjs from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-core/dist/register_all_gradients.js'
import '@tensorflow/tfjs-backend-webgpu'
import { GpuError, openGpu, transposed, trust, type Gpu } from '../src/autodiff/gpu.ts'
import { fastestKernel } from '../src/autodiff/kernel.ts'
import { measure, type Row } from './measure.ts'
import { jaxOn, tfOn } from './peers.ts'
import { input, sizes, type Contender, type Result } from './task.ts'

const { n, d, m } = sizes

/** Ours, on numbers that lie on the card, as the peers' do. */
function ours(gpu: Gpu, half: boolean): Contender {
  const [x, w, g] = [
    gpu.matrix(n, d, input.x, half),
    gpu.matrix(d, m, input.w, half),
    gpu.matrix(n, m, input.g, half),
  ]
  const [y, dx, dw] = [gpu.matrix(n, m), gpu.matrix(n, d), gpu.matrix(d, m)]
  const run = () => {
    gpu.multiply(x, w, y)
    gpu.multiply(g, transposed(w), dx)
    gpu.multiply(transposed(x), g, dw)
    return gpu.done()
  }
  const result = async (): Promise<Result> => {
    await run()
    return { y: await gpu.read(y), dx: await gpu.read(dx), dw: await gpu.read(dw) }
  }
  return { name: `Nudge, WebGPU, ${half ? 'float16' : 'float32'}`, run, result }
}

/** A peer on the same card, or nothing where it finds none. */
const perhaps = (make: () => Promise<Contender>): Promise<Contender[]> =>
  make().then(
    (made) => [made],
    (error) => (console.warn(error), []),
  )

export interface OnGpu {
  readonly adapter: string
  readonly software: boolean
  /** None where the processor plays the card. */
  readonly rows: readonly Row[]
}

/** The layer on the graphics card, ours and the peers'; a sentence where there is none. */
export async function onGpu(rounds: number): Promise<OnGpu | string> {
  try {
    const [gpu, kernel] = [await openGpu(), await fastestKernel()]
    await trust(gpu, kernel)
    const { adapter, software, half } = gpu.of
    if (half) await trust(gpu, kernel, true)
    // A processor that plays a card takes minutes for a round: it is asked whether it is right, and not how fast.
    if (software) return { adapter, software, rows: [] }
    const peers = [
      ...(await perhaps(() => jaxOn(jax, 'webgpu'))),
      ...(await perhaps(() => tfOn(tfjs, 'webgpu'))),
    ]
    const mine = [ours(gpu, false), ...(half ? [ours(gpu, true)] : [])]
    return { adapter, software, rows: await measure([...mine, ...peers], rounds) }
  } catch (error) {
    if (error instanceof GpuError) return error.message
    throw error
  }
}

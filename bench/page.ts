import * as jax from '@jax-js/jax'
import * as tfjs from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-core/dist/register_all_gradients.js'
import '@tensorflow/tfjs-backend-cpu'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'
import { ceiling } from './ceiling.ts'
import { explicit } from './explicit.ts'
import { measure } from './measure.ts'
import { nudge } from './nudge.ts'
import { jaxOn, tfOn } from './peers.ts'
import { small } from './small.ts'
import { sizes, type Contender } from './task.ts'
import { allCores } from './threads.ts'

setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': threaded,
})

/** What bench/run.ts calls, in the browser. */
async function layer(rounds: number) {
  const contenders: Contender[] = [...(await nudge()), await jaxOn(jax, 'wasm'), await tfOn(tfjs, 'wasm')]
  return { sizes, rows: await measure(contenders, rounds), most: await ceiling(3 * rounds) }
}

/** One worker, all cores, and the peer that uses threads where the page is isolated: once each in every round. */
async function cores(rounds: number) {
  const { count, contenders, end } = await allCores()
  const rows = await measure([...contenders, await jaxOn(jax, 'wasm')], rounds)
  end()
  return { isolated: crossOriginIsolated, threads: count, rows }
}

/** The graphics card has a module of its own: its peers look for one as soon as they are there. */
const gpu = async (rounds: number) => (await import('./gpu.ts')).onGpu(rounds)

export type Cores = Awaited<ReturnType<typeof cores>>

declare global {
  var bench: {
    layer: typeof layer
    small: typeof small
    explicit: typeof explicit
    cores: typeof cores
    gpu: typeof gpu
  }
}
globalThis.bench = { layer, small, explicit, cores, gpu }

import { defaultDevice, init, numpy as np, vjp } from '@jax-js/jax'
import * as tfjs from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-core/dist/register_all_gradients.js'
import '@tensorflow/tfjs-backend-cpu'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'
import { input, sizes, type Contender, type Result } from './task.ts'

const { n, d, m } = sizes

/** jax-js on WebAssembly. A value is used up by what it is given to, unless `.ref` is given. */
export async function jax(): Promise<Contender> {
  await init('wasm')
  defaultDevice('wasm')
  const [x, w, g] = [
    np.array(input.x).reshape([n, d]),
    np.array(input.w).reshape([d, m]),
    np.array(input.g).reshape([n, m]),
  ]
  const run = async () => {
    const [y, pull] = vjp((a: np.Array, b: np.Array) => np.matmul(a, b), [x.ref, w.ref])
    const [dx, dw] = pull(g.ref) as [np.Array, np.Array]
    pull.dispose()
    for (const each of [y, dx, dw]) await each.blockUntilReady()
    return [y, dx, dw] as const
  }
  return {
    name: 'jax-js 0.1.25, wasm',
    run: async () => (await run()).forEach((each) => each.dispose()),
    async result() {
      const [y, dx, dw] = (await Promise.all((await run()).map((each) => each.data()))) as Float32Array[]
      return { y, dx, dw } as Result
    },
  }
}

/** TensorFlow.js. Off cross-origin isolation it has one thread, like all others here. */
export async function tf(backend: 'wasm' | 'cpu'): Promise<Contender> {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': threaded,
  })
  await tfjs.setBackend(backend)
  const [x, w, g] = [
    tfjs.tensor2d(input.x, [n, d]),
    tfjs.tensor2d(input.w, [d, m]),
    tfjs.tensor2d(input.g, [n, m]),
  ]
  const both = tfjs.valueAndGrads((a: tfjs.Tensor, b: tfjs.Tensor) => tfjs.matMul(a, b))
  const run = async () => {
    const { value, grads } = both([x, w], g)
    return [value, ...grads]
  }
  return {
    name: `tfjs 4.22.0, ${backend}`,
    run: async () => (await run()).forEach((each) => each.dispose()),
    async result() {
      const [y, dx, dw] = await Promise.all((await run()).map((each) => each.data()))
      return { y, dx, dw } as unknown as Result
    },
  }
}

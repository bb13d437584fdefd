import type * as Jax from '@jax-js/jax'
import type * as Tf from '@tensorflow/tfjs-core'
import { input, sizes, type Contender, type Result } from './task.ts'

const { n, d, m } = sizes

/** jax-js on WebAssembly or WebGPU. A value is used up by what it is given to, unless `.ref` is given. */
export async function jaxOn(
  { defaultDevice, init, numpy: np, vjp }: typeof Jax,
  device: 'wasm' | 'webgpu',
): Promise<Contender> {
  await init(device)
  defaultDevice(device)
  const [x, w, g] = [
    np.array(input.x).reshape([n, d]),
    np.array(input.w).reshape([d, m]),
    np.array(input.g).reshape([n, m]),
  ]
  const run = async () => {
    const [y, pull] = vjp((a: Jax.numpy.Array, b: Jax.numpy.Array) => np.matmul(a, b), [x.ref, w.ref])
    const [dx, dw] = pull(g.ref) as [Jax.numpy.Array, Jax.numpy.Array]
    pull.dispose()
    for (const each of [y, dx, dw]) await each.blockUntilReady()
    return [y, dx, dw] as const
  }
  return {
    name: `jax-js 0.1.25, ${device}`,
    run: async () => (await run()).forEach((each) => each.dispose()),
    async result() {
      const [y, dx, dw] = (await Promise.all((await run()).map((each) => each.data()))) as Float32Array[]
      return { y, dx, dw } as Result
    },
  }
}

/** TensorFlow.js. On the processor it has one thread off cross-origin isolation, like all others there. */
export async function tfOn(tfjs: typeof Tf, backend: 'wasm' | 'cpu' | 'webgpu'): Promise<Contender> {
  if (!(await tfjs.setBackend(backend))) throw new Error(`tfjs has no ${backend} here`)
  const [x, w, g] = [
    tfjs.tensor2d(input.x, [n, d]),
    tfjs.tensor2d(input.w, [d, m]),
    tfjs.tensor2d(input.g, [n, m]),
  ]
  const both = tfjs.valueAndGrads((a: Tf.Tensor, b: Tf.Tensor) => tfjs.matMul(a, b))
  const run = async () => {
    const { value, grads } = both([x, w], g)
    return [value, ...grads]
  }
  return {
    name: `tfjs 4.22.0, ${backend}`,
    // A graphics card works on after it was asked: one number of each result is waited for.
    run: async () => {
      const made = await run()
      if (backend === 'webgpu')
        await Promise.all(made.map((each) => tfjs.tidy(() => tfjs.slice(each, [0, 0], [1, 1])).data()))
      for (const each of made) each.dispose()
    },
    async result() {
      const [y, dx, dw] = await Promise.all((await run()).map((each) => each.data()))
      return { y, dx, dw } as unknown as Result
    },
  }
}

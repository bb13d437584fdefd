import { expect, it } from 'vitest'
import { random } from '../../check/sample.ts'
import { createKernel } from '../kernels/load.ts'
import { openDevice } from './device.ts'
import { Gpu, transposed, type GpuMatrix } from './gpu.ts'
import { planOf } from './plan.ts'
import { depth, halveShader, productShader, sumShader, tile } from './shader.ts'
import { trust } from './trust.ts'

// The shaders run where there is an adapter: e2e/ladder.spec.ts, and `npm run bench`. Here is what needs none.

it('covers every row, every column and every step of the depth, each once', () => {
  const next = random(5)
  for (let k = 0; k < 500; k++) {
    const [n, d, m] = [0, 0, 0].map(() => Math.ceil(2 ** (14 * next()))) as [number, number, number]
    const { groups, part } = planOf(n, d, m)
    const [across, down, behind] = groups
    expect((across - 1) * tile < m && m <= across * tile).toBe(true)
    expect((down - 1) * tile < n && n <= down * tile).toBe(true)
    expect((behind - 1) * part < d && d <= behind * part).toBe(true)
    expect(part % depth).toBe(0)
  }
})

it('shares the sum out only where few tiles would leave a card idle, and each part is deep', () => {
  expect(planOf(64, 4096, 4096).groups).toEqual([64, 1, 4])
  expect(planOf(4096, 64, 4096).groups).toEqual([64, 64, 1])
  expect(planOf(1, 300, 1).groups).toEqual([1, 1, 1])
  expect(planOf(0, 0, 5).groups[2]).toBe(1)
})

it('writes one program for both precisions, which say so', () => {
  expect(productShader(true)).toBe(
    productShader(false).replace('alias Number = f32;', 'enable f16;\nalias Number = f16;'),
  )
  // Of a name that WGSL keeps for itself a browser would know only when it runs.
  const reserved = /\b(?:var|let)(?:<[^>]*>)? (?:of|from|target|self|final|package|module|import)\b/
  for (const shader of [productShader(false), sumShader, halveShader]) expect(shader).not.toMatch(reserved)
})

it('reads a transpose from the same numbers', () => {
  const matrix = { rows: 2, columns: 3, rowStep: 3, columnStep: 1, half: false } as GpuMatrix
  expect(transposed(matrix)).toEqual({ ...matrix, rows: 3, columns: 2, rowStep: 1, columnStep: 3 })
  expect(transposed(transposed(matrix))).toEqual(matrix)
})

const offering = (adapter: unknown) => ({ requestAdapter: () => Promise.resolve(adapter) }) as unknown as GPU
const adapter = (requestDevice: () => Promise<unknown>, info = {}) => ({
  features: new Set(['shader-f16']),
  limits: {},
  info: { vendor: '', architecture: '', description: '', isFallbackAdapter: false, ...info },
  requestDevice,
})

it('says in a sentence why there is no card', async () => {
  await expect(openDevice(undefined)).rejects.toThrow('this browser offers no WebGPU here')
  await expect(openDevice(offering(null))).rejects.toThrow('gives no graphics card to pages')
  const denied = offering(adapter(() => Promise.reject(new Error('no'))))
  await expect(openDevice(denied)).rejects.toThrow('the graphics card was refused to this page')
})

/** A device that takes all that it is asked for and multiplies nothing; it is lost on demand. */
function idle() {
  let lose: (how: { message: string }) => void = () => undefined
  const any: unknown = new Proxy(() => any, { get: (_, key) => (key === 'then' ? undefined : any) })
  let fail: (event: unknown) => void = () => undefined
  const device = {
    lost: new Promise<{ message: string }>((resolve) => (lose = resolve)),
    addEventListener: (_: string, listener: typeof fail) => (fail = listener),
    createBuffer: ({ size }: { size: number }) => ({
      mapAsync: () => Promise.resolve(),
      getMappedRange: () => new ArrayBuffer(size),
      destroy: () => undefined,
    }),
    createShaderModule: () => any,
    createComputePipeline: () => any,
    createBindGroup: () => any,
    createCommandEncoder: () => any,
    queue: { submit: () => undefined, writeBuffer: () => undefined, onSubmittedWorkDone: () => waiting },
  }
  let waiting: Promise<unknown> = Promise.resolve()
  return {
    device,
    lose: (message: string) => lose({ message }),
    fail: (message: string) => fail({ error: { message } }),
    hang: () => (waiting = new Promise(() => undefined)),
  }
}

it('asks for numbers of 16 bits where there are some, and says whose card it is', async () => {
  const made = adapter(() => Promise.resolve(idle().device), { vendor: 'acme', architecture: 'one' })
  expect(await openDevice(offering(made))).toMatchObject({ adapter: 'acme one', half: true, software: false })
})

it('is told when the card is lost or fails, whoever waits', async () => {
  const { device, lose, fail, hang } = idle()
  const gpu = new Gpu({ device: device as never, adapter: '', software: false, half: false })
  await gpu.done()
  fail('too much\nat line 3')
  await expect(gpu.done()).rejects.toThrow(/^the graphics card failed: too much$/)
  hang()
  const waiting = gpu.read(gpu.matrix(2, 2))
  lose('reset')
  await expect(waiting).rejects.toThrow('the graphics card was taken away: reset')
})

it('refuses a card whose products are wrong, and factors that do not fit', async () => {
  const gpu = new Gpu({ device: idle().device as never, adapter: '', software: false, half: false })
  await expect(trust(gpu, await createKernel('simd'))).rejects.toThrow(
    /the graphics card multiplied wrongly: its products were off by [\d.]+ of/,
  )
  expect(() => gpu.multiply(gpu.matrix(2, 3), gpu.matrix(2, 3), gpu.matrix(2, 3))).toThrow(
    'there is no product (2×3)·(2×3) in (2×3)',
  )
})

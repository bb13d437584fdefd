import { nth } from '../../core/entry.ts'
import { expect, it } from 'vitest'
import { matmul, Tensor, tensor, vjp, type DType } from '../../index.ts'
import { loadKernel } from '../../kernel.ts'
import { random } from '../../check/sample.ts'

function matrix(rows: number, columns: number, dtype: DType, seed: number): Tensor {
  const next = random(seed)
  return tensor(new Tensor(Float64Array.from({ length: rows * columns }, next), [rows, columns]), { dtype })
}

/** The layer and both its gradients, as the library computes them. */
function layer(dtype: DType): Tensor[] {
  const [x, w, g] = [matrix(30, 50, dtype, 1), matrix(50, 40, dtype, 2), matrix(30, 40, dtype, 3)]
  const [y, pull] = vjp((a: Tensor, b: Tensor) => matmul(a, b), [x, w])
  return [y, ...pull(g)]
}

const difference = (left: Tensor[], right: Tensor[]): number =>
  Math.max(
    ...left.flatMap(({ data }, k) => Array.from(data, (v, i) => Math.abs(v - nth(nth(right, k).data, i)))),
  )

it('makes the products of the library, once it is loaded', async () => {
  const before = { float32: layer('float32'), float64: layer('float64') }
  const kernel = await loadKernel()
  expect(kernel.variant).not.toBe('typescript')
  expect(await loadKernel()).toBe(kernel)

  const { products } = kernel.engine
  const calls: string[] = []
  Object.assign(kernel.engine, {
    products: {
      float32: (...words: Parameters<typeof products.float32>) => {
        calls.push('float32')
        products.float32(...words)
      },
      float64: (...words: Parameters<typeof products.float64>) => {
        calls.push('float64')
        products.float64(...words)
      },
    },
  })
  expect(difference(layer('float32'), before.float32)).toBeLessThan(1e-4)
  expect(difference(layer('float64'), before.float64)).toBeLessThan(1e-12)
  expect(calls).toEqual(['float32', 'float32', 'float32', 'float64', 'float64', 'float64'])
  expect(kernel.heap.inUse).toBe(0)

  // Small ones, and those with a vector, are made where they are.
  matmul(matrix(3, 3, 'float32', 1), matrix(3, 3, 'float32', 2))
  matmul(matrix(1, 300, 'float32', 1), matrix(300, 300, 'float32', 2))
  expect(calls).toHaveLength(6)
})

it('multiplies stacks, and types that differ', async () => {
  await loadKernel()
  const [a, b] = [matrix(40, 30, 'float32', 1), matrix(30, 20, 'float64', 2)]
  const made = matmul(new Tensor(a.data, [2, 20, 30]), b)
  expect([made.dtype, made.shape]).toEqual(['float64', [2, 20, 20]])
  let sum = 0
  for (let k = 0; k < 30; k++) sum += nth(a.data, 39 * 30 + k) * nth(b.data, k * 20 + 19)
  expect(made.data[799]).toBeCloseTo(sum, 12)
})

it('copies no matrix that lies in its memory', async () => {
  const kernel = await loadKernel()
  const w = kernel.matrix(64, 64)
  kernel.heap.reserve(10 ** 6)
  for (let k = 0; k < 64; k++) w.data[k * 64 + k] = k
  const ones = new Tensor(new Float32Array(64 * 64).fill(1), [64, 64])
  const inside = new Tensor(w.data, [64, 64])
  const taken: number[] = []
  const { take } = kernel.heap
  kernel.heap.take = (bytes) => {
    taken.push(bytes)
    return take.call(kernel.heap, bytes)
  }
  const made = matmul(ones, inside)
  kernel.heap.take = take
  expect(taken).toEqual([2 * 64 * 64 * 4])
  expect(Array.from(made.data.subarray(64, 128))).toEqual(Array.from({ length: 64 }, (_, k) => k))
  // Growing would have emptied what the caller holds: such a product is left to the loops.
  expect(matmul(inside, new Tensor(new Float32Array(64 * 2 ** 13), [64, 2 ** 13])).shape).toEqual([
    64,
    2 ** 13,
  ])
  expect(inside.data).toHaveLength(64 * 64)
  w.free()
})

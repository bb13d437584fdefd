import { random } from '../../check/sample.ts'
import { nth, nthOr } from '../../core/entry.ts'
import type { Kernel } from '../kernels/kernel.ts'
import { GpuError } from './device.ts'
import { transposed, type Gpu } from './gpu.ts'

/** Sizes with edges in every direction, of one tile and of several, and so deep that the sum is shared out. */
const sizes = [
  [1, 1, 1],
  [5, 7, 3],
  [64, 16, 64],
  [65, 33, 130],
  [3, 1030, 70],
] as const

/**
 * Multiples of 1/64 below ½: 16 bits hold each exactly, and 24 bits every sum of their products here. So nothing is
 * rounded, in whichever order a card adds up, and what is right is right to the last bit.
 */
function filled(length: number, seed: number): Float32Array<ArrayBuffer> {
  const next = random(seed)
  return Float32Array.from({ length }, () => Math.floor(64 * next() - 32) / 64)
}

function apart(found: ArrayLike<number>, right: ArrayLike<number>): number {
  let [difference, largest] = [0, 0]
  for (let k = 0; k < right.length; k++) {
    const off = Math.abs(nthOr(found, k, NaN) - nth(right, k))
    difference = Math.max(difference, Number.isNaN(off) ? Infinity : off)
    largest = Math.max(largest, Math.abs(nth(right, k)))
  }
  return difference / (largest || 1)
}

/** The product of one size on both, with the factors stored as they are or transposed. */
async function tried(
  gpu: Gpu,
  kernel: Kernel,
  [n, d, m]: readonly [number, number, number],
  turned: readonly [boolean, boolean],
  half: boolean,
): Promise<number> {
  const stored = (rows: number, columns: number, turn: boolean) => (turn ? [columns, rows] : [rows, columns])
  const shapes = [stored(n, d, turned[0]), stored(d, m, turned[1])] as [[number, number], [number, number]]
  const data = shapes.map(([rows, columns], k) => filled(rows * columns, k + 1)) as [
    Float32Array<ArrayBuffer>,
    Float32Array<ArrayBuffer>,
  ]
  const [a, b] = [gpu.matrix(...shapes[0], data[0], half), gpu.matrix(...shapes[1], data[1], half)]
  const [x, y] = [kernel.matrix(...shapes[0]), kernel.matrix(...shapes[1])]
  const [out, right] = [gpu.matrix(n, m), kernel.matrix(n, m)]
  x.data.set(data[0])
  y.data.set(data[1])
  kernel.multiply(turned[0] ? x.transposed : x, turned[1] ? y.transposed : y, right)
  gpu.multiply(turned[0] ? transposed(a) : a, turned[1] ? transposed(b) : b, out)
  const off = apart(await gpu.read(out), right.data)
  gpu.free(a, b, out)
  for (const each of [x, y, right]) each.free()
  return off
}

/**
 * Multiplies matrices of several sizes in all transposes on the card and on the kernel. Throws a GpuError where they
 * differ: such a card is not to be used.
 */
export async function trust(gpu: Gpu, kernel: Kernel, half = false): Promise<void> {
  let worst = 0
  for (const size of sizes)
    for (const left of [false, true])
      for (const right of [false, true])
        worst = Math.max(worst, await tried(gpu, kernel, size, [left, right], half))
  if (worst > 0)
    throw new GpuError(
      `the graphics card multiplied wrongly: its products were off by ${worst.toPrecision(2)} of the largest entry`,
    )
}

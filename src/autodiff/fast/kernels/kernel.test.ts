import { nth } from '../../core/entry.ts'
import v8 from 'node:v8'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createKernel, supports, variants, type Kernel, type KernelMatrix } from '../../kernel.ts'
import type { DType } from '../../core/tensor.ts'
import { random } from '../../check/sample.ts'

// Node 20 has fused multiply-add behind a flag; later ones have it without, and ignore the flag.
v8.setFlagsFromString('--experimental-wasm-relaxed-simd')
const here = variants.filter(supports)
const kernels = await Promise.all(here.map(createKernel))

it('runs all three variants in this Node', () => expect(here).toEqual(['relaxed', 'simd', 'typescript']))

interface Case {
  readonly sizes: readonly [n: number, d: number, m: number]
  readonly dtype: DType
  /** Whether a, b and the result lie transposed. */
  readonly turned: readonly [boolean, boolean, boolean]
  readonly accumulate: boolean
  readonly seed: number
  /** One number in so many is Infinity, −Infinity or NaN. */
  readonly odd?: number
}

/** An n×m matrix of the kernel, as such or as the transpose of one, that holds numbers of a seed. */
function filled(kernel: Kernel, rows: number, columns: number, turned: boolean, seed: number, at: Case) {
  const matrix = turned
    ? kernel.matrix(columns, rows, at.dtype).transposed
    : kernel.matrix(rows, columns, at.dtype)
  const next = random(seed)
  const draw = () =>
    next() < 1 / (at.odd ?? Infinity) ? [Infinity, -Infinity, NaN][Math.floor(next() * 3)] : next() - 0.5
  const { data } = turned ? matrix.transposed : matrix
  for (let k = 0; k < data.length; k++) data[k] = draw() as number
  return matrix
}

const entry = (matrix: KernelMatrix, data: ArrayLike<number>, i: number, j: number): number =>
  nth(data, i * matrix.rowStep + j * matrix.columnStep)

/**
 * Runs a case. The result is the largest error of an entry against the sum in double precision, as a part of what
 * a sum of d terms may be off by; Infinity where one is NaN or infinite and the other is not, or not the same way.
 */
function error(kernel: Kernel, at: Case): number {
  const [n, d, m] = at.sizes
  const a = filled(kernel, n, d, at.turned[0], at.seed, at)
  const b = filled(kernel, d, m, at.turned[1], at.seed + 1, at)
  const out = filled(kernel, n, m, at.turned[2], at.seed + 2, at)
  const read = (matrix: KernelMatrix, turned: boolean) => (turned ? matrix.transposed : matrix).data.slice()
  const before = read(out, at.turned[2])
  kernel.multiply(a, b, out, { accumulate: at.accumulate })
  const [left, right, after] = [read(a, at.turned[0]), read(b, at.turned[1]), read(out, at.turned[2])]
  const epsilon = at.dtype === 'float32' ? 2 ** -23 : 2 ** -52
  let worst = 0
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      let [sum, size] = at.accumulate ? [entry(out, before, i, j), 1] : [0, 1]
      for (let k = 0; k < d; k++) {
        const term = entry(a, left, i, k) * entry(b, right, k, j)
        sum += term
        size += Math.abs(term)
      }
      const found = entry(out, after, i, j)
      if (Number.isFinite(sum)) worst = Math.max(worst, Math.abs(found - sum) / ((d + 1) * epsilon * size))
      else if (!Object.is(found, sum)) worst = Infinity
    }
  for (const matrix of [a, b, out]) matrix.free()
  return worst
}

const length = fc.constantFrom(0, 1, 3, 5, 7, 31, 33, 65, 127)
const cases: fc.Arbitrary<Case> = fc.record({
  sizes: fc.tuple(length, length, length),
  dtype: fc.constantFrom('float32', 'float64'),
  turned: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  accumulate: fc.boolean(),
  seed: fc.nat(),
})

describe.each(kernels.map((kernel) => [kernel.variant, kernel] as const))('%s', (_, kernel) => {
  it('multiplies matrices of awkward sizes, transposed or not, over or onto what was there', () => {
    fc.assert(
      fc.property(cases, (at) => {
        expect(error(kernel, at)).toBeLessThan(1)
      }),
      { numRuns: 150 },
    )
  })

  it('puts NaN and Infinity where they belong and nowhere else', () => {
    const odd = fc.constantFrom(4, 50, 1000)
    const strange = fc.tuple(cases, odd).map(([at, every]) => ({ ...at, odd: every }))
    fc.assert(
      fc.property(strange, (at) => {
        expect(error(kernel, at)).toBeLessThan(1)
      }),
      { numRuns: 100 },
    )
  })

  it.each(['float32', 'float64'] as const)('multiplies matrices larger than its blocks, %s', (dtype) => {
    for (const turned of [false, true])
      for (const sizes of [
        [9, 13, 4801],
        [100, 601, 530],
        [205, 6, 9],
      ] as const)
        expect(
          error(kernel, { sizes, dtype, turned: [turned, turned, false], accumulate: false, seed: 1 }),
        ).toBeLessThan(1)
  })

  it('multiplies parts of matrices, and leaves the rest of the result alone', () => {
    const at: Case = {
      sizes: [0, 0, 0],
      dtype: 'float32',
      turned: [false, false, false],
      accumulate: false,
      seed: 1,
    }
    const a = filled(kernel, 20, 30, false, 1, at)
    const b = filled(kernel, 40, 50, false, 2, at)
    const out = filled(kernel, 60, 70, false, 3, at)
    const expected = out.data.slice()
    const [left, right] = [a.data, b.data]
    for (let i = 0; i < 13; i++)
      for (let j = 0; j < 21; j++) {
        let sum = 0
        // Rows 4 to 17 and columns 3 to 12 of a, and of the transpose of b rows 5 to 14 and columns 6 to 27.
        for (let k = 0; k < 9; k++) sum += nth(left, (i + 4) * 30 + k + 3) * nth(right, (j + 6) * 50 + k + 5)
        expected[(i + 7) * 70 + j + 8] = sum
      }
    kernel.multiply(
      a.part([1, 19]).part([3, 16], [3, 12]),
      b.transposed.part([5, 14], [6, 27]),
      out.part([7, 20], [8, 29]),
    )
    const found = out.data
    for (const [k, value] of expected.entries()) expect(found[k]).toBeCloseTo(value, 5)
    for (const matrix of [a, b, out]) matrix.free()
  })

  it('gives back all its memory, and holds no more after the same again', () => {
    const work = () =>
      error(kernel, {
        sizes: [65, 65, 65],
        dtype: 'float32',
        turned: [true, false, true],
        accumulate: true,
        seed: 5,
      })
    work()
    const { bytes } = kernel.heap
    for (let k = 0; k < 20; k++) work()
    expect([kernel.heap.inUse, kernel.heap.bytes]).toEqual([0, bytes])
  })

  it('says what does not fit', () => {
    const [a, b, wide] = [kernel.matrix(2, 3), kernel.matrix(4, 5), kernel.matrix(3, 5, 'float64')]
    expect(() => kernel.multiply(a, b, kernel.matrix(2, 5))).toThrow(
      'multiply: (2×3) and (4×5) and (2×5): 3 ≠ 4',
    )
    expect(() => kernel.multiply(a, kernel.matrix(3, 5), kernel.matrix(4, 5))).toThrow('2 ≠ 4')
    expect(() => kernel.multiply(a, kernel.matrix(3, 5), kernel.matrix(2, 4))).toThrow('5 ≠ 4')
    expect(() => kernel.multiply(a, wide, kernel.matrix(2, 5))).toThrow(
      'float32, float64 and float32 do not mix',
    )
    expect(() => a.part([0, 3])).toThrow('rows 0 to 3, columns 0 to 3 are not all in a matrix (2×3)')
    expect(() => a.part([0, 2], [1, 2]).data).toThrow('only a matrix whose rows lie end to end')
    expect(() => a.transposed.data).toThrow('only a matrix whose rows lie end to end')
    a.free()
    expect(() => a.data).toThrow('a matrix (2×3) was used after free()')
  })
})

import { describe, expect, it } from 'vitest'
import { matmul, trace } from '@/autodiff'
import {
  check,
  clashes,
  crossover,
  curves,
  fitted,
  lengthened,
  model,
  nameOf,
  place,
  start,
  steps,
  terms,
  total,
  withRows,
} from './model'
import type { Sizes } from './model'
import { crossoverText, sentence } from './words'

const state = (...sizes: number[][]) => ({ ...start, sizes })
const said = (...sizes: number[][]) => sentence(model(state(...sizes)), sizes)

describe('a chain of matrices', () => {
  it('refuses where inner sizes differ, in the core’s words', () => {
    expect(
      clashes([
        [2, 3],
        [2, 4],
      ]),
    ).toEqual([{ at: 0, message: 'matmul: (2×3)·(2×4): 3 ≠ 2', dims: [3, 2] }])
    expect(said([2, 3], [2, 4])).toMatch(/^A·B does not exist: A has 3 columns and B has 2 rows/)
    expect(
      clashes([
        [2, 3],
        [2, 4],
        [5, 1],
      ]).map(({ at }) => at),
    ).toEqual([0, 1])
    expect(model(state([2, 3], [2, 4])).small?.product).toBeUndefined()
  })

  it('fits once each factor has as many rows as its left neighbor has columns', () => {
    expect(
      fitted([
        [2, 3],
        [2, 4],
        [5, 1],
      ]),
    ).toEqual([
      [2, 3],
      [3, 4],
      [4, 1],
    ])
    expect(lengthened([[2, 3]], 3)).toEqual([
      [2, 3],
      [3, 3],
      [3, 3],
    ])
    expect(
      lengthened(
        [
          [2, 3],
          [3, 4],
          [4, 1],
        ],
        2,
      ),
    ).toEqual([
      [2, 3],
      [3, 4],
    ])
  })

  it('makes entry (i, j) of row i and column j, also of a longer chain', () => {
    for (const sizes of [
      [
        [2, 3],
        [3, 4],
      ],
      [
        [2, 3],
        [3, 4],
        [4, 2],
      ],
    ]) {
      const scene = model({ ...start, sizes, row: 1, column: 1 })
      const sum = terms(scene).reduce((all, { left, right }) => all + left * right, 0)
      expect(sum).toBe(scene.small?.product?.[1]?.[1])
    }
  })

  it('takes the reader’s own numbers, and keeps them where the sizes change', () => {
    const values = start.values.with(place(1, 2, 0), 50)
    const factor = (sizes: Sizes) => model({ ...start, sizes, values }).small?.factors[1]
    expect(
      factor([
        [1, 3],
        [3, 1],
      ])?.[2],
    ).toEqual([50])
    expect(
      factor([
        [1, 3],
        [3, 4],
      ])?.[2]?.[0],
    ).toBe(50)
    expect(check({ ...start, values: [1, 2] })).toMatch(/64 values/)
  })

  it('counts the operations that the core counts when it really multiplies', () => {
    const sizes: Sizes = [
      [2, 3],
      [3, 4],
      [4, 5],
    ]
    const zeros = sizes.map(([rows = 0, columns = 0]) =>
      Array.from({ length: rows }, () => Array(columns).fill(0) as number[]),
    )
    const [a = [], b = [], c = []] = zeros
    const counted = (f: Parameters<typeof trace>[0]) =>
      trace(f, [a, b, c]).nodes.reduce((sum, { operations }) => sum + operations, 0)
    expect(total(sizes, 'left')).toBe(
      counted((x, y, z) => matmul(matmul(x as never, y as never), z as never)),
    )
    expect(total(sizes, 'right')).toBe(
      counted((x, y, z) => matmul(x as never, matmul(y as never, z as never))),
    )
    expect(steps(sizes, 'right').map(({ left, right }) => `${left}·${right}`)).toEqual(['B·C', 'A·BC'])
  })

  it('is cheap from the left for one output and from the right for one input', () => {
    const loss = [
      [1, 100],
      [100, 100],
      [100, 100],
    ]
    expect([total(loss, 'left'), total(loss, 'right')]).toEqual([40_000, 2_020_000])
    expect(said(...loss)).toBe(
      'Left to right takes 40,000 operations, right to left 2,020,000, so left to right is 50.5 times cheaper. A has one row, so from the left each product is a single row.',
    )
    expect(said([100, 100], [100, 100], [100, 1])).toMatch(
      /right to left is 50\.5 times cheaper\. C has one column/,
    )
    expect(said([9, 9], [9, 9], [9, 9])).toMatch(/order makes no difference/)
  })

  it('writes the name of a rising curve beside it, and of a flat one above or below', () => {
    const square: Sizes = [[1, 100], [100, 100], [100, 100]] // prettier-ignore
    const column: Sizes = [[1, 1000], [1000, 1000], [1000, 1]] // prettier-ignore
    expect(nameOf(curves(square).left, true).side).toBe('left')
    expect(nameOf(curves(square).right, false).side).toBe('right')
    expect(nameOf(curves(column).right, false).side).toBe('below')
  })

  it('has both orders cost the same at the crossover, and another winner on either side', () => {
    for (const sizes of [
      [
        [1, 100],
        [100, 100],
        [100, 100],
      ],
      [
        [7, 30],
        [30, 20],
        [20, 50],
      ],
      [
        [7, 30],
        [30, 20],
        [20, 50],
        [50, 10],
      ],
    ]) {
      const K = crossover(sizes)
      expect(K).toBeDefined()
      const gap = (rows: number) =>
        total(withRows(sizes, rows), 'left') - total(withRows(sizes, rows), 'right')
      expect(Math.sign(gap(Math.floor((K ?? 0) - 0.001)))).toBe(-1)
      expect(Math.sign(gap(Math.ceil((K ?? 0) + 0.001)))).toBe(1)
    }
    expect(
      crossover([
        [1, 100],
        [100, 100],
        [100, 100],
      ]),
    ).toBe(100)
    expect(crossoverText(model(state([1, 100], [100, 100], [100, 100])).orders?.crossover)).toBe('at K = 100')
  })

  it('can have an order that always wins', () => {
    // One column at the end, and a wide middle: from the right the middle is never met in full.
    expect(
      crossover([
        [5, 2],
        [2, 100],
        [100, 1],
      ]),
    ).toBeUndefined()
  })

  it('is refused from a link that names no chain', () => {
    expect(check(state([2, 3]))).toMatch(/two to four pairs/)
    expect(check(state([2, 3.5], [3, 4]))).toMatch(/whole numbers/)
    expect(check(state([2, 3], [5, 4]))).toBeUndefined()
  })
})

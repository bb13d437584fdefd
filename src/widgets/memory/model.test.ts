import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jacfwd, jacrev, matmul, nth, type Tensor } from '@/autodiff'
import { layerLetters, layouts } from '@/figure/pure'
import { conventionOf, isTurned, type Owner } from '@/topics/letters/conventions'
import { demos } from './demos'
import { figures, model, presetOf, presets, rows, zeros, type Sizes, type State } from './model'
import { fits, formats, holders, memories, most, type FormatName } from '@/topics/memory/model'
import { clipped, lookOf, pattern, type Pattern } from './pattern'
import { why } from './words'

const [handout, tiny, , , ends] = presets.map((preset): State => preset.state)
const at = (change: Partial<State>): State => ({ N: 1, D: 2, M: 3, format: 'float32', ...handout, ...change })
const jacobians = (state: State) => {
  const [byX, byW] = model(state).jacobians
  if (!byX || !byW) throw new Error('two Jacobians')
  return { byX, byW }
}
const size = fc.integer({ min: 1, max: most })
const states = fc.record({
  N: size,
  D: size,
  M: size,
  format: fc.constantFrom<FormatName>('float64', 'float32', 'bfloat16', 'float8'),
})

describe('exact sizes', () => {
  test('the handout’s ∂y/∂x has 2³⁶ numbers, 256 GiB, which is 274.9 GB', () => {
    const { byX, byW } = jacobians(at({}))
    expect(byX.count).toBe(68_719_476_736n)
    expect(byX.bytes).toBe(274_877_906_944n)
    expect(byX.text).toEqual(['256 GiB', '274.9 GB'])
    expect(figures(byX).numbers).toBe('68,719,476,736 = 2³⁶')
    expect(byW.count).toBe(2n ** 42n)
    expect(byW.text).toEqual(['16 TiB', '17.59 TB'])
  })

  test('at the ends a Jacobian has 10²⁴ numbers, all 25 digits of them', () => {
    const { byX } = jacobians(at({ N: most, D: most, M: most, format: 'float64' }))
    expect(figures(byX).numbers).toBe('1,000,000,000,000,000,000,000,000')
    expect(byX.bytes).toBe(8n * 10n ** 24n)
    expect(byX.canDiffer).toBe(10n ** 18n)
  })

  test('bytes are the numbers in the shape times the bytes of one, for any sizes', () => {
    fc.assert(
      fc.property(states, (state) => {
        for (const { shape, count, bytes } of rows(state)) {
          const axes = (shape.match(/\d+/g) ?? []).map(BigInt)
          expect(count).toBe(axes.reduce((product, axis) => product * axis, 1n))
          expect(bytes).toBe(count * formats[state.format].bytes)
        }
      }),
    )
  })

  test('every bar ends on the axis', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { rows: all, decades } = model(state)
        expect(decades % 3).toBe(0)
        expect(all.every(({ bytes }) => bytes <= 10n ** BigInt(decades))).toBe(true)
      }),
    )
  })
})

describe('zeros', () => {
  const layer = (x: Tensor, w: Tensor) => matmul(x, w)
  const ones = (height: number, columns: number) =>
    Array.from({ length: height }, () => Array(columns).fill(1) as number[])
  const count = ({ data }: Tensor) => BigInt(data.filter((value) => value !== 0).length)
  const small = fc.integer({ min: 1, max: 4 })

  test('as many entries can differ from zero as the core finds, in either mode', () => {
    fc.assert(
      fc.property(small, small, small, (N, D, M) => {
        const { byX, byW } = jacobians(at({ N, D, M }))
        const [x, w] = [ones(N, D), ones(D, M)]
        for (const mode of [jacrev, jacfwd]) {
          expect(count(mode(layer, 0)(x, w))).toBe(byX.canDiffer)
          expect(count(mode(layer, 1)(x, w))).toBe(byW.canDiffer)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('one in N of ∂y/∂x and one in M of ∂y/∂w, for any sizes', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { byX, byW } = jacobians(state)
        expect(byX.canDiffer * BigInt(state.N)).toBe(byX.count)
        expect(byW.canDiffer * BigInt(state.M)).toBe(byW.count)
      }),
    )
  })

  test('the share of zeros is rounded, and never up to all', () => {
    expect(zeros(2)).toBe('50%')
    expect(zeros(3)).toBe('66.7%')
    expect(zeros(64)).toBe('98.4%')
    expect(zeros(4096)).toBe('99.98%')
    expect(zeros(most)).toBe('99.9999%')
    fc.assert(fc.property(size, (share) => parseFloat(zeros(share)) < 100))
  })

  test('where one is all there is, nothing is said of zeros', () => {
    const { byX } = jacobians(at({ N: 1 }))
    expect(figures(byX).share).toBe('all of them')
    expect(model(at({ N: 1 })).says).toContain('any entry of it can differ from zero.')
  })
})

describe('the pattern', () => {
  test('∂y/∂x is the same block, wᵀ, along the diagonal', () => {
    const { values, block } = pattern('x', { N: 3, D: 4, M: 2 })
    expect(block).toEqual([2, 4])
    const part = (n: number, k: number) =>
      values.slice(2 * n, 2 * n + 2).map((row) => row.slice(4 * k, 4 * k + 4))
    expect(part(1, 1)).toEqual(part(0, 0))
    expect(part(2, 2)).toEqual(part(0, 0))
    expect(part(0, 0).flat()).not.toContain(0)
    expect(
      part(0, 1)
        .flat()
        .concat(part(2, 0).flat())
        .every((value) => value === 0),
    ).toBe(true)
  })

  test('each block of ∂y/∂w is one entry of x along the diagonal', () => {
    const { values } = pattern('w', { N: 2, D: 3, M: 4 })
    values.forEach((row, i) =>
      row.forEach((value, j) => expect(value !== 0, `${i} ${j}`).toBe(i % 4 === j % 4)),
    )
  })

  test('values are opacities, and a larger layer shows the pattern of a small one', () => {
    const { values } = pattern('w', clipped(at({})))
    expect(clipped(at({}))).toMatchObject({ N: 3, D: 4, M: 4 })
    expect(clipped({ N: 1, D: 2, M: 3 })).toEqual({ N: 1, D: 2, M: 3 })
    expect(values.flat().every((value) => value === 0 || (value >= 0.25 && value <= 1))).toBe(true)
  })
})

describe.each(layerLetters)('in the letters of %s', (letters) => {
  const slices = ({ values, block: [height, width] }: Pattern) =>
    Array.from({ length: values.length / height }, (_, i) =>
      Array.from({ length: nth(values, 0).length / width }, (__, j) =>
        values.slice(i * height, (i + 1) * height).map((row) => row.slice(j * width, (j + 1) * width)),
      ),
    )
  const turned = (table: number[][]) => nth(table, 0).map((_, j) => table.map((row) => nth(row, j)))
  /** What the core's Jacobian by the other tensor holds: its entries as the pattern has them. */
  const otherOf = (by: 'x' | 'w', { N, D, M }: Sizes) => {
    const [of, other] = by === 'x' ? (['w', [D, M]] as const) : (['x', [N, D]] as const)
    // The same numbers as the pattern's, row by row, as they lie in the reader's letters.
    const table = Array.from({ length: other[0] }, (_, i) =>
      Array.from({ length: other[1] }, (__, j) => {
        const { values } = pattern(by, { N, D, M })
        return by === 'x' ? nth(nth(values, j), i) : nth(nth(values, i * M), j * M)
      }),
    )
    return isTurned(conventionOf(letters), of) ? turned(table) : table
  }

  test.each(layouts)('the pattern is what its words say, %s', (layout) => {
    for (const [N, D, M] of [
      [2, 3, 4],
      [3, 4, 2],
      [3, 2, 3],
    ] as const)
      for (const by of ['x', 'w'] as const) {
        const course = { letters, layout }
        const look = lookOf(by, course)
        const blocks = slices(pattern(by, { N, D, M }, course))
        const other = otherOf(by, { N, D, M })
        const told = `${by} ${N} ${D} ${M} ${why(by, look)}`
        blocks.forEach((row, i) =>
          row.forEach((block, j) => {
            const full = block.flat().filter((value) => value !== 0)
            if (look.kind === 'diagonal') {
              expect(blocks, told).toHaveLength({ N, M }[look.along])
              if (i === j) expect(block, told).toEqual(look.turned ? turned(other) : other)
              else expect(full, told).toEqual([])
            } else if (look.kind === 'inner') {
              expect(full, told).toHaveLength({ N, M }[look.along])
              expect(new Set(full).size, told).toBe(1)
              block.forEach((line, k) => expect(nth(line, k), told).toBe(full[0]))
              expect(other.flat(), told).toContain(full[0])
            } else {
              const lines = (look.line === 'row' ? block : turned(block)).filter((line) => line.some(Boolean))
              expect(lines, told).toHaveLength(1)
              expect(other, told).toContainEqual(lines[0])
            }
          }),
        )
      }
  })

  test.each(layouts)('shapes are those of the pattern, %s', (layout) => {
    const state = at({ N: 2, D: 3, M: 4 })
    const { jacobians: both, rows: all } = model(state, { letters, layout })
    for (const { by, flat } of both) {
      const { values } = pattern(by, state, { letters, layout })
      expect(flat).toBe(`${values.length} × ${nth(values, 0).length}`)
    }
    const shape = (of: Owner) =>
      conventionOf(letters).shapes[of].replace(/[NDM]/g, (axis) => String(state[axis as 'N' | 'D' | 'M']))
    for (const of of ['x', 'w', 'y'] as const)
      expect(all.find(({ name }) => name === of)?.shape).toBe(shape(of))
    const groups = [`(${shape('y')})`, `(${shape('w')})`]
    expect(all[5].shape).toBe((layout === 'output-first' ? groups : groups.toReversed()).join(' × '))
  })
})

describe('what fits where', () => {
  test('a memory holds exactly its bytes and not one more', () => {
    const phone = 8n * 10n ** 9n
    expect(fits(phone)).toBe('fits in a phone of 8 GB')
    expect(fits(phone + 1n)).toBe('fits in a laptop of 16 GB, not in a phone of 8 GB')
    const rack = 135n * 10n ** 11n
    expect(fits(rack)).toBe('fits in a rack of 13.5 TB, not in a GPU of 141 GB')
    expect(fits(rack + 1n)).toBe('needs 2 racks of 13.5 TB')
    expect(fits(2n * rack)).toBe('needs 2 racks of 13.5 TB')
    expect(fits(2n * rack + 1n)).toBe('needs 3 racks of 13.5 TB')
  })

  test('the list of holders agrees with the sentence at every edge', () => {
    for (const { bytes } of memories)
      for (const tried of [bytes - 1n, bytes, bytes + 1n]) {
        const held = memories.filter((memory) => memory.bytes >= tried).length
        const list = holders(tried)
        if (held === memories.length) expect(list).toBe('all of these memories')
        else if (held === 0) expect(list).toBe('none of these memories')
        else expect(list.split(', ')).toHaveLength(held)
        expect(fits(tried).startsWith('needs')).toBe(held === 0)
      }
  })

  test('a layer whose Jacobian is exactly 8 GB fits in the phone', () => {
    expect(model({ N: 1, D: 100_000, M: 10_000, format: 'float64' }).says).toContain(
      'It fits in a phone of 8 GB.',
    )
    expect(model({ N: 1, D: 100_001, M: 10_000, format: 'float64' }).says).toContain(
      'not in a phone of 8 GB.',
    )
  })
})

describe('the sentence', () => {
  test('states the handout’s finding', () => {
    expect(model(at({})).says).toBe(
      '{x}, {w}, {y} and {dy} take 67 MiB together. ∂y/∂x takes 256 GiB, about 3,913 times as much, and 98.4% of it is ' +
        'zeros. It fits in a rack of 13.5 TB, not in a GPU of 141 GB. ∂y/∂w takes 16 TiB and needs 2 racks of 13.5 TB.',
    )
  })

  test('says about only of a number that is rounded', () => {
    expect(model(at({ N: 2, D: 4, M: 1 })).says).toContain(', as much, and')
    expect(model(at({ N: most, D: most, M: most })).says).toContain(', 250,000,000,000 times as much')
    expect(model(at({ N: 1, D: 2, M: 3 })).says).toContain(', about 0.43 times as much')
  })

  test('is whole for any sizes', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(model(state).says).not.toMatch(/NaN|undefined|Infinity|\b0 times/)
      }),
    )
  })
})

test('a preset is recognized by its numbers, and left by any change', () => {
  presets.forEach(({ state }, i) => expect(presetOf(state)).toBe(i))
  expect(presetOf(at({ N: 65 }))).toBe(-1)
  expect(presetOf(at({ format: 'float8' }))).toBe(-1)
  expect(tiny).toMatchObject({ N: 1, D: 2, M: 3 })
  expect(ends).toMatchObject({ N: most, D: most, M: most })
})

test('the gallery’s states have ids of their own', () => {
  expect(new Set(demos.map(({ props }) => props.id)).size).toBe(demos.length)
})

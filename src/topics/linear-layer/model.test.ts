import { entryOf } from '@/autodiff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  largestGap,
  checkLayer,
  differences,
  handout,
  lossAt,
  pass,
  resize,
  sliceBy,
  withGradient,
  type Layer,
} from './model'

const size = fc.integer({ min: 1, max: 4 })
const layers = fc
  .record({ N: size, D: size, M: size, loss: fc.constantFrom('weighted', 'squared', 'softmax') })
  .map(({ loss, ...sizes }): Layer => resize({ ...handout, loss: loss as Layer['loss'] }, sizes))

const close = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
  a.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(entryOf(b, i, j), 6)))

describe('the linear layer', () => {
  it('gives the numbers that the chapter prints', () => {
    const { y, L, dy, dx, dw } = pass(handout)
    close(y, [[0.6, 2.2, 2.3]])
    expect(L).toBeCloseTo(2.7, 12)
    close(dy, [[0.5, -1, 2]])
    close(dx, [[-1.2, 1.95]])
    close(dw, [
      [0.5, -1, 2],
      [1, -2, 4],
    ])
  })

  it('has the gradients that central differences find, for each loss at every size', () => {
    fc.assert(
      fc.property(layers, (layer) => {
        const { dx, dw } = pass(layer)
        expect(largestGap(dx, differences(layer, 'x'))).toBeLessThan(1e-6)
        expect(largestGap(dw, differences(layer, 'w'))).toBeLessThan(1e-6)
      }),
      { numRuns: 60 },
    )
  })

  it('moves only row n of y with an entry of x, and only column m with an entry of w', () => {
    fc.assert(
      fc.property(layers, (layer) => {
        const row = layer.x.length - 1
        const column = (layer.w[0]?.length ?? 1) - 1
        sliceBy(layer, 'x', row, 0).forEach((line, i) => {
          if (i === row) expect(line).toEqual(layer.w[0])
          else expect(line.every((value) => value === 0)).toBe(true)
        })
        sliceBy(layer, 'w', 0, column).forEach((line, i) =>
          line.forEach((value, j) => expect(value).toBe(j === column ? layer.x[i]?.[0] : 0)),
        )
      }),
    )
  })

  it('takes softmax cross-entropy of huge numbers without overflow', () => {
    const huge: Layer = { ...handout, x: [[1e6, -1e6]], loss: 'softmax' }
    expect(Number.isFinite(lossAt(huge))).toBe(true)
    expect(pass(huge).dx.flat().every(Number.isFinite)).toBe(true)
  })

  it('keeps the numbers that the reader has when it is resized', () => {
    const grown = resize({ ...handout, x: [[7, 8]] }, { N: 2, D: 3, M: 3 })
    expect(grown.x[0]?.slice(0, 2)).toEqual([7, 8])
    expect(checkLayer(grown)).toBeUndefined()
    expect(checkLayer(resize(grown, { N: 4, D: 1, M: 1 }))).toBeUndefined()
  })

  it('sets an entry of ∂L/∂y through the loss that has it, and refuses where the loss binds a row', () => {
    for (const loss of ['weighted', 'squared'] as const) {
      const changed = withGradient({ ...handout, loss }, 0, 1, 3.5)
      expect(changed && pass(changed).dy[0]?.[1]).toBeCloseTo(3.5, 12)
    }
    expect(withGradient({ ...handout, loss: 'softmax' }, 0, 1, 3.5)).toBeUndefined()
  })

  it('says what does not go together in a link', () => {
    expect(checkLayer({ ...handout, x: [[1, 2, 3]] })).toMatch(/x has 3 columns and its w 2 rows/)
    expect(checkLayer({ ...handout, c: [[1]] })).toMatch(/c is not of y's shape, 1×3/)
    expect(checkLayer({ ...handout, labels: [4] })).toMatch(/numbers from 1 to 3/)
  })
})

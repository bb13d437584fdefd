import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryOf } from '@/autodiff'
import { conventions } from '@/topics/letters/conventions'
import { changed, checkState, model, resized, start, type Given, type State } from './model'

const size = fc.integer({ min: 1, max: 3 })
const states = fc.record({ N: size, D: size, M: size }).map((sizes): State => resized(start, sizes))

describe('one layer in three conventions', () => {
  it('has gradients that differ by nothing, at every size', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(checkState(state)).toBeUndefined()
        expect(model(state).apart).toBeLessThan(1e-12)
      }),
    )
  })

  it('changes one number of the layer, whichever convention’s cell it is changed in', () => {
    const at = fc.tuple(fc.constantFrom(...conventions), fc.constantFrom<Given>('x', 'w', 'b', 'dy'))
    fc.assert(
      fc.property(states, at, size, size, (state, [convention, of], p, q) => {
        const column = (from: State) =>
          model(from).columns.find((one) => one.convention === convention)?.given[of] ?? []
        const before = column(state)
        const [i, j] = [(p - 1) % before.length, (q - 1) % (before[0]?.length ?? 1)]
        const after = column({ ...state, ...changed(state, convention, of, [i, j], 77) })
        before.forEach((row, k) =>
          row.forEach((value, l) => expect(entryOf(after, k, l)).toBe(k === i && l === j ? 77 : value)),
        )
      }),
    )
  })

  it('takes one example through its Jacobian to the first row of ∂L/∂x, in both layouts', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { columns, examples } = model(state)
        const first = columns[0]?.gradients[0]?.values[0] ?? []
        for (const { dx } of examples)
          dx.flat().forEach((value, k) => expect(value).toBeCloseTo(first[k] ?? NaN, 12))
        // What the figure says of the two Jacobians.
        expect(examples[0].factors.find(({ of }) => of === 'J')?.values).toEqual(columns[1]?.given.w)
        expect(examples[1].factors.find(({ of }) => of === 'J')?.values).toEqual(columns[0]?.given.w)
      }),
    )
  })

  it('says what does not go together in a link', () =>
    expect(checkState({ ...start, b: [[1]] })).toMatch(/b is not 1 × 3/))
})

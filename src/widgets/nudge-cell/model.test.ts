import { describe, expect, it } from 'vitest'
import { handout, resize } from '@/topics/linear-layer/model'
import { model, type State } from './model'
import { sentence } from './words'

const start: State = { ...handout, by: 'x', row: 0, column: 0, delta: 0.5 }

describe('nudging a cell', () => {
  it('moves each entry of y by its weight times Δ, and does so exactly, for the layer is linear', () => {
    const { moves } = model(start)
    expect(moves.map(({ predicted }) => predicted)).toEqual([0.6, 0.2, -0.35])
    for (const move of moves) expect(move.true).toBeCloseTo(move.predicted, 12)
  })

  it('predicts a weighted sum exactly and misses a loss that bends by a remainder that quarters with Δ halved', () => {
    expect(model(start).loss.remainder).toBeCloseTo(0, 12)
    const bent = (delta: number) => model({ ...start, loss: 'squared', delta }).loss.remainder
    expect(bent(1)).toBeGreaterThan(0.1)
    expect(bent(1) / bent(0.5)).toBeCloseTo(4, 6)
  })

  it('moves one row of y for an entry of x and one column for an entry of w', () => {
    const batch = resize(handout, { N: 3, D: 2, M: 4 })
    const x = model({ ...start, ...batch, row: 1 })
    expect(x.moves.map(({ row }) => row)).toEqual([1, 1, 1, 1])
    const w = model({ ...start, ...batch, by: 'w', row: 1, column: 2 })
    expect(w.moves.map(({ column }) => column)).toEqual([2, 2, 2])
  })

  it('says what moved, in words that are true of the numbers', () => {
    expect(sentence(start, model(start))).toBe(
      'Nudge {x.1.1} by 0.5: all 3 entries of {y} move, each by its own rate times 0.5. {L} is predicted to move by −0.6, and does.',
    )
    const bent: State = { ...start, by: 'w', loss: 'squared', delta: 1 }
    expect(sentence(bent, model(bent))).toMatch(
      /1 of the 3 entries of \{y\} moves, by its own rate.* and moves by /,
    )
  })

  it('stays inside the matrix when a link points beyond it', () => {
    expect(model({ ...start, row: 3, column: 3 })).toMatchObject({ row: 0, column: 1 })
  })
})

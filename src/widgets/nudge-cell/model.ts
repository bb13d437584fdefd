import { entryOf } from '@/autodiff'
import { withEntry } from '@/figure/pure'
import { written, type Written } from '@/plot/equation'
import { lossAt, pass, sliceBy, type Layer } from '@/topics/linear-layer/model'

export type State = Layer & { by: 'x' | 'w'; row: number; column: number; delta: number }

/** One entry of y that moves: where it is, its rate ∂y/∂(entry), and by how much it is predicted to move and does. */
export type Move = {
  row: number
  column: number
  rate: number
  predicted: number
  true: number
  sum: Written
}

/** The longest arrow that a Δ from −1 to 1 can make, so that arrows keep their scale while Δ is dragged. */
const longest = (rates: readonly number[]) => Math.max(1, ...rates.map(Math.abs))

/** A nudge of one entry by Δ: what the slopes predict for y and L, and what the layer computed anew gives. */
export function model(state: State) {
  const { by, delta } = state
  const entry = state[by]
  const row = Math.min(state.row, entry.length - 1)
  const column = Math.min(state.column, (entry[0]?.length ?? 1) - 1)
  const value = entryOf(entry, row, column)
  const before = pass(state)
  const changed: Layer = { ...state, [by]: withEntry(entry, row, column, value + delta) }
  const after = pass(changed)
  const rates = sliceBy(state, by, row, column)
  const moves: Move[] = rates.flatMap((line, i) =>
    line.flatMap((rate, j) => {
      // In row i alone for an entry of x, in one column for an entry of w; there even if the rate is 0 by chance.
      if (by === 'x' ? i !== row : j !== column) return []
      const moved = entryOf(after.y, i, j) - entryOf(before.y, i, j)
      const predicted = rate * delta
      return [
        { row: i, column: j, rate, predicted, true: moved, sum: written([[rate, delta]], predicted, 3) },
      ]
    }),
  )
  const slope = entryOf(by === 'x' ? before.dx : before.dw, row, column)
  const dL = lossAt(changed) - before.L
  const remainder = dL - slope * delta
  return {
    row,
    column,
    value,
    before,
    after,
    /** Every cell of the row x · w = y as it is printed: the nudged one as a number and what is added to it. */
    cells: [...state.x, ...state.w, ...after.y, [value, delta]],
    moves,
    // Below what rounding leaves in sums of numbers this size, the loss did as predicted.
    loss: {
      rate: slope,
      predicted: slope * delta,
      sum: written([[slope, delta]], slope * delta, 3),
      true: dL,
      remainder: Math.abs(remainder) < 1e-9 ? 0 : remainder,
    },
    scale: longest([...moves.map(({ rate }) => rate), slope]),
  }
}

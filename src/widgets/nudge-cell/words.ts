import type { model, State } from './model'
import { num } from '@/plot/format'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  predictedL: 'Predicted change of L',
  changeOf: (name: string) => `Change of ${name}`,
  moves: 'What moves',
  predicted: 'Change of L, predicted',
  true: 'Change of L, true',
  remainder: 'Remainder, true less predicted',
  nudgeNumber: 'Nudge one number',
  nudgeCell: 'Nudge a cell',
  halve: 'Halve Δ',
  nudgeOf: (name: string) => `Δ, the nudge of ${name}`,
}

/** Whether the prediction, which is good for short nudges, is good for this one. */
function verdict({ remainder, true: moved }: ReturnType<typeof model>['loss']): string {
  const share = Math.abs(remainder) / Math.abs(moved)
  if (share > 0.25) return ': too large a nudge for “about”'
  return share < 0.05 ? ': a nudge short enough for “about”' : ''
}

/** What the nudge did, for any numbers. */
export function sentence(
  { by, delta }: State,
  { row, column, before, moves, loss }: ReturnType<typeof model>,
): string {
  const total = before.y.length * (before.y[0]?.length ?? 0)
  const which =
    moves.length < total
      ? `${moves.length} of the ${total} entries`
      : total === 1
        ? 'the one entry'
        : `all ${total} entries`
  const move = moves.length === 1 ? 'moves, by its own rate' : 'move, each by its own rate'
  const does = loss.remainder === 0 ? ', and does' : ` and moves by ${num(loss.true)}${verdict(loss)}`
  return `Nudge {${by}.${row + 1}.${column + 1}} by ${num(delta)}: ${which} of {y} ${move} times ${num(delta)}. {L} is predicted to move by ${num(loss.predicted)}${does}.`
}

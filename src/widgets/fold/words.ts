import type { Kind, model, State } from './model'
import { indexOf } from '@/plot/nesting'
import { num } from '@/plot/format'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  entry: (row: number, column: number) => `entry ${row}, ${column}`,
  turned: '∂L/∂w is x transposed times ∂L/∂y',
  contraction: (by: string) => `∂L/∂${by} is the contraction of ∂L/∂y with ∂y/∂${by}`,
  foldedX: '∂L/∂x is ∂L/∂y times w transposed',
  foldedW: '∂L/∂w transposed is ∂L/∂y transposed times x',
  rateOf: (output: string, input: string) => `${output} by ${input}`,
  arrivingTurned: 'gradient of L by y, transposed',
  arriving: 'gradient of L by y',
  xTransposed: 'x transposed',
  wTransposed: 'w transposed',
  jacobian: (by: string) => `Jacobian of y by ${by}`,
  gradient: (by: string, lying: boolean) => `gradient of L by ${by}${lying ? ', transposed' : ''}`,
  layer: 'The layer',
  numbers: 'Numbers in the Jacobian',
  once: 'Numbers in the one copy',
  gap: 'Largest difference between contraction and short product',
  title: 'How a tensor of rank 4 folds into one matrix',
  wires: 'The same as wires',
  wiresNote: 'The same as wires: each axis is a wire, and a wire that joins two tensors is summed.',
  by: 'Gradient by',
}

const times = (n: number) => (n === 1 ? 'one copy' : `${n} copies`)

/** What this step shows. */
export function sentence(state: State, { step, copies, total, shape }: ReturnType<typeof model>): string {
  const { by } = state
  const at = indexOf(shape, Math.max(0, step.k)).map((k) => k + 1)
  const says: Record<Kind, string> = {
    blocks: `{dy} has one number for each block. Scale every block by its number and add all blocks up: the sum is {d${by}}, shaped like {${by}}.`,
    flat: `Laid flat, {dy} is a row and the Jacobian a matrix. Contracting is now an ordinary product: the row runs down each column.`,
    entry: `One entry: all of {dy} meets the column of {${by}.${at.join('.')}}. Zeros drop out, and {d${by}.${at.join('.')}} is ${num(total)}.`,
    sort: `The same numbers, with the entries of {y} and {w} sorted by column. Now the zeros stand outside of ${times(copies)} of {x}.`,
    drop: `Forget the zeros. What is left on the diagonal is ${times(copies)} of ${by === 'x' ? '{w}ᵀ, one for each row of {x}' : '{x}, one for each column of {w}'}; each meets its own piece of {dy}.`,
    fold:
      by === 'x'
        ? 'The copies are the same, so one will do. Lay them on each other; the pieces of {dy} become rows again. What is left is {dy} · {w}ᵀ.'
        : 'One copy will do. The pieces of {dy} were its columns and now lie as rows, so {dy} and the answer are both transposed.',
    turn: 'Turn everything upright. A transposed product is the product of the transposes in the other order: {x}ᵀ · {dy}.',
  }
  return says[step.kind]
}

/** What each step leads to; the entries are counted. */
export const stepNames = {
  blocks: 'the grid of blocks',
  flat: 'flat',
  sort: 'sorted by output',
  drop: 'without the zeros',
  fold: 'folded',
  turn: 'turned',
} satisfies Partial<Record<Kind, string>>

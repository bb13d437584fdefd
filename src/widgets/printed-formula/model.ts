import { matmul, ShapeError } from '@/autodiff'
import { flip, largestGap, pass, sizes, type Layer } from '../linear-layer/model'

export type State = Layer

/** What becomes of ∂L/∂y·xᵀ: refused, of a wrong shape, or of the right shape and `off` by so much at the worst entry. */
export type Outcome =
  | { kind: 'refused'; message: string }
  | { kind: 'shape'; values: number[][] }
  | { kind: 'values'; values: number[][]; off: number; wrong: boolean[][] }

const tolerance = 1e-9

function outcome(state: State, dy: number[][], dx: number[][]): Outcome {
  try {
    const values = matmul(dy, flip(state.x)).toArray() as number[][]
    const { N, D } = sizes(state)
    if (N !== D) return { kind: 'shape', values }
    const wrong = values.map((line, i) =>
      line.map((value, j) => Math.abs(value - (dx[i]?.[j] ?? 0)) > tolerance),
    )
    return { kind: 'values', values, off: largestGap(values, dx), wrong }
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error
    return { kind: 'refused', message: error.message }
  }
}

/** The formula as the handout prints it, tried on the reader's numbers, beside the right one. */
export function model(state: State) {
  const { y, L, dy, dx } = pass(state)
  return {
    y,
    L,
    dy,
    dx,
    xT: flip(state.x),
    wT: flip(state.w),
    printed: outcome(state, dy, dx),
    ...sizes(state),
  }
}

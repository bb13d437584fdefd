import { matmul, nth } from '@/autodiff'
import {
  jacobianAt,
  most,
  noValue,
  read,
  split,
  troubles,
  valueAt,
  type VectorFunction,
} from '@/topics/vector-function/model'
import { formulasOf, type Preset } from './functions'
import { words } from './words'

export type Show = 'entry' | 'row' | 'column'
export type State = {
  f: Preset | 'typed'
  /** The reader's own formulas, with commas between them. */
  typed: string
  N: number
  M: number
  /** Always as many as there can be inputs, so that a smaller N forgets nothing. */
  x: readonly number[]
  dx: readonly number[]
  row: number
  column: number
  show: Show
}

export const start: State = {
  f: 'mixed',
  typed: 'x1 * x2, sin(x1) + x3',
  N: 3,
  M: 4,
  x: [1.5, 0.5, -1, 0.8, -0.5, 1],
  dx: [0.5, 0, 0, 0, 0, 0],
  row: 3,
  column: 0,
  show: 'entry',
}

/** How far x may go, and how far a nudge. */
export const limits = { x: 10, dx: 2 }

// Below what rounding leaves in sums of numbers this size, a prediction came true.
const settled = (value: number) => (Math.abs(value) < 1e-9 ? 0 : value)

/** The function that the reader chose or typed, or a sentence about formulas that can't be read. */
export const functionOf = ({ f, typed, N, M }: Pick<State, 'f' | 'typed' | 'N' | 'M'>) =>
  read(f === 'typed' ? split(typed) : formulasOf(f, N, M), N)

/** Its values, its Jacobian at x, and what the nudge does: J·Δx beside f(x+Δx) − f(x). */
function at(f: VectorFunction, state: State) {
  const x = state.x.slice(0, f.N)
  const dx = state.dx.slice(0, f.N)
  const moved = x.map((value, j) => value + nth(dx, j))
  const [y, after] = [valueAt(f, x), valueAt(f, moved)]
  const found = troubles(f, x)
  // Where there is no derivative, the rules of the core still give a number, and that would be none.
  const J = jacobianAt(f, x).map((row, i) => (found[i] ? row.map(() => NaN) : row))
  const predicted = matmul(J, dx).toArray() as number[]
  const change = after.map((value, i) => settled(value - nth(y, i)))
  const remainder = change.map((value, i) => settled(value - nth(predicted, i)))
  const problem = found.find(Boolean) ?? noValue(f, moved)
  return { x, dx, y, J, predicted, change, remainder, problem }
}

/** The same where it is known that they can be read: neither the field nor a link lets others through. */
export function readable(state: Pick<State, 'f' | 'typed' | 'N' | 'M'>): VectorFunction {
  const f = functionOf(state)
  if ('error' in f) throw new Error(f.error)
  return f
}

/** All that the figure shows, of a function that has been read before. */
export function model(state: State, f = readable(state)) {
  const scene = at(f, state)
  const [M, N] = [f.outputs.length, f.N]
  const row = Math.min(state.row, M - 1)
  const column = Math.min(state.column, N - 1)
  const nudged = scene.dx.flatMap((d, j) => (d === 0 ? [] : [j]))
  const sizes = [...scene.change, ...scene.predicted].filter(Number.isFinite).map(Math.abs)
  return {
    ...scene,
    N,
    M,
    row,
    column,
    nudged,
    /** The length that the longest arrow stands for; at least 1, so that small changes look small. */
    scale: Math.max(1, ...sizes),
    inPlay: (i: number, j: number) =>
      (state.show === 'column' || i === row) && (state.show === 'row' || j === column),
  }
}
export type Scene = ReturnType<typeof model>

/** What is wrong with numbers that came from a link. */
export function check(state: State): string | undefined {
  if (state.x.length !== most || state.dx.length !== most) return words.mustHave
  const f = functionOf(state)
  return 'error' in f ? words.unusable(f.error) : undefined
}

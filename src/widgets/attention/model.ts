import { div, entryOf, jvp, matmul, softmax, tensor, transpose, where, type Tensor } from '@/autodiff'
import { withEntry } from '@/figure/pure'
import { largestGap, type Numbers } from '@/topics/linear-layer/model'

/** How long each matrix is: no two alike, so that no axis passes for another. */
export const sizes = { N: 2, M: 3, D: 4, P: 5 } as const
/** What every score is divided by. */
export const root = Math.sqrt(sizes.D)

export const given = ['Q', 'K', 'V'] as const
export type Given = (typeof given)[number]

export type State = Record<Given, Numbers> & {
  /** What arrives at the output. */
  dy: Numbers
  /** Which keys a query may see: all, or none that comes after it. */
  mask: 'none' | 'causal'
  /** The entry that is nudged, and by how much. */
  of: Given
  row: number
  column: number
  delta: number
  /** How far the way back has come. */
  step: number
}

export const start: State = {
  Q: [
    [1, 0, -1, 2],
    [0.5, 1, 1, -1],
  ],
  K: [
    [1, -1, 0.5, 0],
    [0, 1, 1, 1],
    [-1, 0.5, 2, 0],
  ],
  V: [
    [1, 0, 2, -1, 0.5],
    [0, 1, -1, 2, -0.5],
    [2, -1, 0, 1, 1.5],
  ],
  dy: [
    [1, -0.5, 0, 2, -1],
    [0.5, 1, -1, 0, 1.5],
  ],
  mask: 'none',
  of: 'Q',
  row: 0,
  column: 0,
  delta: 0.5,
  step: 0,
}

/** Whether query n sees key m: with a mask, the last query sees all keys, and each one before it one less. */
export const sees = (mask: State['mask'], n: number, m: number): boolean =>
  mask === 'none' || m <= n + sizes.M - sizes.N

const seen = (mask: State['mask']): number[][] =>
  Array.from({ length: sizes.N }, (_, n) =>
    Array.from({ length: sizes.M }, (__, m) => Number(sees(mask, n, m))),
  )

export type Head = { S: Tensor; A: Tensor; y: Tensor }

/** Scores, weights and output of a head. A score that is masked is −∞, and its weight 0. */
export function head(Q: Tensor, K: Tensor, V: Tensor, mask: State['mask']): Head {
  const scores = div(matmul(Q, transpose(K)), root)
  const S = mask === 'none' ? scores : where(tensor(seen(mask)), scores, -Infinity)
  const A = softmax(S, { axis: 1 })
  return { S, A, y: matmul(A, V) }
}

const rows = (value: Tensor) => value.toArray() as number[][]
const headAt = ({ Q, K, V, mask }: State): Record<keyof Head, number[][]> => {
  const { S, A, y } = head(tensor(Q), tensor(K), tensor(V), mask)
  return { S: rows(S), A: rows(A), y: rows(y) }
}

/** Whether an entry of scores, weights or output can move with the one that is nudged, whatever the numbers. */
function reached({ of, mask }: State, row: number, column: number) {
  const one = (n: number) => (of === 'Q' ? n === row : sees(mask, n, row))
  return {
    S: (n: number, m: number) => of !== 'V' && one(n) && sees(mask, n, m) && (of === 'Q' || m === row),
    A: (n: number, m: number) => of !== 'V' && one(n) && sees(mask, n, m),
    y: (n: number, p: number) => one(n) && (of !== 'V' || p === column),
  }
}

const minus = (a: Numbers, b: Numbers) =>
  a.map((line, i) => line.map((value, j) => (value === entryOf(b, i, j) ? 0 : value - entryOf(b, i, j))))
const times = (of: Numbers, by: number) => of.map((line) => line.map((value) => value * by + 0))

/** A nudge of one entry of Q, K or V: what moves, by how much the slopes say, and by how much it does. */
export function model(state: State) {
  const { of, delta, mask } = state
  const entry = state[of]
  const row = Math.min(state.row, entry.length - 1)
  const column = Math.min(state.column, (entry[0]?.length ?? 1) - 1)
  const value = entryOf(entry, row, column)
  const before = headAt(state)
  const after = headAt({ ...state, [of]: withEntry(entry, row, column, value + delta) })
  const basis = entry.map((line, i) => line.map((_, j) => Number(i === row && j === column)))
  const along = (name: 'A' | 'y') => {
    const f = (moved: Tensor) => {
      const at = (which: Given) => (which === of ? moved : tensor(state[which]))
      return head(at('Q'), at('K'), at('V'), mask)[name]
    }
    return times(rows(jvp(f, [entry], [basis])[1]), delta)
  }
  const predicted = { A: along('A'), y: along('y') }
  const actual = { A: minus(after.A, before.A), y: minus(after.y, before.y) }
  const remainder = largestGap(actual.y, predicted.y)
  return {
    row,
    column,
    value,
    before,
    after,
    reaches: reached(state, row, column),
    predicted,
    actual,
    // Below what rounding leaves in numbers of this size, the output did as predicted.
    remainder: remainder < 1e-9 * Math.max(1, ...after.y.flat().map(Math.abs)) ? 0 : remainder,
  }
}

export type Scene = ReturnType<typeof model>

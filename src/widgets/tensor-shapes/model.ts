import { nth, nthOr } from '@/autodiff'
import { fit, offsetOf, reach, spread, type Arrangement } from '@/plot/nesting'
import { words } from './words'

export type State = {
  shape: readonly number[]
  /** The picked index, counted from 0, and where the window onto the tensor starts. */
  index: readonly number[]
  from: readonly number[]
  /** How the last axis of three or more is drawn: a plane for each of its places, or a strip in each cell. */
  last: 'planes' | 'strips'
}

export const longest = 9999
const room = { rows: 8, columns: 12 }

type Example = { name: string; shape: readonly number[] }
export const examples: readonly Example[] = [
  { name: 'number', shape: [] },
  { name: 'vector', shape: [5] },
  { name: 'matrix', shape: [3, 4] },
  { name: 'image', shape: [3, 4, 3] },
  { name: words.batch, shape: [2, 3, 3, 3] },
  { name: 'photograph', shape: [480, 640, 3] },
]

/** The example that has this shape, -1 if none has. */
export const exampleOf = ({ shape }: State) =>
  examples.findIndex((one) => String(one.shape) === String(shape))

export function arrange({ shape, last }: Pick<State, 'shape' | 'last'>): Arrangement {
  const { down, across } = spread(shape.length)
  return last === 'strips' ? { down, across: across.toReversed() } : { down, across }
}

const windowOf = (state: State) => fit(state.shape, arrange(state), room, state.from)

/** The state with another index picked, and the window moved no further than it takes to see it. */
export function pick(state: State, index: readonly number[]): Partial<State> {
  return { index, from: reach(windowOf(state), index) }
}

/** Another shape: as much of the index and of the window's place as it still holds. */
export function reshape(shape: readonly number[], index: readonly number[]): Partial<State> {
  const kept = shape.map((length, axis) => Math.min(nthOr(index, axis, 0), length - 1))
  return { shape, index: kept, from: kept.map(() => 0) }
}

/** The tensor whose entries are the places at which memory holds them, 1, 2, 3 …, row by row. */
export function model(state: State) {
  const { shape, index } = state
  const window = windowOf(state)
  const seen = fit(shape, arrange(state), room, reach(window, index))
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1))
  return {
    arrangement: arrange(state),
    // A link may pick an index and leave the window where it was.
    window: seen,
    offset: offsetOf(shape, index),
    size: shape.reduce((a, b) => a * b, 1),
    terms: strides.map((stride, axis) => ({ steps: nth(index, axis), stride })),
    place: offsetOf(shape, index) + 1,
  }
}

/** What a link may get wrong although each of its values is right. */
export function check({ shape, index, from }: State): string | undefined {
  if (index.length !== shape.length || from.length !== shape.length)
    return words.mismatch(shape.length, index.length)
  if (shape.includes(0)) return words.empty
  const out = shape.findIndex((length, axis) => nth(index, axis) >= length)
  if (out >= 0) return words.outside(nth(index, out) + 1, out + 1, shape[out])
}

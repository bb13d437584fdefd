import { written } from '@/plot/equation'
import type { Entry } from '@/topics/flat/entries'
import type { Summed, Term } from '@/topics/flat/words'
import { entryOf, jacrev, mul, reshape, softmax, sum, tensor, vjp, type Tensor } from '@/autodiff'
import { differencesOf, largestGap, type Numbers } from '@/topics/linear-layer/model'
import { inputsOf, layerOf, type Env, type Input, type LayerName } from './layer'
import { rates } from './paper'
import { refusals } from './words'

/** Tables of a batch of up to three; a batch of N uses the first N rows, and dy as much as y has. */
export type State = {
  layer: LayerName
  by: Input
  N: number
  x: Numbers
  w: Numbers
  b: Numbers
  dy: Numbers
  /** The right column of each row, counted from 1. */
  labels: readonly number[]
  row: number
  column: number
  language: 'numpy' | 'torch'
}

/** One answer to "what is the gradient?", by three independent ways. */
export type Gap = { core: number; differences: number }

const toRows = (value: Tensor) => value.toArray() as number[][]
const clip = (table: Numbers, height: number, width: number) =>
  table.slice(0, height).map((row) => row.slice(0, width))

/** A row for each label, with a one in its column. */
export const oneHot = (labels: readonly number[], width: number) =>
  labels.map((label) => Array.from({ length: width }, (_, j) => (j === label - 1 ? 1 : 0)))

const envOf = ({ N, x, w, b, labels }: State): Env => ({
  x: tensor(x.slice(0, N)),
  w: tensor(w),
  b: tensor(b),
  t: tensor(oneHot(labels.slice(0, N), x[0]?.length ?? 0)),
})

/** Where a layer's nudges get through: its rates at numbers that make none of them zero by chance. */
function wiring(state: State, by: Input): Numbers {
  const generic = (table: Numbers) => table.map((row, i) => row.map((_, j) => 0.31 + 0.17 * i + 0.23 * j))
  return flattened({ ...state, x: generic(state.x), w: generic(state.w), b: generic(state.b) }, by)
}

const holding =
  ({ layer }: State, env: Env, by: Input) =>
  (value: Tensor) =>
    layerOf(layer).f({ ...env, [by]: value })

/** ∂y/∂input with both groups of axes flattened row by row, from the core's reverse mode. */
function flattened(state: State, by: Input): Numbers {
  const env = envOf(state)
  const f = holding(state, env, by)
  return toRows(reshape(jacrev(f)(env[by]), [f(env[by]).size, env[by].size]))
}

/** The layer on the reader's numbers: forward, the Jacobian, and the gradient by formula, by the core, by differences. */
export function model(state: State) {
  const inputs = inputsOf(state.layer)
  const by = inputs.includes(state.by) ? state.by : (inputs[0] ?? 'x')
  const env = envOf(state)
  const f = holding(state, env, by)
  const [y, pull] = vjp(f, [env[by]])
  const [height = 1, width = 1] = y.shape
  const dy = clip(state.dy, height, width)
  const short = layerOf(state.layer).short[by]
  if (!short) throw new Error(`${state.layer} has no gradient by ${by}`)

  const gradient = toRows(short({ ...env, y, dy: tensor(dy) }))
  const nudged = differencesOf((moved) => sum(mul(tensor(dy), f(tensor(moved)))).item(), toRows(env[by]))
  const wired = wiring(state, by)
  const jacobian = flattened(state, by).map((row, i) =>
    row.map((value, j): Entry => ({ value, wired: wired[i]?.[j] !== 0 })),
  )
  const [rows, columns] = [gradient.length, gradient[0]?.length ?? 1]
  const at = { row: Math.min(state.row, rows - 1), column: Math.min(state.column, columns - 1) }
  const place = at.row * columns + at.column
  const terms = termsOf(
    jacobian,
    place,
    dy,
    (of) => rates[state.layer][by]?.(of, [at.row, at.column], state) ?? '',
  )
  const value = entryOf(gradient, at.row, at.column)
  return {
    by,
    inputs,
    at,
    place,
    x: toRows(env.x),
    y: toRows(y),
    dy,
    gradient,
    jacobian,
    /** The probabilities of each row, where the layer makes some. */
    p: state.layer === 'softmax' ? toRows(softmax(env.x, { axis: 1 })) : undefined,
    terms,
    value,
    shapes: { input: [rows, columns], output: [height, width] },
    /** The picked entry as the sum that it is. */
    summed: {
      key: `d${by}.${at.row + 1}.${at.column + 1}`,
      terms,
      sum: written(
        terms.map((term) => [term.dy, term.rate]),
        value,
      ),
    } satisfies Summed,
    /** How many entries of the Jacobian there are, and how many the layer's wiring lets differ from zero. */
    count: { all: jacobian.flat().length, wired: jacobian.flat().filter((entry) => entry.wired).length },
    gap: {
      core: largestGap(gradient, toRows(pull(dy)[0])),
      differences: largestGap(gradient, nudged),
    } satisfies Gap,
    /** Entries that stand on ReLU's kink, where two slopes meet. */
    kinks:
      state.layer === 'relu'
        ? toRows(env.x)
            .flat()
            .filter((entry) => entry === 0).length
        : 0,
  }
}

export type Scene = ReturnType<typeof model>

function termsOf(
  jacobian: readonly (readonly Entry[])[],
  place: number,
  dy: Numbers,
  text: (y: readonly [number, number]) => string,
): Term[] {
  const width = dy[0]?.length ?? 1
  return jacobian.flatMap((row, k) => {
    const entry = row[place]
    if (!entry?.wired) return []
    const [i, j] = [Math.floor(k / width), k % width]
    return [{ sym: `dy.${i + 1}.${j + 1}`, dy: entryOf(dy, i, j), rate: entry.value, text: text([i, j]) }]
  })
}

/** What is wrong with tables from a link that are each fine by themselves. */
export function checkState(state: State): string | undefined {
  const shapes = { x: [3, 3], w: [3, 2], b: [1, 3], dy: [3, 3] } as const
  for (const [name, [height, width]] of Object.entries(shapes)) {
    const table = state[name as keyof typeof shapes]
    if (table.length !== height || table[0]?.length !== width) return refusals.shape(name, height, width)
  }
  if (state.labels.length !== 3) return refusals.labels
}

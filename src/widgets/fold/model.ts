import { jacrev, matmul, nth, reshape, transpose, type Tensor } from '@/autodiff'
import {
  indexOf,
  inside,
  nest,
  offsetOf,
  shifted,
  spread,
  type Arrangement,
  type Index,
  type Window,
} from '@/plot/nesting'
import { layer, pass, sizes, type Layer } from '@/topics/linear-layer/model'
import type { Term } from '@/topics/jacobian/Sum'
import { stepNames, words } from './words'

export type State = Layer & { by: 'x' | 'w'; step: number }

/** What a step does to the picture; `entry` sums up one more entry of the gradient. */
export type Kind = 'blocks' | 'flat' | 'entry' | 'sort' | 'drop' | 'fold' | 'turn'
export type Step = {
  kind: Kind
  name: string
  /** Which entry of the gradient, in row-major order. */ k: number
}

/** The steps from the grid of blocks to the product of two matrices. */
export function steps(state: State): Step[] {
  const { N, D, M } = sizes(state)
  const inputs = state.by === 'x' ? N * D : D * M
  const plain = (kind: keyof typeof stepNames): Step => ({ kind, name: stepNames[kind], k: inputs - 1 })
  const width = state.by === 'x' ? D : M
  const entries = Array.from({ length: inputs }, (_, k): Step => {
    const [row, column] = [Math.floor(k / width) + 1, (k % width) + 1]
    return { kind: 'entry', name: words.entry(row, column), k }
  })
  return [
    { kind: 'blocks', name: stepNames.blocks, k: -1 },
    { kind: 'flat', name: stepNames.flat, k: -1 },
    ...entries,
    ...(state.by === 'w' ? [plain('sort')] : []),
    plain('drop'),
    plain('fold'),
    ...(state.by === 'w' ? [plain('turn')] : []),
  ]
}

type Arrangements = { dy: Arrangement; jacobian: Arrangement; gradient: Arrangement }

const across = (...axes: number[]): Arrangement => ({ down: [], across: axes })
const table = (down: number, along: number): Arrangement => ({ down: [down], across: [along] })

/** Where the axes of ∂L/∂y (n, m), of the Jacobian (n, m, then those of x or w) and of the gradient run. */
function arrangements(by: 'x' | 'w', kind: Kind): Arrangements {
  const upright = { dy: table(0, 1), gradient: table(0, 1) }
  if (kind === 'blocks') return { ...upright, jacobian: inside(spread(2), shifted(spread(2), 2)) }
  if (by === 'x') {
    if (kind === 'fold') return { ...upright, jacobian: table(1, 3) }
    return { dy: across(0, 1), jacobian: { down: [0, 1], across: [2, 3] }, gradient: across(0, 1) }
  }
  if (kind === 'turn') return { ...upright, jacobian: table(2, 0) }
  if (kind === 'fold') return { dy: table(1, 0), jacobian: table(0, 2), gradient: table(1, 0) }
  if (kind === 'sort' || kind === 'drop')
    return { dy: across(1, 0), jacobian: { down: [1, 0], across: [3, 2] }, gradient: across(1, 0) }
  return { dy: across(0, 1), jacobian: { down: [0, 1], across: [2, 3] }, gradient: across(0, 1) }
}

/** The two axes of the Jacobian that must agree for an entry to count: the example's, or the output's. */
const twins = { x: [0, 2], w: [1, 3] } as const

const isFolded = (kind: Kind) => kind === 'fold' || kind === 'turn'

/** One picture of the walk, everything in it computed by the core from the reader's numbers. */
export function model(state: State) {
  const { by, x, w } = state
  const { N, D, M } = sizes(state)
  const list = steps(state)
  const index = Math.min(state.step, list.length - 1)
  const step = list[index] as Step // the list is never empty, and the index is in it
  const { dy } = pass(state)
  const jacobian = jacrev(layer, by === 'x' ? 0 : 1)(x, w)
  const shape = by === 'x' ? [N, D] : [D, M]
  const [outputs, inputs] = [N * M, shape.reduce((a, b) => a * b, 1)]
  const rates = dy.flat()
  const long = matmul(reshape(dy, [1, outputs]), reshape(jacobian, [outputs, inputs]))
  const short = by === 'x' ? matmul(dy, transpose(w)) : matmul(transpose(x), dy)

  const [a, b] = twins[by]
  const counts = (at: Index) => at[a] === at[b]
  const windowAt = (kind: Kind): Window =>
    jacobian.shape.map((count, axis) => ({
      from: 0,
      count: isFolded(kind) && (axis === a || axis === b) ? 1 : count,
    }))
  const entryAt = (offset: number) => indexOf(jacobian.shape, offset)
  return {
    list,
    index,
    step,
    shape,
    dy: rates,
    jacobian,
    gradient: (k: number) => (k <= step.k ? nth(long.data, k) : null),
    arrangements: arrangements(by, step.kind),
    window: windowAt(step.kind),
    /** The rows of cells that each step draws of the Jacobian. */
    drawn: list.map(({ kind }) => ({
      kind,
      rows: nest(jacobian.shape, arrangements(by, kind).jacobian, windowAt(kind)).rows,
    })),
    /** The layer's wiring lets this entry of the Jacobian be other than zero. */
    counts: (offset: number) => counts(entryAt(offset)),
    /** All copies land on the first. */
    merge: (offset: number) => {
      const at = entryAt(offset)
      return counts(at)
        ? offsetOf(
            jacobian.shape,
            at.map((place, axis) => (axis === a || axis === b ? 0 : place)),
          )
        : undefined
    },
    terms: step.kind === 'entry' ? terms(rates, jacobian, inputs, step.k) : [],
    total: step.kind === 'entry' ? nth(long.data, step.k) : 0,
    gap: largest(long, short),
    copies: by === 'x' ? N : M,
    /** How many numbers one copy has. */
    once: by === 'x' ? D * M : N * D,
    folded: isFolded(step.kind),
  }
}

const terms = (dy: readonly number[], { data }: Tensor, inputs: number, k: number): Term[] =>
  // In the order of the formula and of the picture.
  dy.map((rate, i) => [rate, nth(data, i * inputs + k)] as const)

const largest = (a: Tensor, b: Tensor) =>
  Math.max(0, ...Array.from(a.data, (value, k) => Math.abs(value - nth(b.data, k))))

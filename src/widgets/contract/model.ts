import { dot, nth, reshape, ShapeError, sub, Tensor, vjp } from '@/autodiff'
import { settled } from '@/plot/format'
import { indexOf, type Index, type Shape } from '@/plot/nesting'
import { asTensor, columnOf, derive, rowOf, type Derived } from '@/topics/jacobian/derive'
import { question, type Asked } from '@/topics/jacobian/state'
import type { Term } from '@/topics/jacobian/Sum'
import { words } from './words'

export type State = Asked & {
  /** The Jacobian with a nudge, or with the Jacobian of a function of y. */
  with: 'nudge' | 'chain'
  /** Δx, or Δw, in row-major order. */
  delta: readonly number[]
  /** z as a function of y, in the chain. */
  outer: Outer
  /** Which entry of the result is summed up. */
  step: number
  flat: boolean
  /** Which index the sum runs over: that of the input, or as the handout prints it, that of the output. */
  over: 'input' | 'output'
}

export const outers = {
  rows: 'sum(x, axis=-1)',
  all: 'sum(x)',
  tanh: 'tanh(x)',
  softmax: 'softmax(x, axis=-1)',
} as const
export type Outer = keyof typeof outers

/** A sum of products, entry by entry of its result. */
export type Contraction = {
  /** The result's shape, as both groups of its axes. */
  groups: readonly Shape[]
  /** The place of an entry of the result, in each group. */
  place: (k: number) => readonly Index[]
  /** The place of the left factor's row, and of the right one's column, that make an entry of the result. */
  row: (k: number) => number
  column: (k: number) => number
  terms: (k: number) => Term[]
  values: ArrayLike<number>
}

const flatDot = (a: Tensor, b: Tensor) => dot(reshape(a, [a.size]), reshape(b, [b.size])).item()
const pairs = (a: Tensor, b: Tensor): Term[] =>
  Array.from(a.data, (value, k) => [value, nth(b.data, k)] as const)
const upTo = (count: number, f: (k: number) => number) => Float64Array.from({ length: count }, (_, k) => f(k))

/** (J Δx)ᵢ = Jᵢ,: · Δx */
export function withNudge(derived: Derived, delta: Tensor): Contraction {
  return {
    groups: [derived.y.shape],
    place: (k) => [indexOf(derived.y.shape, k)],
    row: (k) => k,
    column: () => 0,
    terms: (k) => pairs(rowOf(derived, k), delta),
    values: upTo(derived.rows, (k) => flatDot(rowOf(derived, k), delta)),
  }
}

/** (∂z/∂x)ᵢⱼ = (∂z/∂y)ᵢ,: · (∂y/∂x):,ⱼ */
export function chained(outer: Derived, inner: Derived): Contraction {
  const row = (k: number) => Math.floor(k / inner.columns)
  const column = (k: number) => k % inner.columns
  return {
    groups: [outer.y.shape, inner.input],
    place: (k) => [indexOf(outer.y.shape, row(k)), indexOf(inner.input, column(k))],
    row,
    column,
    terms: (k) => pairs(rowOf(outer, row(k)), columnOf(inner, column(k))),
    values: upTo(outer.rows * inner.columns, (k) =>
      flatDot(rowOf(outer, row(k)), columnOf(inner, column(k))),
    ),
  }
}

/**
 * The handout's printed sum, Σᵢ Jᵢⱼ (Δx)ᵢ: i names an entry of y in J, so Δx would have to be shaped like y. That is the
 * pullback, and the core refuses a Δx of another shape.
 */
export function printed(
  { f, input }: Derived,
  x: Tensor,
  delta: Tensor,
): { error: string } | { values: Tensor } {
  try {
    const [, pullback] = vjp<[Tensor], Tensor>(f, [x])
    return { values: reshape(pullback(delta)[0], input) }
  } catch (error) {
    if (error instanceof ShapeError) return { error: error.message }
    throw error
  }
}

/** How far the printed sum is from the right one, at the worst entry; or why it can't be taken. */
function misprint(derived: Derived, x: Tensor, delta: Tensor) {
  const found = printed(derived, x, delta)
  if ('error' in found) return found
  const right = withNudge(derived, delta).values
  const far = Math.max(...Array.from(found.values.data, (value, k) => Math.abs(value - nth(right, k))))
  // What rounding leaves is no difference.
  return { ...found, far: far < 1e-12 ? 0 : far }
}

/** How y really moves when the input moves by Δ. */
export const moved = ({ f, y }: Derived, x: Tensor, delta: Tensor): Tensor =>
  sub(
    f(
      new Tensor(
        x.data.map((value, k) => value + nth(delta.data, k)),
        x.shape,
      ),
    ),
    y,
  )

/** The reader's nudge where it fits what is nudged; else one to begin with. */
export function deltaOf(state: State): readonly number[] {
  const asked = question(state)
  const { length } = asked[asked.by].values
  return state.delta.length === length ? state.delta : nudgeFor(length)
}

/** How an entry of y really changes, and what the prediction leaves. A chain predicts no change: it has rates. */
const changeAt = (truth: Tensor, step: number, predicted: number) => ({
  true: nth(truth.data, step),
  remainder: settled(nth(truth.data, step) - predicted),
})

/** All that the figure shows, or the sentence that says why there is nothing to show. */
export function model(state: State) {
  const asked = question(state)
  const derived = derive(asked)
  if ('error' in derived) return derived
  const { by } = asked
  const x = asTensor(asked[by])
  const delta = new Tensor(Float64Array.from(deltaOf(state)), asked[by].shape)
  const outer = derive({
    formula: outers[state.outer],
    by: 'x',
    x: { shape: derived.y.shape, values: Array.from(derived.y.data) },
    w: { shape: [], values: [0] },
  })
  if ('error' in outer) return outer
  const of = state.with === 'nudge' ? withNudge(derived, delta) : chained(outer, derived)
  const step = Math.min(state.step, of.values.length - 1)
  const result = nth(of.values, step)
  return {
    by,
    derived,
    delta,
    outer,
    of,
    step,
    result,
    row: of.row(step),
    column: of.column(step),
    terms: of.terms(step),
    change: state.with === 'nudge' ? changeAt(moved(derived, x, delta), step, result) : undefined,
    wrong: state.over === 'output' && state.with === 'nudge' ? misprint(derived, x, delta) : undefined,
  }
}

export type Scene = Exclude<ReturnType<typeof model>, { error: string }>

export function check(state: State): string | undefined {
  const found = model(state)
  if ('error' in found) return words.noJacobian(found.error)
}

const nudges = [0.1, -0.2, 0.3, 0.05, -0.1, 0.2]

/** A nudge to begin with. */
export const nudgeFor = (count: number): number[] =>
  Array.from({ length: count }, (_, k) => nth(nudges, k % nudges.length))

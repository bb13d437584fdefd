import { dot, nth, reshape, ShapeError, sub, Tensor, vjp } from '@/autodiff'
import { num, settled, shapeText } from '@/plot/format'
import { indexOf, type Shape } from '@/plot/nesting'
import { asTensor, columnOf, derive, rowOf, type Derived } from '@/topics/jacobian/derive'
import { called } from '@/topics/jacobian/ops'
import { question, type Asked } from '@/topics/jacobian/state'
import type { Term } from '@/topics/jacobian/Sum'

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
    wrong: state.over === 'output' && state.with === 'nudge' ? printed(derived, x, delta) : undefined,
  }
}

export type Scene = Exclude<ReturnType<typeof model>, { error: string }>

/** How an entry of the result is called: y₁,₂, or z₁ by x₁,₂. */
export function resultName({ of, by }: Scene, k: number, chain: boolean): string {
  const [outputs = [], inputs = []] = of.groups
  const columns = inputs.reduce((a, b) => a * b, 1)
  if (!chain) return called('y', indexOf(outputs, k))
  return `∂${called('z', indexOf(outputs, Math.floor(k / columns)))}/∂${called(by, indexOf(inputs, k % columns))}`
}

/** What the sum of this step does. */
export function sentence(state: State, scene: Scene): string {
  const { by, derived, outer, wrong } = scene
  const name = resultName(scene, scene.step, state.with === 'chain')
  if (wrong)
    return 'error' in wrong
      ? `Summed over i as printed, one index has to name an entry of {y} in the Jacobian and an entry of {${by}} in Δ${by}. The shapes refuse.`
      : `Here {y} and {${by}} have the same shape, so the printed sum can be taken. It is the transposed product, and in general another tensor.`
  if (state.with === 'chain')
    return `${name} is the row of ${called('z', indexOf(outer.y.shape, scene.row))} times the column of {${[by, ...indexOf(derived.input, scene.column).map((k) => k + 1)].join('.')}}. Both are shaped like {y}, ${shapeText(derived.y.shape)}; multiply entry by entry and add up.`
  const like = state.flat
    ? 'laid flat both are plain lists'
    : `both are shaped like {${by}}, ${shapeText(derived.input)}`
  return `The change of {${['y', ...indexOf(derived.y.shape, scene.step).map((k) => k + 1)].join('.')}} is the dot product of its row with Δ${by}: ${like}. It comes to ${num(settled(scene.result))}.`
}

export function check(state: State): string | undefined {
  const found = model(state)
  if ('error' in found) return `The link asks for something without a Jacobian. ${found.error}`
}

const nudges = [0.1, -0.2, 0.3, 0.05, -0.1, 0.2]

/** A nudge to begin with. */
export const nudgeFor = (count: number): number[] =>
  Array.from({ length: count }, (_, k) => nth(nudges, k % nudges.length))

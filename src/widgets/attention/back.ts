import { div, entryOf, matmul, mul, sub, sum, tensor, transpose, vjp, type Tensor } from '@/autodiff'
import { written, type Written } from '@/plot/equation'
import { differencesOf, largestGap, type Numbers } from '@/topics/linear-layer/model'
import { given, head, root, type Given, type State } from './model'

/** The way back, a step each; the last compares. */
export const steps = ['given', 'dV', 'dA', 'dS', 'dQ', 'dK', 'check'] as const
export type StepName = (typeof steps)[number]
export type Made = Exclude<StepName, 'given' | 'check'>

/** The matrices that the steps are made of. */
export type Name = Given | 'S' | 'A' | 'y' | 'dy' | Made | 'r' | 'less' | 'dSscaled'
/** A factor as it stands in the product: itself, or turned over. */
export type Factor = { name: Name; turned: boolean }

/** How each gradient is made: two factors, and whether their product goes entry by entry. */
export const makes: Readonly<Record<Made, { left: Factor; right: Factor; entrywise: boolean }>> = {
  dV: { left: { name: 'A', turned: true }, right: { name: 'dy', turned: false }, entrywise: false },
  dA: { left: { name: 'dy', turned: false }, right: { name: 'V', turned: true }, entrywise: false },
  dS: { left: { name: 'A', turned: false }, right: { name: 'less', turned: false }, entrywise: true },
  dQ: { left: { name: 'dSscaled', turned: false }, right: { name: 'K', turned: false }, entrywise: false },
  dK: { left: { name: 'dSscaled', turned: true }, right: { name: 'Q', turned: false }, entrywise: false },
}

const rows = (value: Tensor) => value.toArray() as number[][]

/** Every matrix of the way back, each by its short formula. */
export function gradientsOf({ Q: q, K: k, V: v, dy: arriving, mask }: State): Record<Name, Tensor> {
  const [Q, K, V, dy] = [tensor(q), tensor(k), tensor(v), tensor(arriving)]
  const { S, A, y } = head(Q, K, V, mask)
  const dV = matmul(transpose(A), dy)
  const dA = matmul(dy, transpose(V))
  // A row's weights add up to 1: only what differs from their mean counts.
  const r = sum(mul(dA, A), { axis: 1, keepdims: true })
  const less = sub(dA, r)
  const dS = mul(A, less)
  const dSscaled = div(dS, root)
  const dQ = matmul(dSscaled, K)
  const dK = matmul(transpose(dSscaled), Q)
  return { Q, K, V, S, A, y, dy, dV, dA, r, less, dS, dSscaled, dQ, dK }
}

/** How far the short formulas are from the core's pullback, and from central differences. */
export type Gap = { of: Given; core: number; differences: number }

function gapsOf(state: State, all: Record<Name, Tensor>): Gap[] {
  const inputs = given.map((of) => tensor(state[of])) as [Tensor, Tensor, Tensor] // one for each of `given`
  const f = (Q: Tensor, K: Tensor, V: Tensor) => head(Q, K, V, state.mask).y
  const pulled = vjp(f, inputs)[1](all.dy)
  const loss = (at: State) => {
    const { y } = head(tensor(at.Q), tensor(at.K), tensor(at.V), at.mask)
    return sum(mul(all.dy, y)).item()
  }
  return given.map((of, k) => {
    const short = rows(all[`d${of}`])
    const nudged = differencesOf((moved) => loss({ ...state, [of]: moved }), state[of])
    return { of, core: largestGap(short, rows(pulled[k] as Tensor)), differences: largestGap(short, nudged) } // as many as inputs
  })
}

export type Shown = Factor & { values: Numbers }
export type Product = {
  left: Shown
  right: Shown
  entrywise: boolean
  name: Made
  values: Numbers
  /** The entry that is followed, and the sum that it is. */
  row: number
  column: number
  value: number
  sum: Written
}

/** One product of the way back with the entry that is followed. */
function productOf(name: Made, state: State, all: Record<Name, Tensor>): Product {
  const { left, right, entrywise } = makes[name]
  const shown = (factor: Factor): Shown => ({
    ...factor,
    values: rows(factor.turned ? transpose(all[factor.name]) : all[factor.name]),
  })
  const [a, b] = [shown(left), shown(right)]
  const values = rows(all[name])
  const row = Math.min(state.row, values.length - 1)
  const column = Math.min(state.column, (values[0]?.length ?? 1) - 1)
  const pairs = entrywise
    ? [[entryOf(a.values, row, column), entryOf(b.values, row, column)]]
    : b.values.map((_, k) => [entryOf(a.values, row, k), entryOf(b.values, k, column)])
  const value = entryOf(values, row, column)
  return { left: a, right: b, entrywise, name, values, row, column, value, sum: written(pairs, value) }
}

/** The way back at its present step. */
export function back(state: State) {
  const all = gradientsOf(state)
  const index = Math.min(state.step, steps.length - 1)
  const step = steps[index] ?? 'given'
  return {
    index,
    step,
    matrix: (name: Name) => rows(all[name]),
    product: step === 'given' || step === 'check' ? undefined : productOf(step, state, all),
    gaps: gapsOf(state, all),
  }
}

export type BackScene = ReturnType<typeof back>

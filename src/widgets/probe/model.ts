import {
  formulaOf,
  forwardSteps,
  nth,
  nthOr,
  parse,
  pieces,
  reverseSteps,
  symbolOf,
  trace,
  type Graph,
  type Piece,
  type Tensor,
} from '@/autodiff'
import { ofCurve, tooMuch } from '@/figure/pure'
import { settled } from '@/plot/format'
import { failure } from './failure'
import { presetNames, refusals } from './words'

export type State = {
  /** How many inputs. */
  n: number
  x: readonly number[]
  /** y = f(x), an expression in the vector x. */
  f: string
  /** The direction that is nudged now, from 0. */
  at: number
  /** Which directions were nudged so far, one bit each. */
  seen: number
  /** The size of the nudge. */
  h: number
  /** Whether the reverse pass was run. */
  reverse: 'no' | 'yes'
}

export const fewest = 2
export const most = 8

/** What the inputs are until the reader changes them, and what new ones start from. */
export const inputs: readonly number[] = [1, -0.5, 2, 0.5, -1.5, 1.5, -1, 0.75]

export const presets = [
  { source: 'sum(x^2)', name: presetNames.squares },
  { source: 'logsumexp(x)', name: presetNames.softMaximum },
  { source: 'sum((x[1:] - x[:-1])^2)', name: presetNames.roughness },
  { source: 'sum(x)^2/4', name: presetNames.squaredSum },
] as const

export const bit = (seen: number, i: number) => ((seen >> i) & 1) === 1
/** The next direction that was not nudged yet, after the present one; undefined once all were. */
export const nextUnseen = ({ n, at, seen }: Pick<State, 'n' | 'at' | 'seen'>) =>
  Array.from({ length: n }, (_, k) => (at + 1 + k) % n).find((i) => !bit(seen, i))

export const everySeen = (n: number) => 2 ** n - 1

/** n inputs: the first ones stay as they are. */
export const resize = ({ x, at, seen }: State, n: number): Partial<State> => ({
  n,
  x: Array.from({ length: n }, (_, i) => nthOr(x, i, nth(inputs, i))),
  at: Math.min(at, n - 1),
  seen: seen & everySeen(n),
})

/** One basis direction nudged: the rate from forward mode, and what a nudge of size h really did, per unit. */
export type Nudged = { partial: number; change: number; rate: number }

export type Scene = {
  y: number
  /** The function as TeX. */
  formula: Piece
  /** Each direction that was nudged; null for the others. */
  nudged: (Nudged | null)[]
  forward: Passes
  /** The gradient from one reverse pass, once it was run. */
  reverse: { gradient: number[]; passes: Passes; difference: number } | undefined
}
/** Passes of the core through the graph of f, and how many nodes they visited. */
export type Passes = { count: number; visits: number }

export const basis = (n: number, i: number) => Array.from({ length: n }, (_, k) => (k === i ? 1 : 0))
const ends = ({ nodes, outputs }: Graph) => nodes[nth(outputs, 0)]?.value

function reversePass(graph: Graph): { gradient: number[]; passes: Passes } {
  const steps = reverseSteps(graph)
  const arrived = steps.find(({ node }) => node.id === graph.inputs[0])?.arrives
  const visits = graph.nodes.length + steps.length
  return { gradient: Array.from(arrived?.data ?? []), passes: { count: 1, visits } }
}

/** The function of the state; throws what the core says of a formula that is none. */
const functionOf = (f: string) => {
  const parsed = parse(f, { names: ['x'] })
  return (x: Tensor) => parsed.f({ x })
}

/** A sentence about a function that gives no number for n inputs; undefined for one that does. */
export function problem({ f, x }: Pick<State, 'f' | 'x'>): string | undefined {
  try {
    const much = tooMuch(parse(f, { names: ['x'] }).f, { x: [...x] }, ofCurve)
    if (much !== undefined) return refusals.tooMuch(much)
    const graph = trace<[Tensor]>(functionOf(f), [x])
    const y = ends(graph)
    if (y === undefined || y.rank > 0) return refusals.notOne(y?.size ?? 0)
    if (!Number.isFinite(y.item())) return refusals.noValue(failure(graph))
  } catch (error) {
    return (error as Error).message
  }
}

/** A round height that holds every bar, so that bars keep their scale while one of them is dragged. */
export const heightOf = (bars: readonly (number | null | undefined)[]) => {
  const largest = Math.max(1, ...bars.map((bar) => Math.abs(bar ?? 0)))
  const power = 10 ** Math.floor(Math.log10(largest))
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((step) => step >= largest) ?? largest
}

/** All that the figure shows. Runs forward mode once for each direction that was nudged, and no other. */
export function model(state: State): Scene {
  const { n, x, seen, h, reverse } = state
  const f = functionOf(state.f)
  const graph = trace<[Tensor]>(f, [x])
  const y = ends(graph)?.item() ?? NaN
  const formula = formulaOf(graph, { symbol: (name) => pieces.hue('x', symbolOf(name)) })
  const forward: Passes = { count: 0, visits: 0 }
  const valueAt = (at: readonly number[]) => ends(trace<[Tensor]>(f, [at]))?.item() ?? NaN
  const nudged = Array.from({ length: n }, (_, i): Nudged | null => {
    if (!bit(seen, i)) return null
    const steps = forwardSteps(graph, { tangents: [basis(n, i)] })
    forward.count += 1
    forward.visits += steps.length
    const change = settled(valueAt(x.map((value, k) => (k === i ? value + h : value))) - y)
    return { partial: steps[nth(graph.outputs, 0)]?.tangent?.item() ?? 0, change, rate: change / h }
  })
  if (reverse === 'no') return { y, formula, nudged, forward, reverse: undefined }
  const back = reversePass(graph)
  const off = nudged.map((one, i) => (one ? Math.abs(one.partial - nth(back.gradient, i)) : 0))
  return { y, formula, nudged, forward, reverse: { ...back, difference: Math.max(...off) } }
}

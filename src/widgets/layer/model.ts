import {
  entryOf,
  forwardSteps,
  gatheredAfter,
  greater,
  nthOr,
  reverseSteps,
  transpose,
  type Graph,
  type Tensor,
} from '@/autodiff'
import { sizes, type Numbers } from '@/topics/linear-layer/model'
import { nameOf, networkOf, nodeOf, type Inputs, type Name } from './network'

export type Mode = 'reverse' | 'forward'
export type State = Inputs & {
  mode: Mode
  step: number
  /** Forward mode: the entry that is nudged. */
  by: 'x' | 'w'
  row: number
  column: number
  /** Which sizes the edges and the counts are for. */
  shown: 'these' | 'ordinary'
}

export type Kind = 'value' | 'gradient' | 'nudge'
/** One matrix of a local rule. */
export type Card = { of: Name; kind: Kind; values: Numbers; form?: 'turned' | 'mask' }
/** A step: what acts (`at`), where it sends, and its rule with the numbers in it: the factors, and what they make. */
export type Step = {
  kind: 'given' | 'forward' | 'backward'
  at: Name
  to?: Name
  factors: readonly Card[]
  result?: Card
}

/** A tensor as rows; a scalar is one cell. */
export function rowsOf(of: Tensor): Numbers {
  const width = nthOr(of.shape, 1, 1)
  const values = [...of.data].map((value) => value + 0)
  return Array.from({ length: of.size / width }, (_, i) => values.slice(i * width, (i + 1) * width))
}

const card = (of: Name, kind: Kind, value: Tensor, form?: Card['form']): Card => ({
  of,
  kind,
  values: rowsOf(value),
  ...(form && { form }),
})

/** The order of the walk; the constant c is there from the start. */
const order = ['y', 'z', 'p', 'L'] as const
const inputOf = { z: 'y', p: 'z', L: 'p' } as const

type Values = (name: Name) => Tensor

/** The factors of a node's rule forward: its inputs, or, with a nudge under way, the nudge and what it is multiplied by. */
function forwardFactors(
  name: (typeof order)[number],
  value: Values,
  tangent: (of: Name) => Tensor | undefined,
): Card[] {
  if (name === 'y') {
    const [dx, dw] = [tangent('x'), tangent('w')]
    return [
      dx ? card('x', 'nudge', dx) : card('x', 'value', value('x')),
      dw ? card('w', 'nudge', dw) : card('w', 'value', value('w')),
    ]
  }
  const from = inputOf[name]
  const moved = tangent(from)
  const first = moved ? card(from, 'nudge', moved) : card(from, 'value', value(from))
  if (name === 'p') return [first, card('c', 'value', value('c'))]
  return name === 'z' && moved ? [first, card('y', 'value', greater(value('y'), 0), 'mask')] : [first]
}

/** The factors with which a node's rule makes ∂L/∂(an input) of its own gradient, in the order of the product. */
function backwardFactors(at: Name, to: Name, arrives: Tensor, value: Values): Card[] {
  const gradient = card(at, 'gradient', arrives)
  if (to === 'x') return [gradient, card('w', 'value', transpose(value('w')), 'turned')]
  if (to === 'w') return [card('x', 'value', transpose(value('x')), 'turned'), gradient]
  if (at === 'p') return [gradient, card('c', 'value', value('c'))]
  return at === 'z' ? [gradient, card('y', 'value', greater(value('y'), 0), 'mask')] : [gradient]
}

function given(state: State, moved: Tensor | undefined): Step {
  const all = (['x', 'w', 'c'] as const).map((name): Card => ({
    of: name,
    kind: 'value',
    values: state[name],
  }))
  return {
    kind: 'given',
    at: state.by,
    factors: all,
    ...(moved && { result: card(state.by, 'nudge', moved) }),
  }
}

/** The entry that is nudged, kept inside its matrix. */
export const placeOf = ({ x, w, by, row, column }: State) => {
  const of = by === 'x' ? x : w
  return { row: Math.min(row, of.length - 1), column: Math.min(column, (of[0]?.length ?? 1) - 1) }
}

/** 1 at the nudged entry, 0 elsewhere, for x and for w. */
function nudges(state: State): Numbers[] {
  const at = placeOf(state)
  return (['x', 'w'] as const).map((name) =>
    state[name].map((row, i) =>
      row.map((_, j) => (name === state.by && i === at.row && j === at.column ? 1 : 0)),
    ),
  )
}

function walk(state: State, graph: Graph): Step[] {
  const tangents = state.mode === 'forward' ? nudges(state) : undefined
  const run = forwardSteps(graph, tangents ? { tangents } : {})
  const at = (name: Name) => run[nodeOf(graph, name).id]
  const value: Values = (name) => nodeOf(graph, name).value
  // x and w both have a tangent in the core; the one that is all zeros does not move.
  const tangent = (name: Name) =>
    (name === 'x' || name === 'w') && name !== state.by ? undefined : at(name)?.tangent
  const forward = order.map((name): Step => {
    const moved = tangents && tangent(name)
    const result = moved ? card(name, 'nudge', moved) : card(name, 'value', value(name))
    const factors = forwardFactors(name, value, tangents ? tangent : () => undefined)
    return { kind: 'forward', at: name, factors, result }
  })
  const first = given(state, tangents && at(state.by)?.tangent)
  if (tangents) return [first, ...forward]
  const backward = reverseSteps(graph).flatMap(({ node, arrives, sends }) =>
    sends.map(({ to, gathered }): Step => {
      const [from, target] = [nameOf(node), nameOf(graph.nodes[to] ?? node)]
      return {
        kind: 'backward',
        at: from,
        to: target,
        factors: backwardFactors(from, target, arrives, value),
        result: card(target, 'gradient', gathered),
      }
    }),
  )
  return [first, ...forward, ...backward]
}

/** Both passes through the network as a list of steps, and what is known after the one the reader is at. */
export function model(state: State) {
  const graph = networkOf(state)
  const steps = walk(state, graph)
  const index = Math.min(state.step, steps.length - 1)
  const done = steps.slice(0, index + 1)
  const [step] = done.slice(-1) as [Step] // the walk begins with what is given
  const has = (kind: Step['kind']) => done.filter((one) => one.kind === kind)
  const reverse = reverseSteps(graph)
  const gradient = gatheredAfter(reverse, reverse.length).get(nodeOf(graph, state.by).id)
  const { row, column } = placeOf(state)
  return {
    graph,
    steps,
    index,
    step,
    sizes: sizes(state),
    place: { row, column },
    /** The rate that forward mode is after, from the other mode. */
    rate: gradient ? entryOf(rowsOf(gradient), row, column) : 0,
    values: new Set<Name>(['x', 'w', 'c', ...has('forward').map(({ at }) => at)]),
    nudged: new Set<Name>(state.mode === 'forward' ? [state.by, ...has('forward').map(({ at }) => at)] : []),
    gradients: new Set<Name>([
      ...has('backward').flatMap(({ to }) => (to ? [to] : [])),
      ...(has('backward').length > 0 ? (['L'] as const) : []),
    ]),
  }
}

export type Scene = ReturnType<typeof model>

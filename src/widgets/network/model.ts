import { gatheredAfter, label, reverseSteps, tensor, trace, type GraphNode, type Tensor } from '@/autodiff'
import { differencesOf, fit, largestGap, type Numbers } from '@/topics/linear-layer/model'
import { dataOf, type DataName } from './data'
import { lossOf, weightsOf } from './net'

export const given = ['x', 'w1', 'b1', 'w2', 'b2'] as const
export type Given = (typeof given)[number]
/** What the network computes on its way, in order; the last is the loss. */
export const made = ['s1', 'a', 'h', 's2', 'z', 'logp', 'e', 'L'] as const
export type Made = (typeof made)[number]
/** c is −t/N, from the labels: no gradient is asked for. */
export type NodeName = Given | Made | 'c'

export type State = Record<Given, Numbers> & {
  /** The right class of each row of x, 1 or 2. */
  labels: readonly number[]
  step: number
}

export type Step = { kind: 'given' } | { kind: 'check' } | { kind: 'forward' | 'backward'; node: Made }

/** The walk: what is given, each node forward, each node backward, the check. */
export const steps: readonly Step[] = [
  { kind: 'given' },
  ...made.map((node): Step => ({ kind: 'forward', node })),
  ...made.toReversed().map((node): Step => ({ kind: 'backward', node })),
  { kind: 'check' },
]

/** One node as the figure shows it; null for what is not known yet at this step. */
export type Node = {
  name: NodeName
  shape: readonly number[]
  value: Numbers | null
  gradient: Numbers | null
  /** The step at which its value came to be, and the one that completed its gradient. */
  known: number
  complete: number
  inputs: readonly NodeName[]
}

/** A scalar as one cell, a matrix as it is. */
const rows = (value: Tensor): Numbers =>
  value.rank === 0 ? [[value.item()]] : (value.toArray() as number[][])

const nameOf = ({ op, label: name }: GraphNode): NodeName =>
  op === 'constant' ? 'c' : ((name ?? 'L') as NodeName) // every node of `lossOf` has a label of this list

function graphOf(state: State) {
  const weights = weightsOf(state.labels.map((of) => of - 1))
  const network = (x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) =>
    label('L', lossOf(x, weights, { w1, b1, w2, b2 }))
  const graph = trace(
    network,
    given.map((name) => tensor(state[name])) as [Tensor, Tensor, Tensor, Tensor, Tensor],
    {
      labels: given,
    },
  )
  /** The loss where one of the given matrices is another. */
  const lossAt = (name: Given, moved: Numbers) => {
    const at = { ...state, [name]: moved }
    const [x, w1, b1, w2, b2] = given.map((key) => tensor(at[key])) as [
      Tensor,
      Tensor,
      Tensor,
      Tensor,
      Tensor,
    ]
    return network(x, w1, b1, w2, b2).item()
  }
  return { graph, lossAt }
}

/** How far each gradient of the reverse pass is from central differences, two forward passes for each entry. */
export type Gap = { name: Given; value: number }

/** The walk at its present step: every node, what is known of it, and what the step does. */
export function model(state: State) {
  const { graph, lossAt } = graphOf(state)
  const reverse = reverseSteps(graph)
  const index = Math.min(state.step, steps.length - 1)
  const ordered = reverse.filter(({ sends }) => sends.length > 0)
  const names = graph.nodes.map(nameOf)
  const gathered = gatheredAfter(ordered, Math.max(0, index - made.length))
  const completedBy = (id: number) => {
    const users = ordered.flatMap(({ sends }, k) => (sends.some(({ to }) => to === id) ? [k] : []))
    return made.length + 1 + (users.at(-1) ?? -1)
  }
  const nodes = graph.nodes.map((node, id): Node => {
    const name = nameOf(node)
    const known = (made as readonly NodeName[]).indexOf(name) + 1
    const gradient = gathered.get(id)
    return {
      name,
      shape: node.value.rank === 0 ? [1, 1] : node.shape,
      value: index >= known ? rows(node.value) : null,
      // The loss moves with itself one to one: that is where the way back begins.
      gradient: gradient ? rows(gradient) : name === 'L' && index > made.length ? [[1]] : null,
      known,
      complete: completedBy(id),
      inputs: node.inputs.map((input) => names[input] ?? 'c'),
    }
  })
  const full = gatheredAfter(reverse, reverse.length)
  const gaps = given.map((name, id): Gap => {
    const gradient = full.get(id)
    const nudged = differencesOf((moved) => lossAt(name, moved), state[name])
    return { name, value: gradient ? largestGap(rows(gradient), nudged) : 0 }
  })
  const of = (name: NodeName) => nodes.find((node) => node.name === name) as Node // the graph has every name
  const a = graph.nodes[names.indexOf('a')]?.value
  return {
    index,
    step: steps[index] ?? { kind: 'given' as const },
    nodes,
    of,
    gaps,
    L: graph.nodes.at(-1)?.value.item() ?? 0,
    /** Entries of a so near to ReLU's kink that central differences see the slopes of both sides. */
    kinks: a ? [...a.data].filter((value) => Math.abs(value) < 1e-4).length : 0,
  }
}

export type Scene = ReturnType<typeof model>

const spare = {
  w1: [
    [0.8, -0.6, 0.5, 1.1],
    [0.3, 0.9, -1.2, 0.4],
  ],
  b1: [[0.2, -0.2, 0.3, 0.1]],
  w2: [
    [0.7, -0.4],
    [-0.9, 0.6],
    [0.5, 1],
    [-0.3, 0.8],
  ],
} satisfies Record<string, Numbers>

/** The same network with another number of hidden units; the reader's numbers stay where there is room for them. */
export const withHidden = (state: State, H: number): State => ({
  ...state,
  w1: fit(state.w1, spare.w1, 2, H),
  b1: fit(state.b1, spare.b1, 1, H),
  w2: fit(state.w2, spare.w2, H, 2),
})

/** Three points of a data set, to two decimals. */
export function batchOf(name: DataName): Pick<State, 'x' | 'labels'> {
  const { x, labels } = dataOf(name, 1)
  return {
    x: x.slice(0, 3).map((at) => at.map((value) => Math.round(value * 100) / 100)),
    labels: labels.slice(0, 3).map((of) => of + 1),
  }
}

export const start: State = {
  x: [
    [1, 0.5],
    [-0.5, 1],
    [0.5, -1],
  ],
  labels: [1, 2, 1],
  w1: spare.w1.map((row) => row.slice(0, 3)),
  b1: [[0.2, -0.2, 0.3]],
  w2: spare.w2.slice(0, 3),
  b2: [[0, 0.2]],
  step: 13,
}

import { ShapeError } from '../core/errors.ts'
import type { Graph, GraphNode } from './trace.ts'
import { moved } from '../core/forward.ts'
import { bind } from '../core/primitive.ts'
import { backward, seed, type Gathered, type Send } from '../core/reverse.ts'
import { sameShape } from '../core/shape.ts'
import { full, toTensor, type Tensor, type TensorLike } from '../core/tensor.ts'

/** What travels forward along an edge. */
export interface Arrival {
  readonly from: number
  readonly value: Tensor
  readonly tangent: Tensor | undefined
}
export interface ForwardStep {
  readonly node: GraphNode
  readonly arrives: readonly Arrival[]
  readonly value: Tensor
  /** How fast the value moves, when tangents were given; undefined when it does not depend on a moving input. */
  readonly tangent: Tensor | undefined
}

/**
 * The forward pass as data, one step a node in order. `primals` (one for each input of the graph) replays it
 * on other values; `tangents` sends a nudge of each input along.
 */
export function forwardSteps(
  { nodes, inputs }: Graph,
  {
    primals,
    tangents,
  }: { readonly primals?: readonly TensorLike[]; readonly tangents?: readonly TensorLike[] } = {},
): readonly ForwardStep[] {
  const steps: ForwardStep[] = []
  for (const node of nodes) {
    const k = inputs.indexOf(node.id)
    const arrives = node.inputs.map((from): Arrival => {
      const { value, tangent } = steps[from] as ForwardStep // inputs come first
      return { from, value, tangent }
    })
    const { primitive: op, params } = node
    const values = arrives.map((each) => each.value)
    const value = given(primals, k, node) ?? (op && primals ? bind(op, values, params) : node.value)
    const at = { inputs: values, output: value, params }
    const moves = arrives.map((each) => each.tangent)
    const tangent = given(tangents, k, node) ?? (op && moved(op, moves, at))
    steps.push({ node, arrives, value, tangent })
  }
  return steps
}

function given(list: readonly TensorLike[] | undefined, k: number, { shape }: GraphNode): Tensor | undefined {
  const value = list?.[k]
  if (value === undefined) return undefined
  const tensor = toTensor(value)
  if (sameShape(tensor.shape, shape)) return tensor
  throw new ShapeError('forwardSteps', [shape, tensor.shape], 'the input of the graph has another shape')
}

export interface ReverseStep {
  readonly node: GraphNode
  /** The cotangent of this node, complete: every later node has sent its part. */
  readonly arrives: Tensor
  /** What goes to each input, and the sum gathered there by then. Constants get nothing. */
  readonly sends: readonly Send[]
}

/**
 * The backward pass as data, from the output back to the inputs, one step a node that the output depends on;
 * an input it does not depend on gets zeros. The cotangent has the shape of the output (a list for several
 * outputs) and may be left out when that is a scalar. Nothing in the graph changes.
 */
export function reverseSteps(
  { nodes, inputs, outputs }: Graph,
  cotangent: TensorLike | readonly TensorLike[] = 1,
): readonly ReverseStep[] {
  const steps: ReverseStep[] = []
  const sourceOf = (id: number): number => (nodes[id]?.op === 'constant' ? -1 : id)
  const links = nodes.map(({ primitive: op, inputs: from, value: output, params }) => ({
    made: op && {
      op,
      sources: from.map(sourceOf),
      inputs: from.map((id) => (nodes[id] as GraphNode).value), // ids are places
      output,
      params,
    },
  }))
  const ends = outputs.map((id) => [sourceOf(id), (nodes[id] as GraphNode).value] as const) // ids are places
  const arrivals = ends.length === 1 ? [cotangent] : (cotangent as readonly TensorLike[])
  if (arrivals.length !== ends.length)
    throw new TypeError(`reverseSteps: ${ends.length} outputs, ${arrivals.length} cotangents`)
  const gathered: Gathered = new Array(nodes.length)
  ends.forEach(
    ([id, y], k) => seed('reverseSteps', gathered, id, y, toTensor(arrivals[k] as TensorLike)), // as many
  )
  const step = (id: number, arrives: Tensor, sends: readonly Send[] = []): void =>
    void steps.push({ node: nodes[id] as GraphNode, arrives, sends }) // ids are places
  backward(links, gathered, step)
  for (const id of inputs) {
    const { shape, dtype } = (nodes[id] as GraphNode).value // ids are places
    if (gathered[id] === undefined) step(id, full(shape, 0, dtype))
  }
  return steps.sort((a, b) => b.node.id - a.node.id)
}

/** What has gathered at each node, by id, once the first `count` steps of a backward pass are done. */
export function gatheredAfter(steps: readonly ReverseStep[], count: number): ReadonlyMap<number, Tensor> {
  const found = new Map<number, Tensor>()
  for (const { node, arrives, sends } of steps.slice(0, count)) {
    found.set(node.id, arrives)
    for (const { to, gathered } of sends) found.set(to, gathered)
  }
  return found
}

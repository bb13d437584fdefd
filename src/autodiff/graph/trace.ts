import { Tracer, type Primitive } from '../core/primitive.ts'
import { record, Recorded } from '../core/reverse.ts'
import type { Shape } from '../core/shape.ts'
import type { Tensor } from '../core/tensor.ts'
import { leavesOf, pathsOf, type Args, type Tree } from '../core/tree.ts'

/** One value of a computation: given, constant, or made by an op from others. */
export interface GraphNode {
  /** Its place in the list of nodes; every input has a smaller one. */
  readonly id: number
  /** The name of the op, or `input`, or `constant`. */
  readonly op: string
  readonly inputs: readonly number[]
  readonly value: Tensor
  readonly shape: Shape
  readonly bytes: number
  /** How many operations on numbers made it. */
  readonly operations: number
  readonly label: string | undefined
  readonly primitive: Primitive | undefined
  readonly params: unknown
}

/** A computation written down: nodes in the order they were made, which of them were given and which returned. */
export interface Graph {
  readonly nodes: readonly GraphNode[]
  readonly inputs: readonly number[]
  readonly outputs: readonly number[]
}

/**
 * Runs f and writes its graph down. Inputs are labelled by their keys in records, else by `labels` in order,
 * else x, or x1, x2, …; `label` names other values. What does not depend on an input appears as a constant.
 */
export function trace<A extends Tree[] = Tensor[]>(
  f: (...args: A) => Tree,
  primals: Args<A>,
  { labels = [] }: { readonly labels?: readonly string[] } = {},
): Graph {
  const { tape, outputs } = record<A, Tree>(f, primals)
  const nodes: GraphNode[] = []
  const paths = pathsOf(primals)
  const constants = new Map<Tensor, number>()
  const place: number[] = []
  const push = (value: Tensor, op: string, rest: Partial<GraphNode> = {}): number => {
    const { shape, size, data } = value
    const bytes = size * data.BYTES_PER_ELEMENT
    const plain = { inputs: [], operations: 0, label: undefined, primitive: undefined, params: undefined }
    return nodes.push({ ...plain, ...rest, id: nodes.length, op, value, shape, bytes }) - 1
  }
  const idOf = (value: Tensor, recorded: number): number => {
    if (recorded >= 0) return place[recorded] as number // placed before it is used
    const known = constants.get(value) ?? push(value, 'constant')
    constants.set(value, known)
    return known
  }
  for (const { made, primal, label: name } of tape.nodes) {
    if (made === undefined) {
      place.push(push(primal, 'input', { label: labels[place.length] ?? labelOf(paths, place.length) }))
      continue
    }
    const { op, sources, params } = made
    const from = made.inputs.map((value, i) => idOf(value, sources[i] ?? -1))
    const operations = op.cost(
      made.inputs.map(({ shape }) => shape),
      primal.shape,
      params,
    )
    place.push(push(primal, op.name, { inputs: from, operations, label: name, primitive: op, params }))
  }
  return {
    nodes,
    inputs: paths.map((_, k) => place[k] as number), // inputs are recorded first
    outputs: leavesOf(outputs).map((y) => idOf(y, tape.idOf(y))),
  }
}

function labelOf(paths: readonly string[], k: number): string {
  const key = /[^.]*$/.exec(paths[k] ?? '')?.[0] ?? ''
  return /^\d*$/.test(key) ? `x${paths.length > 1 ? k + 1 : ''}` : key
}

/** Names a value for the graph of whatever trace is running; gives the value back. */
export function label<T extends Tensor>(name: string, value: T): T {
  for (let at: Tensor = value; at instanceof Tracer; at = at.primal)
    if (at instanceof Recorded) at.label = name
  return value
}

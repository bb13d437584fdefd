import { ShapeError } from './errors.ts'
import { add } from '../ops/elementwise.ts'
import { bind, lower, nextLevel, Tracer, type At, type Level, type Primitive } from './primitive.ts'
import { sameShape } from './shape.ts'
import { full, Tensor } from './tensor.ts'
import { leavesOf, mapArgs, mapTree, match, type Args, type Like, type Results, type Tree } from './tree.ts'

/** How a value was made, as far as the backward pass cares; the source of a constant is −1. */
export interface Made extends At<readonly Tensor[], unknown> {
  readonly op: Primitive
  readonly sources: readonly number[]
}

/** A value that remembers how it was made, or that it was given. */
export class Recorded extends Tracer {
  label: string | undefined
  constructor(
    tape: Tape,
    readonly id: number,
    primal: Tensor,
    readonly made: Made | undefined,
  ) {
    super(tape, primal)
  }
}

/** Reverse mode writes down every op in the order of running, which is an order of dependence. */
export class Tape implements Level {
  readonly id = nextLevel()
  readonly nodes: Recorded[] = []

  record(primal: Tensor, made?: Made): Recorded {
    const node = new Recorded(this, this.nodes.length, primal, made)
    this.nodes.push(node)
    return node
  }
  process(op: Primitive, args: readonly Tensor[], params: unknown): Tensor {
    const inputs = args.map((arg) => lower(this, arg))
    const sources = args.map((arg) => this.idOf(arg))
    const output = bind(op, inputs, params)
    return this.record(output, { op, sources, inputs, output, params })
  }
  idOf(value: Tensor): number {
    return value.level === this ? (value as Recorded).id : -1
  }
}

/** What a node sent to one of its inputs, and the sum of what has gathered there by then. */
export interface Send {
  readonly to: number
  readonly value: Tensor
  readonly gathered: Tensor
}
export type Visit = (id: number, arrives: Tensor, sends: readonly Send[]) => void

/** The sum of the cotangents that were sent to each node so far, by its id. */
export type Gathered = (Tensor | undefined)[]

/** Adds what is sent to a node to what is there; gives the sum. */
function gather(gathered: Gathered, to: number, value: Tensor): Tensor {
  const before = gathered[to]
  return (gathered[to] = before === undefined ? value : add(before, value))
}

/** Sends a cotangent to an output, where it is not a constant (id −1); a ShapeError when it does not fit. */
export function seed(name: string, gathered: Gathered, id: number, output: Tensor, cotangent: Tensor): void {
  if (!sameShape(output.shape, cotangent.shape))
    throw new ShapeError(name, [output.shape, cotangent.shape], 'output and cotangent differ in shape')
  if (id >= 0) gather(gathered, id, cotangent)
}

/**
 * The backward pass: walks from the last value to the first, each sending a cotangent to every input, where
 * it is added to what is there. A loop, not recursion, so a chain of any length fits; and no node changes.
 */
export function backward(
  nodes: readonly { readonly made: Made | undefined }[],
  gathered: Gathered,
  visit?: Visit,
): void {
  for (let id = nodes.length - 1; id >= 0; id--) {
    const arrives = gathered[id]
    const made = nodes[id]?.made
    if (arrives === undefined) continue
    const sends: Send[] | undefined = visit && []
    if (made)
      for (let i = 0; i < made.sources.length; i++) {
        const to = made.sources[i] as number
        if (to < 0) continue
        const value = made.op.vjp(arrives, i, made)
        const sum = gather(gathered, to, value)
        sends?.push({ to, value, gathered: sum })
      }
    if (sends) visit?.(id, arrives, sends)
  }
}

/** A function run once with everything written down. Its inputs are the first on the tape. */
export function record<A extends Tree[], R extends Tree>(
  f: (...args: A) => R,
  primals: Args<A>,
): { readonly tape: Tape; readonly inputs: A; readonly outputs: R } {
  const tape = new Tape()
  const inputs = mapArgs<A>(primals, (primal) => tape.record(primal))
  return { tape, inputs, outputs: mapTree<R>(f(...inputs), (y) => y) }
}

/**
 * Value of f and its pullback: given a cotangent ȳ shaped like the output, the pullback gives x̄ = Jᵀ·ȳ, one
 * cotangent for each primal in its shape, zeros for one that was not used. It may be called again and again. Two of
 * what it gives may be one tensor, as those of a + b are: copy the numbers before you write to them.
 */
export function vjp<A extends Tree[] = Tensor[], R extends Tree = Tensor>(
  f: (...args: A) => R,
  primals: Args<A>,
): [value: R, pullback: (cotangent: Like<R>) => Results<A>] {
  const { tape, inputs, outputs } = record<A, R>(f, primals)
  const ends = leavesOf(outputs)
  const pullback = (cotangent: Like<R>): Results<A> => {
    const gathered: Gathered = new Array(tape.nodes.length)
    const arrivals = match(outputs, cotangent)
    for (let k = 0; k < ends.length; k++)
      seed('pullback', gathered, tape.idOf(ends[k] as Tensor), ends[k] as Tensor, arrivals[k] as Tensor) // as many
    backward(tape.nodes, gathered)
    return mapArgs(
      inputs,
      (x) => gathered[tape.idOf(x)] ?? full(x.shape, 0, x.dtype),
    ) as unknown[] as Results<A>
  }
  return [mapTree(outputs, (y) => lower(tape, y)), pullback]
}

import { ShapeError } from './errors.ts'
import { add } from './ops/elementwise.ts'
import { bind, lower, nextLevel, Tracer, type At, type Level, type Primitive } from './primitive.ts'
import { sameShape } from './shape.ts'
import { full, Tensor } from './tensor.ts'
import {
  flatten,
  flattenArgs,
  match,
  rebuild,
  type Flat,
  type Args,
  type Like,
  type Results,
  type Tree,
} from './tree.ts'

/** How a value was made, as far as the backward pass cares; the source of a constant is −1. */
export interface Made {
  readonly op: Primitive
  readonly sources: readonly number[]
  readonly at: At<readonly Tensor[], unknown>
}

/** A value that remembers how it was made, or that it was given. */
export class Recorded extends Tracer {
  label: string | undefined
  constructor(
    readonly tape: Tape,
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
    const output = bind(op, inputs, params)
    return this.record(output, {
      op,
      sources: args.map((arg) => this.idOf(arg)),
      at: { inputs, output, params },
    })
  }
  idOf(value: Tensor): number {
    return value instanceof Recorded && value.tape === this ? value.id : -1
  }
}

/** What a node sent to one of its inputs, and the sum of what has gathered there by then. */
export interface Send {
  readonly to: number
  readonly value: Tensor
  readonly gathered: Tensor
}
export type Visit = (id: number, arrives: Tensor, sends: readonly Send[]) => void

/**
 * The backward pass: walks from the last value to the first, each sending a cotangent to every input, where
 * it is added to what is there. A loop, not recursion, so a chain of any length fits; and it changes nothing.
 */
export function backward(
  nodes: readonly { readonly made: Made | undefined }[],
  seeds: readonly (readonly [id: number, cotangent: Tensor])[],
  visit?: Visit,
): (Tensor | undefined)[] {
  const gathered = new Array<Tensor | undefined>(nodes.length)
  const send = (to: number, value: Tensor): Send => {
    const before = gathered[to]
    const total = before === undefined ? value : add(before, value)
    gathered[to] = total
    return { to, value, gathered: total }
  }
  for (const [id, cotangent] of seeds) if (id >= 0) send(id, cotangent)
  for (let id = nodes.length - 1; id >= 0; id--) {
    const arrives = gathered[id]
    if (arrives === undefined) continue
    const sends: Send[] = []
    const made = nodes[id]?.made
    if (made !== undefined)
      for (const [i, to] of made.sources.entries())
        if (to >= 0) sends.push(send(to, made.op.vjp(arrives, i, made.at)))
    visit?.(id, arrives, sends)
  }
  return gathered
}

/** A function run once with everything written down. */
export interface Recording<A, R> {
  readonly tape: Tape
  readonly inputs: Flat<A>
  readonly outputs: Flat<R>
}

export function record<A extends Tree[], R extends Tree>(
  f: (...args: A) => R,
  primals: Args<A>,
): Recording<A, R> {
  const tape = new Tape()
  const inputs = flattenArgs<A>(primals)
  const outputs = flatten<R>(f(...rebuild(inputs, (primal) => tape.record(primal))))
  return { tape, inputs, outputs }
}

/** Pairs outputs, by their ids, with what arrives there; a ShapeError when one does not fit. */
export function seed(
  name: string,
  outputs: readonly (readonly [id: number, value: Tensor])[],
  arrivals: readonly Tensor[],
): (readonly [id: number, cotangent: Tensor])[] {
  return outputs.map(([id, { shape }], k) => {
    const arrives = arrivals[k] as Tensor // as many as outputs
    if (sameShape(shape, arrives.shape)) return [id, arrives]
    throw new ShapeError(name, [shape, arrives.shape], 'output and cotangent differ in shape')
  })
}

/**
 * Value of f and its pullback: given a cotangent ȳ shaped like the output, the pullback gives x̄ = Jᵀ·ȳ, one
 * cotangent for each primal in its shape, zeros for one that was not used. It may be called again and again.
 */
export function vjp<A extends Tree[] = Tensor[], R extends Tree = Tensor>(
  f: (...args: A) => R,
  primals: Args<A>,
): [value: R, pullback: (cotangent: Like<R>) => Results<A>] {
  const { tape, inputs, outputs } = record<A, R>(f, primals)
  const pullback = (cotangent: Like<R>): Results<A> => {
    const ends = outputs.leaves.map((y) => [tape.idOf(y), y] as const)
    const gathered = backward(tape.nodes, seed('pullback', ends, match(outputs.tree, cotangent)))
    const given = (x: Tensor, id: number): Tensor => gathered[id] ?? full(x.shape, 0, x.dtype)
    return rebuild(inputs, given) as unknown[] as Results<A>
  }
  return [rebuild(outputs, (y) => lower(tape, y)), pullback]
}

/** The gradients asked for: of one argument, or a list for several. */
export type Gradients<A extends Tree[], N> = N extends readonly number[]
  ? { -readonly [K in keyof N]: Results<A>[N[K] & keyof A] }
  : Results<A>[N & keyof A]

/**
 * Value and gradient of a scalar f, from one forward and one backward pass. Each gradient has the shape of its
 * argument. Several argnums give several gradients. A ShapeError when the value is not a scalar.
 */
export function valueAndGrad<A extends Tree[] = Tensor[], const N extends number | readonly number[] = 0>(
  f: (...args: A) => Tensor,
  argnums?: N,
): (...args: Args<A>) => [value: Tensor, gradient: Gradients<A, N>] {
  const wanted: number | readonly number[] = argnums ?? 0
  const chosen = typeof wanted === 'number' ? [wanted] : wanted
  return (...args) => {
    const held = flattenArgs<A>(args).tree
    const of = (...moving: Tree[]): Tensor =>
      f(...(held.map((arg, n) => (chosen.includes(n) ? moving[chosen.indexOf(n)] : arg)) as unknown[] as A))
    const [value, pullback] = vjp<Tree[]>(of, chosen.map((n) => held[n]) as never)
    if (value.rank > 0) throw new ShapeError('grad', [value.shape], 'only a scalar has a gradient')
    const gradients = pullback(full([], 1, value.dtype))
    return [value, (typeof wanted === 'number' ? gradients[0] : gradients) as Gradients<A, N>]
  }
}

/** The gradient of a scalar f, as a function of the same arguments: see valueAndGrad. */
export function grad<A extends Tree[] = Tensor[], const N extends number | readonly number[] = 0>(
  f: (...args: A) => Tensor,
  argnums?: N,
): (...args: Args<A>) => Gradients<A, N> {
  const both = valueAndGrad<A, N>(f, argnums)
  return (...args) => both(...args)[1]
}

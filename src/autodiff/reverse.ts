import { ShapeError } from './errors.ts'
import { add } from './ops/elementwise.ts'
import { bind, lower, nextLevel, Tracer, type Level, type Primitive } from './primitive.ts'
import { sameShape } from './shape.ts'
import { full, Tensor } from './tensor.ts'
import { flatten, flattenAll, type Flat, type Args, type Like, type Results, type Tree } from './tree.ts'

/** A value that remembers how it was made. */
export class Recorded extends Tracer {
  label: string | undefined
  constructor(
    readonly tape: Tape,
    readonly id: number,
    primal: Tensor,
    readonly op: Primitive | undefined,
    readonly args: readonly Tensor[],
    readonly params: unknown,
  ) {
    super(tape, primal)
  }
}

/** Reverse mode writes down every op in the order of running, which is an order of dependence. */
export class Tape implements Level {
  readonly id = nextLevel()
  readonly nodes: Recorded[] = []

  record(primal: Tensor, op?: Primitive, args: readonly Tensor[] = [], params?: unknown): Recorded {
    const node = new Recorded(this, this.nodes.length, primal, op, args, params)
    this.nodes.push(node)
    return node
  }
  process(op: Primitive, args: readonly Tensor[], params: unknown): Tensor {
    return this.record(
      bind(
        op,
        args.map((arg) => lower(this, arg)),
        params,
      ),
      op,
      args,
      params,
    )
  }
  owns(value: Tensor): value is Recorded {
    return value instanceof Recorded && value.tape === this
  }
}

/** What a node sent to one of its inputs, and what has gathered there by then. */
export interface Send {
  readonly to: number
  readonly value: Tensor
  readonly gathered: Tensor
}
export type Visit = (node: Recorded, arrives: Tensor, sends: readonly Send[]) => void

/**
 * The backward pass: walks the tape from its end, each node sending a cotangent to every input, where it is
 * added to what is there. A loop, not recursion: a chain of any length fits. Nothing on the tape changes.
 */
export function backward(
  tape: Tape,
  seeds: readonly (readonly [Tensor, Tensor])[],
  visit?: Visit,
): (Tensor | undefined)[] {
  const gathered = new Array<Tensor | undefined>(tape.nodes.length)
  const send = (to: number, value: Tensor): Send => {
    const before = gathered[to]
    const total = before === undefined ? value : add(before, value)
    gathered[to] = total
    return { to, value, gathered: total }
  }
  for (const [output, cotangent] of seeds) if (tape.owns(output)) send(output.id, cotangent)
  for (let id = tape.nodes.length - 1; id >= 0; id--) {
    const node = tape.nodes[id] as Recorded // in range
    const arrives = gathered[id]
    if (arrives === undefined) continue
    const sends: Send[] = []
    if (node.op !== undefined) {
      const at = {
        inputs: node.args.map((arg) => lower(tape, arg)),
        output: node.primal,
        params: node.params,
      }
      for (const [i, arg] of node.args.entries())
        if (tape.owns(arg)) sends.push(send(arg.id, node.op.vjp(arrives, i, at)))
    }
    visit?.(node, arrives, sends)
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
  const inputs = flattenAll<A>(primals)
  const outputs = flatten<R>(f(...inputs.rebuild(inputs.leaves.map((primal) => tape.record(primal)))))
  return { tape, inputs, outputs }
}

/** Pairs each output with the cotangent that arrives there; a ShapeError when they differ in shape. */
export function seed<R extends Tree>(
  name: string,
  outputs: Flat<R>,
  cotangent: Like<R>,
): (readonly [Tensor, Tensor])[] {
  const arrivals = flatten<R>(cotangent).leaves
  if (arrivals.length !== outputs.leaves.length)
    throw new TypeError(`${name}: ${outputs.leaves.length} outputs, ${arrivals.length} cotangents`)
  return outputs.leaves.map((output, k) => {
    const arrives = arrivals[k] as Tensor // as many as outputs
    if (!sameShape(output.shape, arrives.shape))
      throw new ShapeError(name, [output.shape, arrives.shape], 'output and cotangent differ in shape')
    return [output, arrives] as const
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
    const gathered = backward(tape, seed('pullback', outputs, cotangent))
    const given = inputs.leaves.map((x, id) => gathered[id] ?? full(x.shape, 0, x.dtype))
    return inputs.rebuild(given) as unknown[] as Results<A>
  }
  return [outputs.rebuild(outputs.leaves.map((y) => lower(tape, y))), pullback]
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
    const all = flattenAll<A>(args)
    const held = all.rebuild(all.leaves)
    const of = (...moving: Tree[]): Tensor =>
      f(...(held.map((arg, n) => (chosen.includes(n) ? moving[chosen.indexOf(n)] : arg)) as unknown[] as A))
    const [value, pullback] = vjp<Tree[]>(of, chosen.map((n) => held[n]) as never)
    if (value.rank > 0)
      throw new ShapeError(
        'grad',
        [value.shape],
        'only a scalar has a gradient; sum it, or take its Jacobian',
      )
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

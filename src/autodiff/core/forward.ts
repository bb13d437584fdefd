import { ShapeError } from './errors.ts'
import { add } from '../ops/elementwise.ts'
import { bind, lower, nextLevel, Tracer, type At, type Level, type Primitive } from './primitive.ts'
import { sameShape } from './shape.ts'
import { full, Tensor } from './tensor.ts'
import { mapArgs, mapTree, match, type Args, type Tree } from './tree.ts'

/** A value and how fast it moves: a dual number. */
class Dual extends Tracer {
  constructor(
    level: Level,
    primal: Tensor,
    readonly tangent: Tensor,
  ) {
    super(level, primal)
  }
}

/** What the tangents of an op's inputs together make of its output's; undefined where nothing moves. */
export function moved(
  op: Primitive,
  tangents: readonly (Tensor | undefined)[],
  at: At<readonly Tensor[], unknown>,
): Tensor | undefined {
  if (op.steady) return undefined
  let total: Tensor | undefined
  for (const [i, tangent] of tangents.entries()) {
    if (tangent === undefined) continue
    const part = op.jvp(tangent, i, at)
    total = total === undefined ? part : add(total, part)
  }
  return total
}

/** Forward mode: every op computes its value and pushes its inputs' tangents through at once. */
class Forward implements Level {
  readonly id = nextLevel()

  process(op: Primitive, args: readonly Tensor[], params: unknown): Tensor {
    const inputs = args.map((arg) => lower(this, arg))
    const output = bind(op, inputs, params)
    const tangents = args.map((arg) => this.tangentOf(arg))
    const tangent = moved(op, tangents, { inputs, output, params })
    return tangent === undefined ? output : new Dual(this, output, tangent)
  }
  tangentOf(value: Tensor): Tensor | undefined {
    return value.level === this ? (value as Dual).tangent : undefined
  }
}

/**
 * Value and directional derivative of f: how its output moves when the inputs move by the tangents, in one
 * pass. Tangents have the shapes of the primals (a ShapeError else); f may take and return structures.
 * Pearlmutter's notation: y, ẏ = f(x), J·ẋ.
 */
export function jvp<A extends Tree[] = Tensor[], R extends Tree = Tensor>(
  f: (...args: A) => R,
  primals: Args<A>,
  tangents: Args<A>,
): [value: R, tangent: R] {
  const level = new Forward()
  const points = mapArgs<A>(primals, (primal) => primal)
  const moves = match(points, tangents).values()
  const dual = (primal: Tensor): Dual => {
    const tangent = moves.next().value as Tensor // as many as primals
    if (sameShape(primal.shape, tangent.shape)) return new Dual(level, primal, tangent)
    throw new ShapeError('jvp', [primal.shape, tangent.shape], 'primal and tangent differ in shape')
  }
  const outputs = f(...mapArgs<A>(points, dual))
  const tangentOf = (y: Tensor): Tensor => level.tangentOf(y) ?? full(y.shape, 0, y.dtype)
  return [mapTree(outputs, (y) => lower(level, y)), mapTree(outputs, tangentOf)]
}

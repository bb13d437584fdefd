import { ShapeError } from './errors.ts'
import { add } from './ops/elementwise.ts'
import { bind, lower, nextLevel, Tracer, type Level, type Primitive } from './primitive.ts'
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

/** Forward mode: every op computes its value and pushes its inputs' tangents through at once. */
class Forward implements Level {
  readonly id = nextLevel()

  process(op: Primitive, args: readonly Tensor[], params: unknown): Tensor {
    const inputs = args.map((arg) => lower(this, arg))
    const output = bind(op, inputs, params)
    let tangent: Tensor | undefined
    for (const [i, arg] of args.entries())
      if (arg.level === this) {
        const part = op.jvp((arg as Dual).tangent, i, { inputs, output, params })
        tangent = tangent === undefined ? part : add(tangent, part)
      }
    return tangent === undefined ? output : new Dual(this, output, tangent)
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
  const tangentOf = (y: Tensor): Tensor =>
    y.level === level ? (y as Dual).tangent : full(y.shape, 0, y.dtype)
  return [mapTree(outputs, (y) => lower(level, y)), mapTree(outputs, tangentOf)]
}

import { bind, nextLevel, Tracer, within, type At, type Level, type Primitive } from '../core/primitive.ts'
import { sizeOf, type Shape } from '../core/shape.ts'
import { resultType, Tensor, type Data, type DType } from '../core/tensor.ts'
import { mapArgs, type Args, type Tree } from '../core/tree.ts'

/** What a computation takes, told from shapes alone. */
export interface Estimate {
  readonly shape: Shape
  /** How many numbers it makes, in all its steps, and how many bytes these take. */
  readonly entries: number
  readonly bytes: number
  readonly operations: number
  /** How many numbers the largest of its tensors has. */
  readonly largest: number
}

/** How much of each a computation may take. */
export type Bounds = Partial<Pick<Estimate, 'entries' | 'bytes' | 'operations' | 'largest'>>

const words: Readonly<Record<keyof Bounds, string>> = {
  entries: 'numbers in all its steps',
  bytes: 'bytes',
  operations: 'operations',
  largest: 'numbers in one tensor',
}

/** A computation that would go beyond a bound: which one, and at which op. Nothing of it has been done. */
export class BoundError extends Error {
  override readonly name = 'BoundError'
  constructor(
    readonly op: string,
    readonly bound: keyof Bounds,
    readonly most: number,
    readonly wanted: number,
  ) {
    const [needed, allowed] = [wanted, most].map((count) => count.toLocaleString('en'))
    super(`${op}: this takes ${needed} ${words[bound]}, and at most ${allowed} are allowed here`)
  }
}

/** Has a length and a type, as the numbers of a tensor have, and no numbers. */
function unknown(dtype: DType, length: number): Data {
  const known: Readonly<Record<PropertyKey, unknown>> = {
    length,
    BYTES_PER_ELEMENT: dtype === 'float32' ? 4 : 8,
  }
  const get = (_: object, key: PropertyKey): unknown => {
    if (Object.hasOwn(known, key)) return known[key]
    throw new TypeError('an estimate knows the shapes of tensors, not the numbers in them')
  }
  return new Proxy({}, { get }) as Data
}

/** A tensor of which only the shape is known: nothing is allocated, and nothing can be read. */
export const shaped = (shape: Shape, dtype: DType = 'float64'): Tensor =>
  new Tensor(unknown(dtype, sizeOf(shape)), shape)

/** Constants of a few numbers are worked out, for settings may be made of them. */
const few = 1000

/** Runs every op on shapes, and adds up what it would take. */
class Survey implements Level {
  readonly id = nextLevel()
  entries = 0
  bytes = 0
  operations = 0
  largest = 0

  constructor(private readonly most: Bounds) {}

  process(op: Primitive, inputs: readonly Tensor[], params: unknown): Tensor {
    const shapes = inputs.map(({ shape }) => shape)
    const shape = op.shape(shapes, params)
    const size = sizeOf(shape)
    const dtype = resultType(inputs)
    const cost = op.cost(shapes, shape, params)
    this.entries += size
    this.bytes += size * (dtype === 'float32' ? 4 : 8)
    this.operations += cost
    this.largest = Math.max(this.largest, size)
    this.check(op.name)
    const plain = inputs.every(({ level }) => level !== this)
    if (!plain || size + cost > few) return new Tracer(this, shaped(shape, dtype))
    return within(undefined, () => bind(op, inputs, params))
  }
  private check(op: string): void {
    for (const bound of Object.keys(this.most) as (keyof Bounds)[]) {
      const most = this.most[bound]
      if (most !== undefined && this[bound] > most) throw new BoundError(op, bound, most, this[bound])
    }
  }
}

/**
 * What f would take at inputs of these shapes (see `shaped`), without computing or allocating anything: f runs on
 * tensors that have no numbers, so it may not look at them. A BoundError as soon as a bound would be passed.
 */
export function estimate<A extends Tree[] = Tensor[]>(
  f: (...args: A) => Tensor,
  primals: Args<A>,
  most: Bounds = {},
): Estimate {
  const survey = new Survey(most)
  const inputs = mapArgs<A>(primals, ({ shape, dtype }) => new Tracer(survey, shaped(shape, dtype)))
  const { shape } = within(survey, () => f(...inputs))
  const { entries, bytes, operations, largest } = survey
  return { shape, entries, bytes, operations, largest }
}

/** Runs f, and tells of every op as it is run, in order: those on constants too. */
export function observe<T>(
  f: () => T,
  visit: (op: Primitive, at: At<readonly Tensor[], unknown>) => void,
): T {
  const id = nextLevel()
  const level: Level = {
    id,
    process(op, inputs, params) {
      const output = within(undefined, () => bind(op, inputs, params))
      within(undefined, () => visit(op, { inputs, output, params }))
      return output
    },
  }
  return within(level, f)
}

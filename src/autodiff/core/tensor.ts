import { ShapeError } from './errors.ts'
import type { Level } from './primitive.ts'
import { sizeOf, type Shape } from './shape.ts'

export type DType = 'float32' | 'float64'
export type Data = Float64Array | Float32Array
export type NestedNumbers = number | readonly NestedNumbers[]
/** Numbers as they are given, where true and false are 1 and 0, as in NumPy. */
export type NestedValues = number | boolean | readonly NestedValues[]
/** Accepted wherever a tensor is: a number, nested arrays of numbers, a typed array, or a tensor. */
export type TensorLike = NestedValues | Data | Tensor

/** Numbers in row-major order and the shape to read them by. Nothing writes to a tensor once it is made. */
export class Tensor {
  /** Who follows it; a plain tensor has none. A field, since `instanceof` at each op made small graphs a fifth slower. */
  readonly level?: Level

  constructor(
    readonly data: Data,
    readonly shape: Shape,
  ) {}

  get dtype(): DType {
    return this.data.BYTES_PER_ELEMENT === 4 ? 'float32' : 'float64'
  }
  get rank(): number {
    return this.shape.length
  }
  get size(): number {
    return this.data.length
  }

  /** The value of a tensor with one element; a ShapeError for any other size. */
  item(): number {
    const [value] = this.data
    if (value === undefined || this.data.length !== 1)
      throw new ShapeError('item', [this.shape], `${this.size} values where one is wanted`)
    return value
  }

  /** Nested arrays of the same shape; a number for a scalar. */
  toArray(): NestedNumbers {
    let rows: NestedNumbers[] = Array.from(this.data)
    for (const [axis, length] of [...this.shape.entries()].reverse()) {
      const count = sizeOf(this.shape.slice(0, axis))
      rows = Array.from({ length: count }, (_, k) => rows.slice(k * length, (k + 1) * length))
    }
    return rows[0] ?? []
  }
}

/** Room for `size` numbers, all 0. */
export const allocate = (dtype: DType, size: number): Data =>
  dtype === 'float32' ? new Float32Array(size) : new Float64Array(size)

/** Numbers that were worked out in double precision, in the precision asked for. */
export const ofType = (dtype: DType, data: Float64Array): Data =>
  dtype === 'float32' ? new Float32Array(data) : data

/** A tensor filled with one value, of type float64 unless asked otherwise. */
export const full = (shape: Shape, value: number, dtype: DType = 'float64'): Tensor =>
  new Tensor(allocate(dtype, sizeOf(shape)).fill(value), shape)

/**
 * Makes a tensor of numbers, nested arrays, a typed array or another tensor; float64 unless asked for float32. Arrays
 * are copied, so whoever gave them may go on writing to them. Ragged input throws a ShapeError that says where.
 */
export function tensor(values: TensorLike, { dtype }: { dtype?: DType } = {}): Tensor {
  if (values instanceof Tensor)
    return dtype === undefined || dtype === values.dtype
      ? values
      : new Tensor(
          dtype === 'float32' ? Float32Array.from(values.data) : Float64Array.from(values.data),
          values.shape,
        )
  if (values instanceof Float32Array || values instanceof Float64Array) {
    const own = allocate(dtype ?? (values instanceof Float32Array ? 'float32' : 'float64'), values.length)
    own.set(values)
    return new Tensor(own, [values.length])
  }
  if (typeof values !== 'object') return full([], Number(values), dtype)
  const shape: number[] = []
  for (
    let row: NestedValues | undefined = values;
    Array.isArray(row);
    row = row[0] as NestedValues | undefined
  )
    shape.push(row.length)
  const data = allocate(dtype ?? 'float64', sizeOf(shape))
  let filled = 0
  const fill = (row: NestedValues | undefined, depth: number, at: string): void => {
    const wanted = shape[depth]
    if ((typeof row === 'number' || typeof row === 'boolean') && wanted === undefined)
      data[filled++] = Number(row)
    else if (Array.isArray(row) && row.length === wanted)
      for (let k = 0; k < row.length; k++) fill(row[k] as NestedValues | undefined, depth + 1, `${at}[${k}]`) // may have holes
    else throw raggedError(row, wanted, at)
  }
  fill(values, 0, '')
  return new Tensor(data, shape)
}

function raggedError(row: unknown, wanted: number | undefined, at: string): ShapeError {
  const found = Array.isArray(row)
    ? `has length ${row.length}`
    : row === undefined
      ? 'is missing'
      : `is ${typeof row} ${String(row)}`
  const hope = wanted === undefined ? 'a number' : `length ${wanted}`
  return new ShapeError('tensor', [], `ragged: values${at} ${found} where ${hope} is wanted`)
}

/** What every op does to its arguments first. */
export const toTensor = (value: TensorLike): Tensor => (value instanceof Tensor ? value : tensor(value))

/**
 * The type of a result. A scalar follows the tensors it meets, so that `2 · x` keeps the type of x; among
 * tensors float64 wins; among scalars float32, so that a literal does not widen it.
 */
export function resultType(inputs: readonly Tensor[]): DType {
  const type = inputs[0]?.dtype ?? 'float64'
  for (const { dtype } of inputs) if (dtype !== type) return mixedType(inputs)
  return type
}

function mixedType(inputs: readonly Tensor[]): DType {
  const ranked = inputs.filter(({ rank }) => rank > 0)
  return ranked.every(({ dtype }) => dtype === 'float32') ? 'float32' : 'float64'
}

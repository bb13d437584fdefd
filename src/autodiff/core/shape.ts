import { nth } from './entry.ts'
import { ShapeError } from './errors.ts'

/** The length of each axis; `[]` is a scalar, and a zero anywhere means no elements at all. */
export type Shape = readonly number[]

/** How many elements a tensor of this shape has. */
export function sizeOf(shape: Shape): number {
  let size = 1
  for (const length of shape) size *= length
  return size
}

/** Whether two shapes have the same axes, without broadcasting. */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false
  return true
}

/** Row-major: the last axis is the one whose neighbours lie side by side. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length)
  let stride = 1
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride
    stride *= nth(shape, axis)
  }
  return strides
}

/**
 * The position in memory of every element of a strided view, in row-major order. Transposing, broadcasting,
 * slicing, padding and reducing are each one choice of strides (0 repeats an element).
 */
export function offsets(shape: Shape, strides: readonly number[], start = 0): number[] {
  const found = new Array<number>(sizeOf(shape))
  if (found.length === 0) return found
  found[0] = start
  let filled = 1
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const end = filled * nth(shape, axis)
    const stride = nth(strides, axis)
    for (let k = filled; k < end; k++) found[k] = nth(found, k - filled) + stride
    filled = end
  }
  return found
}

/** NumPy's rule: align shapes at their last axis; lengths must agree or be 1. Throws a ShapeError. */
export function broadcastShapes(op: string, shapes: readonly Shape[]): Shape {
  let widest: Shape = []
  for (const shape of shapes) if (shape.length > widest.length) widest = shape
  if (shapes.every((shape) => shape.length === 0 || sameShape(shape, widest))) return widest
  const result = widest.map(() => 1)
  for (const shape of shapes) {
    const lead = result.length - shape.length
    for (const [k, length] of shape.entries()) {
      const axis = lead + k
      const other = nth(result, axis)
      if (other === 1) result[axis] = length
      else if (length !== 1 && length !== other)
        throw new ShapeError(op, shapes, `axis ${axis}: ${other} ≠ ${length}`, {
          axis,
          dims: [other, length],
        })
    }
  }
  return result
}

/** Strides that read a tensor of shape `from` as if it had the wider shape `to`. */
export function broadcastStrides(from: Shape, to: Shape): number[] {
  const lead = to.length - from.length
  const strides = stridesOf(from)
  return to.map((_, axis) => (axis < lead || from[axis - lead] === 1 ? 0 : nth(strides, axis - lead)))
}

/** How tensors are read along a wider shape: where each stretch of `length` elements begins in each, and its step. */
export interface Stretches {
  readonly length: number
  readonly starts: readonly (readonly number[])[]
  /** 1: straight on. 0: the same element again and again. */
  readonly steps: readonly number[]
}
const origin = [0]

/** Cuts a shape into stretches, as long as can be, over which each of some narrower tensors is read with one step. */
export function stretches(shape: Shape, narrower: readonly Shape[]): Stretches {
  let axes = shape.length
  for (const own of narrower) axes = Math.min(axes, Math.max(alike(own, shape), alike(own, [])))
  const steps = narrower.map((own) => (alike(own, shape) >= axes ? 1 : 0))
  if (axes === shape.length) return { length: sizeOf(shape), starts: narrower.map(() => origin), steps }
  const outer = shape.slice(0, shape.length - axes)
  const starts = narrower.map((own) => offsets(outer, broadcastStrides(own, shape)))
  return { length: sizeOf(shape.slice(shape.length - axes)), starts, steps }
}

/** How many axes, counted from the last, have one length in both; one that is missing has length 1. */
function alike(a: Shape, b: Shape): number {
  const most = Math.max(a.length, b.length)
  for (let k = 1; k <= most; k++) {
    const [one, other] = [k > a.length ? 1 : a[a.length - k], k > b.length ? 1 : b[b.length - k]]
    if (one !== other) return k - 1
  }
  return Infinity
}

/** A place among so many, counted from either end, as a number from 0; undefined when there is none. */
export function fromEitherEnd(k: number, length: number): number | undefined {
  const place = k < 0 ? k + length : k
  return Number.isInteger(place) && 0 <= place && place < length ? place : undefined
}

/** An axis counted from either end, as a number from 0. Throws a ShapeError when there is no such axis. */
export function resolveAxis(op: string, axis: number, shape: Shape): number {
  const found = fromEitherEnd(axis, shape.length)
  if (found !== undefined) return found
  const range = shape.length
    ? `axes run from ${-shape.length} to ${shape.length - 1}`
    : 'a scalar has no axes'
  throw new ShapeError(op, [shape], `no axis ${axis}: ${range}`, { axis })
}

/** One axis, several, or (when undefined) all of them, in rising order without repeats. */
export function resolveAxes(
  op: string,
  axis: number | readonly number[] | undefined,
  shape: Shape,
): number[] {
  if (axis === undefined) return shape.map((_, k) => k)
  const axes = (typeof axis === 'number' ? [axis] : axis).map((k) => resolveAxis(op, k, shape))
  if (new Set(axes).size < axes.length)
    throw new ShapeError(op, [shape], `an axis is named twice in [${axis}]`)
  return axes.sort((a, b) => a - b)
}

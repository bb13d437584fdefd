import { bind, type Point, type Primitive } from '../core/primitive.ts'
import { sizeOf } from '../core/shape.ts'
import { Tensor } from '../core/tensor.ts'

const stride = 0x6d2b79f5

/** A repeatable source of numbers in [0, 1), mulberry32; from its k-th number on, if asked. */
export function random(seed: number, k = 0): () => number {
  let state = (seed + Math.imul(k, stride)) | 0
  return () => {
    state = (state + stride) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Inputs and settings at which to test an op. */
export interface Sample {
  readonly inputs: readonly Tensor[]
  readonly params: unknown
}

/**
 * Draws a sample of one of an op's test points; the letters of its shapes become lengths from `least` to 3.
 * No two values are equal or lie close to 0, so that differences never straddle a kink.
 */
export function sample(point: Primitive['points'][number], seed: number): Sample {
  const next = random(seed)
  const least = point.least ?? 0
  const lengths: Record<string, number> = {}
  const lengthOf = (letter: string): number =>
    /\d/.test(letter) ? Number(letter) : (lengths[letter] ??= least + Math.floor(next() * (4 - least)))
  const shapes = point.shapes.split(',').map((letters) => [...letters].map(lengthOf))
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') lengthOf(letter)
  const params = typeof point.params === 'function' ? point.params(lengths) : point.params
  const used = new Set<number>()
  const inputs = shapes.map((shape, i) => {
    const axis = point.whole?.[i]
    return axis === undefined ? scatter(shape, point, next, used) : places(shape, lengthOf(axis), next)
  })
  return { inputs, params }
}

const places = (shape: readonly number[], length: number, next: () => number): Tensor =>
  new Tensor(
    Float64Array.from({ length: sizeOf(shape) }, () => Math.floor(next() * length)),
    shape,
  )

/** The op at a sample of a point, as a function of those inputs that may move, and these. */
export function moving(
  op: Primitive,
  point: Primitive['points'][number],
  { inputs, params }: Sample,
): { readonly f: (...xs: Tensor[]) => Tensor; readonly xs: Tensor[] } {
  const held = (i: number): boolean => point.whole?.[i] !== undefined
  const f = (...xs: Tensor[]): Tensor => {
    const given = xs.values()
    return bind(
      op,
      inputs.map((x, i) => (held(i) ? x : (given.next().value ?? x))),
      params,
    )
  }
  return { f, xs: inputs.filter((_, i) => !held(i)) }
}

function scatter(
  shape: readonly number[],
  { range = [-2, 2] }: Point<unknown>,
  next: () => number,
  used: Set<number>,
): Tensor {
  const cells = 1000
  const draw = (): number => {
    let cell = Math.floor(next() * cells)
    while (used.has(cell)) cell = (cell + 1) % cells
    used.add(cell)
    return range[0] + ((range[1] - range[0]) * (cell + 0.5)) / cells
  }
  return new Tensor(Float64Array.from({ length: sizeOf(shape) }, draw), shape)
}

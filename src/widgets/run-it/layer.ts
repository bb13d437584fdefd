import { random } from '@/autodiff'
import { binary } from '@/plot/bytes'

/** A linear layer y = xw: a batch of N examples, D numbers into each, M out of each. */
export type Sizes = { readonly N: number; readonly D: number; readonly M: number }
export type Range = readonly [from: number, to: number]

/** Layers of the handout's proportions: a batch of N, and 64 times as many numbers in and out of each example. */
export const layerOf = (N: number): Sizes => ({ N, D: 64 * N, M: 64 * N })

/** Bytes of a number; all of the figure is in single precision, like the handout's layer. */
export const bytesEach = 4

/** Additions and multiplications of one of the three products: y = xw, ∂L/∂x = ∂L/∂y·wᵀ, ∂L/∂w = xᵀ·∂L/∂y. */
export const productOperations = ({ N, D, M }: Sizes): number => 2 * N * D * M

/** All three of them: forward and both gradients. */
export const shortOperations = (sizes: Sizes): number => 3 * productOperations(sizes)

/** Bytes of x, w, y and of ∂L/∂x, ∂L/∂w, ∂L/∂y. */
export const layerBytes = ({ N, D, M }: Sizes): number => 2 * bytesEach * (N * D + D * M + N * M)

/**
 * Operations of the explicit road to ∂L/∂x: forward once, a backward pass for each element of y, each giving a row of
 * the Jacobian ∂y/∂x, and then ∂L/∂y times that Jacobian.
 */
export const explicitOperations = ({ N, D, M }: Sizes): number =>
  2 * N * D * M * (1 + N * M) + 2 * (N * M) * (N * D)

/** Bytes of ∂y/∂x, of shape (N×M)×(N×D). */
export const jacobianBytes = ({ N, D, M }: Sizes): number => bytesEach * N * M * N * D

/** 256 GiB. */
export const bytesText = (bytes: number): string => binary(BigInt(bytes))

const seeds = { x: 1, w: 2, dy: 3 }
export type Given = keyof typeof seeds

/** A row of one of the given matrices, from one column on: the same numbers in whichever worker, from −½ to ½. */
export function rowOf(given: Given, width: number, row: number, from = 0): () => number {
  const next = random(seeds[given], row * width + from)
  return () => next() - 0.5
}

const widthOf = (given: Given, { D, M }: Sizes): number => (given === 'x' ? D : M)

/** Writes the chosen columns of a given matrix, all rows of it, to `out`. */
export function fill(given: Given, sizes: Sizes, [from, to]: Range, out: { [k: number]: number }): void {
  const [height, width] = [given === 'w' ? sizes.D : sizes.N, widthOf(given, sizes)]
  let at = 0
  for (let i = 0; i < height; i++) {
    const next = rowOf(given, width, i, from)
    for (let j = from; j < to; j++) out[at++] = next()
  }
}

/** A part of a given matrix, in double precision but rounded to single, as the layer has it. */
export const partOf = (
  given: Given,
  sizes: Sizes,
  rows: readonly number[],
  columns: readonly number[],
): number[][] => rows.map((i) => columns.map((j) => Math.fround(rowOf(given, widthOf(given, sizes), i, j)())))

import type { Axis, Dim, Index } from './tree.ts'

/** A letter for each axis of a value in matrix form; null where there is one place only. */
export type MatLetters = readonly (Axis | null)[]

/** An expression in matrix form, from which text, TeX and code are printed. */
export type Mat = { readonly letters: MatLetters } & (
  | { readonly op: 'num'; readonly value: number }
  | { readonly op: 'size'; readonly dim: Dim }
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: 'T'; readonly of: Mat }
  | { readonly op: 'permute'; readonly of: Mat; readonly order: readonly number[] }
  /** A product of matrices, side by side. */
  | { readonly op: 'matmul'; readonly all: readonly Mat[] }
  /** Entry by entry, broadcast. */
  | { readonly op: 'times' | 'plus'; readonly all: readonly Mat[] }
  | { readonly op: 'over'; readonly of: Mat; readonly by: Mat }
  | { readonly op: 'pow'; readonly of: Mat; readonly power: Mat }
  | { readonly op: 'call'; readonly fn: string; readonly all: readonly Mat[] }
  | {
      readonly op: 'sum' | 'mean' | 'max' | 'logsumexp'
      readonly of: Mat
      readonly axes: readonly number[]
      readonly keep: boolean
    }
  | { readonly op: 'softmax'; readonly of: Mat; readonly axis: number }
  /** Axes of length 1 put in (null) and taken away (a number), others kept (:). */
  | { readonly op: 'slots'; readonly of: Mat; readonly slots: readonly (':' | null | number)[] }
  | { readonly op: 'einsum'; readonly spec: string; readonly all: readonly Mat[] }
  | { readonly op: 'outer'; readonly left: Mat; readonly right: Mat }
  /** The diagonal of a matrix, or a matrix with a vector there; the sum of the diagonal. */
  | { readonly op: 'diag' | 'trace'; readonly of: Mat }
  | { readonly op: 'ones'; readonly like: string }
  | { readonly op: 'eye'; readonly dim: Dim }
  /** 1 where two indices are one place; in code only. */
  | { readonly op: 'where'; readonly a: Index; readonly b: Index }
)

export type MatOp = Mat['op']

/** The parts of a matrix expression. */
export function matParts(m: Mat): readonly Mat[] {
  if ('all' in m) return m.all
  if (m.op === 'over') return [m.of, m.by]
  if (m.op === 'pow') return [m.of, m.power]
  if (m.op === 'outer') return [m.left, m.right]
  return 'of' in m ? [m.of] : []
}

export const someMat = (m: Mat, is: (part: Mat) => boolean): boolean =>
  is(m) || matParts(m).some((part) => someMat(part, is))

export const lettersOf = (m: Mat): Axis[] => m.letters.filter((a) => a !== null)
export const scalarMat = (value: number): Mat => ({ op: 'num', value, letters: [] })

/** The last two axes the other way round; of a product, the factors too, in reverse order. */
export function transposeMat(m: Mat): Mat {
  const { length } = m.letters
  if (length < 2) return m
  const letters = [...m.letters.slice(0, -2), m.letters[length - 1] ?? null, m.letters[length - 2] ?? null]
  if (m.op === 'T') return { ...m.of, letters }
  if (m.op === 'matmul' && m.all.every((f) => f.letters.length === length))
    return { op: 'matmul', all: m.all.map(transposeMat).reverse(), letters }
  const [of] = matParts(m)
  // Of a sum of products along an axis in front, each product is transposed.
  if (m.op === 'sum' && !m.keep && of?.op === 'matmul' && m.axes.every((k) => k < of.letters.length - 2))
    return { ...m, of: transposeMat(of), letters }
  return { op: 'T', of: m, letters }
}

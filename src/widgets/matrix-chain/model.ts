import { entryOf, matmul, nth, ShapeError, type Shape } from '@/autodiff'
import { written } from '@/plot/equation'
import { letters, words } from './words'

/** Rows and columns of each factor, from left to right. */
export type Sizes = readonly (readonly number[])[]
/** `values`: entry (i, j) of factor k, counted from 0, stands at `place(k, i, j)`, so that other sizes forget nothing. */
export type State = { sizes: Sizes; values: readonly number[]; row: number; column: number }
export type Order = 'left' | 'right'

/** Sizes go from 1 to this. */
export const most = 4096
/** Up to here a factor is drawn number by number. */
const drawn = 4

export const place = (k: number, i: number, j: number) => (k * drawn + i) * drawn + j
/** As many values as four factors of the largest size that is drawn can have. */
export const count = place(4, 0, 0)

export const start: State = {
  sizes: [
    [2, 3],
    [3, 4],
  ],
  // Small whole numbers in no order that catches the eye.
  values: Array.from({ length: count }, (_, at) => nth([2, 3, -2, 1, -1, 4, -3], (3 * at + (at >> 2)) % 7)),
  row: 0,
  column: 1,
}

/** Multiplications and additions of one product; a ShapeError, in the core's words, where there is none. */
function cost(a: Shape, b: Shape): number {
  return matmul.primitive.cost([a, b], [nth(a, 0), nth(b, 1)], { ta: false, tb: false })
}

export type Clash = { at: number; message: string; dims: readonly [number, number] }

/** Where neighbors refuse: the place of the left one, and what the core says. */
export function clashes(sizes: Sizes): Clash[] {
  return sizes.slice(1).flatMap((right, at) => {
    try {
      cost(sizes[at] ?? [], right)
      return []
    } catch (error) {
      if (!(error instanceof ShapeError) || !error.dims) throw error
      return [{ at, message: error.message, dims: error.dims }]
    }
  })
}

/** One product on the way: what meets, what it makes, and what that takes. */
export type Step = { left: string; right: string; makes: Shape; operations: number }

/** The products in their order, from the left end or from the right. Only for factors that fit. */
export function steps(sizes: Sizes, order: Order): Step[] {
  const found: Step[] = []
  const named = sizes.map((shape, k) => ({ name: letters[k] ?? '', shape }))
  const meet = (a: (typeof named)[number], b: (typeof named)[number]) => {
    const makes = [nth(a.shape, 0), nth(b.shape, 1)]
    found.push({ left: a.name, right: b.name, makes, operations: cost(a.shape, b.shape) })
    return { name: a.name + b.name, shape: makes }
  }
  if (order === 'left') named.reduce(meet)
  else named.reduceRight((right, left) => meet(left, right))
  return found
}

export const total = (sizes: Sizes, order: Order) =>
  steps(sizes, order).reduce((sum, { operations }) => sum + operations, 0)

/** The same chain with another number of rows at its left end. */
export const withRows = (sizes: Sizes, K: number): Sizes =>
  sizes.map(([rows = 1, columns = 1], k) => [k === 0 ? K : rows, columns])

/**
 * The K from 1 at which both orders cost the same, the other sizes held; undefined if there is none. Both costs are straight
 * lines in K, so two points of each are enough.
 */
export function crossover(sizes: Sizes): number | undefined {
  const gap = (K: number) => total(withRows(sizes, K), 'left') - total(withRows(sizes, K), 'right')
  const rise = gap(2) - gap(1)
  const K = rise === 0 ? NaN : 1 - gap(1) / rise
  return K >= 1 ? K : undefined
}

type Cost = readonly [K: number, operations: number]

/** What both orders cost over K, from 1 to the most there can be: two curves. */
export function curves(sizes: Sizes): Record<Order, readonly Cost[]> {
  const Ks = Array.from({ length: 25 }, (_, k) => Math.round(2 ** (k / 2)))
  const curve = (order: Order) => Ks.map((K) => [K, total(withRows(sizes, K), order)] as const)
  return { left: curve('left'), right: curve('right') }
}

/** Where a curve carries its name so that neither curve runs through it: a rising one beside it, a flat one above or below. */
export function nameOf(curve: readonly Cost[], upper: boolean) {
  const k = upper ? 18 : 14
  const [at = [1, 1], later = at]: readonly (Cost | undefined)[] = [curve[k], curve[k + 4]]
  const rises = later[1] > 2 * at[1]
  const side = rises ? (upper ? 'left' : 'right') : upper ? 'above' : 'below'
  return { at, side } as const
}

/** Each factor's rows made as many as its left neighbor's columns. */
export function fitted(sizes: Sizes): Sizes {
  const found: number[][] = []
  for (const [rows = 1, columns = 1] of sizes) found.push([found.at(-1)?.[1] ?? rows, columns])
  return found
}

/** A chain of so many factors: some taken off its right end, or square ones added there. */
export function lengthened(sizes: Sizes, length: number): Sizes {
  const last = entryOf(sizes, sizes.length - 1, 1)
  return Array.from({ length }, (_, k) => sizes[k] ?? [last, last])
}

const entries = (values: readonly number[], [rows = 1, columns = 1]: readonly number[], k: number) =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => nth(values, place(k, i, j))),
  )
const product = (factors: readonly number[][][]) =>
  factors.reduce((a, b) => matmul(a, b).toArray() as number[][])

/** The factors number by number, their product, and the product of all but the last. */
function numbers(sizes: Sizes, values: readonly number[], fits: boolean) {
  const factors = sizes.map((shape, k) => entries(values, shape, k))
  return fits
    ? { factors, product: product(factors), before: product(factors.slice(0, -1)) }
    : { factors, product: undefined, before: undefined }
}

/** All that the figure shows. */
export function model({ sizes, values, row, column }: State) {
  const refused = clashes(sizes)
  const fits = refused.length === 0
  const shape = [entryOf(sizes, 0, 0), entryOf(sizes, sizes.length - 1, 1)] as const
  const small = sizes.flat().every((size) => size <= drawn)
  return {
    refused,
    fits,
    shape,
    row: Math.min(row, shape[0] - 1),
    column: Math.min(column, shape[1] - 1),
    small: small ? numbers(sizes, values, fits) : undefined,
    orders:
      fits && sizes.length > 2
        ? {
            left: { steps: steps(sizes, 'left'), total: total(sizes, 'left') },
            right: { steps: steps(sizes, 'right'), total: total(sizes, 'right') },
            crossover: crossover(sizes),
            curves: curves(sizes),
          }
        : undefined,
  }
}
export type Scene = ReturnType<typeof model>

/** The picked entry of the product, of a chain that fits and is small enough to be written out. */
export const pickedEntry = ({ small, row, column }: Scene) => entryOf(small?.product ?? [], row, column)

/** The terms of the product's entry (i, j): row i of what stands before the last factor, column j of the last. */
export function terms({ small, row, column }: Scene) {
  const last = small?.factors.at(-1) ?? []
  return (small?.before?.[row] ?? []).map((left, m) => ({ left, right: entryOf(last, m, column) }))
}

/** The picked entry as the sum that it is. */
export const picked = (scene: Scene) =>
  written(
    terms(scene).map(({ left, right }) => [left, right]),
    pickedEntry(scene),
  )

/** What is wrong with sizes that came from a link. */
export function check({ sizes, values }: State): string | undefined {
  const whole = sizes.flat().every((size) => Number.isInteger(size) && size >= 1)
  if (sizes.length < 2 || sizes.some((pair) => pair.length !== 2) || !whole) return words.sizesAre(most)
  if (values.length !== count) return words.valuesAre(count)
}

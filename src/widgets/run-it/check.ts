import { matmul, nth, random, tensor, vjp, type Tensor } from '@/autodiff'
import { partOf, type Sizes } from './layer'

/** How far entries of the kernel's answer are from those of the core, and how large these are. */
export type Checked = { count: number; error: number; largest: number }

/** So many indices below `length`, none twice, repeatable. */
function some(count: number, length: number, next: () => number): number[] {
  const found = new Set<number>()
  while (found.size < Math.min(count, length)) found.add(Math.floor(next() * length))
  return [...found]
}

const all = (length: number): number[] => Array.from({ length }, (_, k) => k)
const layer = (x: Tensor, w: Tensor) => matmul(x, w)
const double = (rows: number[][]) => tensor(rows, { dtype: 'float64' })

/** Rows n, numbers d and columns m of which entries are looked at. */
export type Places = { n: number[]; d: number[]; m: number[] }
/** The entries at those places: of y in rows n and columns m, of ∂L/∂x in n and d, of ∂L/∂w in d and m. */
export type Entries = { y: number[][]; dx: number[][]; dw: number[][] }

/** Eight of each at places of a seed, among the first rows of the results, if not all of them are there. */
export function placesOf(
  { N, D, M }: Sizes,
  seed: number,
  first: { N: number; D: number } = { N, D },
): Places {
  const next = random(seed)
  return { n: some(8, first.N, next), d: some(8, first.D, next), m: some(8, M, next) }
}

/**
 * Recomputes entries by the core's reverse mode in double precision. An entry of y needs a row of x and a column of w,
 * all D of them; one of ∂L/∂x all M columns; one of ∂L/∂w all N rows. So a thin part of the layer is a layer of its
 * own, with these entries in it.
 */
export function right(sizes: Sizes, { n, d, m }: Places): Entries {
  const { N, D, M } = sizes
  const part = (rows: number[], inner: number[], columns: number[]) => {
    const [x, w] = [double(partOf('x', sizes, rows, inner)), double(partOf('w', sizes, inner, columns))]
    const [y, pullback] = vjp(layer, [x, w])
    const [dx, dw] = pullback(double(partOf('dy', sizes, rows, columns)))
    return { y, dx, dw }
  }
  const rows = (of: Tensor) => of.toArray() as number[][]
  return {
    y: rows(part(n, all(D), m).y),
    dx: rows(part(n, d, all(M)).dx),
    dw: rows(part(all(N), d, m).dw),
  }
}

/** What has entries. */
export type Answer = {
  entries(of: 'y' | 'dx' | 'dw', rows: readonly number[], columns: readonly number[]): number[][]
}

/** The entries of an answer at those places. */
export const entriesAt = (answer: Answer, { n, d, m }: Places): Entries => ({
  y: answer.entries('y', n, m),
  dx: answer.entries('dx', n, d),
  dw: answer.entries('dw', d, m),
})

/** How far entries are from the right ones. */
export function compared(found: Entries, expected: Entries): Checked {
  const result: Checked = { count: 0, error: 0, largest: 0 }
  for (const of of ['y', 'dx', 'dw'] as const)
    for (const [k, value] of expected[of].flat().entries()) {
      result.count++
      // An entry that is no number at all is as wrong as can be.
      const off = Math.abs(nth(found[of].flat(), k) - value)
      result.error = Math.max(result.error, Number.isNaN(off) ? Infinity : off)
      result.largest = Math.max(result.largest, Math.abs(value))
    }
  return result
}

/** How far entries of the layer are from the core's, eight rows by eight columns of each result. */
export function check(slice: Answer & { sizes: Sizes }, seed: number): Checked {
  const places = placesOf(slice.sizes, seed)
  return compared(entriesAt(slice, places), right(slice.sizes, places))
}

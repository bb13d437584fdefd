import { nth } from '../core/entry.ts'
import { Tensor } from '../core/tensor.ts'

export type Flatly = (...xs: Tensor[]) => Tensor[]

/** What differences say of how outputs move, and, entry by entry, how far off that may be. */
export interface Moved {
  readonly by: readonly Tensor[]
  readonly doubt: readonly Tensor[]
}

/** How coarsely numbers of these tensors are rounded: as the coarsest of them. */
export const roundingOf = (...tensors: readonly Tensor[]): number =>
  tensors.some(({ dtype }) => dtype === 'float32') ? 2 ** -24 : 2 ** -53

/** x + h·v, in the precision of x. */
const shifted = (xs: readonly Tensor[], move: readonly Tensor[], h: number): Tensor[] =>
  xs.map(({ data, shape }, k) => {
    const along = nth(move, k).data
    return new Tensor(
      data.map((x, i) => x + h * nth(along, i)),
      shape,
    )
  })

/**
 * Central differences along a direction with steps h and h/2, and the value that both point to (Richardson). How far the
 * two are from that, and what rounding of f makes of it, is how far off it may be.
 */
export function differences(f: Flatly, xs: readonly Tensor[], move: readonly Tensor[], h: number): Moved {
  const values = [h, -h, h / 2, -h / 2].map((step) => f(...shifted(xs, move, step)))
  const [far, back, near, behind] = values as [Tensor[], Tensor[], Tensor[], Tensor[]] // four steps
  const parts = far.map((ahead, k) => {
    const rest = [back, near, behind].map((list) => nth(list, k).data) as [Data, Data, Data] // the other three
    return entries(ahead, rest, h, 16 * roundingOf(...xs, ahead))
  })
  return { by: parts.map(({ by }) => by), doubt: parts.map(({ doubt }) => doubt) }
}
type Data = Tensor['data']

function entries(
  { data, shape }: Tensor,
  [back, near, behind]: readonly [Data, Data, Data],
  h: number,
  eps: number,
) {
  const by = new Float64Array(data.length)
  const doubt = new Float64Array(data.length)
  for (let i = 0; i < data.length; i++) {
    const [a, b, c, d] = [data, back, near, behind].map((list) => nth(list, i)) as [
      number,
      number,
      number,
      number,
    ] // four
    const [wide, narrow] = [(a - b) / (2 * h), (c - d) / h]
    by[i] = (4 * narrow - wide) / 3
    doubt[i] = Math.abs(narrow - wide) / 3 + (eps * (Math.abs(c) + Math.abs(d))) / h
  }
  return { by: new Tensor(by, shape), doubt: new Tensor(doubt, shape) }
}

/** ⟨a, b⟩ over all tensors of two lists, in double precision. */
export function inner(a: readonly Tensor[], b: readonly Tensor[]): number {
  let total = 0
  for (const [k, { data }] of a.entries())
    for (const [i, x] of data.entries()) total += x * nth(nth(b, k).data, i)
  return total
}

/** The same of the sizes of all entries: what the terms of ⟨a, b⟩ come to where none cancels another. */
export const size = (a: readonly Tensor[], b: readonly Tensor[]): number => inner(a.map(abs), b.map(abs))
const abs = ({ data, shape }: Tensor): Tensor => new Tensor(data.map(Math.abs), shape)

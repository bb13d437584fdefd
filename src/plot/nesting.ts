import { nth, nthOr } from '@/autodiff'
/**
 * How a tensor of any rank is laid out on a page: some of its axes run down, the others across, each inside the one
 * before it. Turning a grid of blocks inside out, or into one flat matrix, changes nothing but these two lists.
 */
export type Shape = readonly number[]
export type Index = readonly number[]

/** The axes that run down the page and across it, outermost first. An axis in neither is held at its window's start. */
export type Arrangement = {
  readonly down: readonly number[]
  readonly across: readonly number[]
  /** How many of each set whole blocks apart, even blocks of a single row or column. */
  readonly outer?: { readonly down: number; readonly across: number }
}

/** What is drawn of one axis: `count` places from `from` on, counted from 0. */
export type Range = { readonly from: number; readonly count: number }
/** One range for each axis. */
export type Window = readonly Range[]

/** A row or a column of the page: its place on each axis of its direction, and how many axes turn over before it. */
export type Line = { readonly at: readonly number[]; readonly gap: number }

/** Places of a tensor in row-major order, counted from 0. */
export const offsetOf = (shape: Shape, index: Index): number =>
  shape.reduce((offset, length, axis) => offset * length + nth(index, axis), 0)

/** The inverse of `offsetOf`. */
export function indexOf(shape: Shape, offset: number): number[] {
  let rest = offset
  return shape
    .toReversed()
    .map((length) => {
      const at = rest % length
      rest = (rest - at) / length
      return at
    })
    .reverse()
}

export const whole = (shape: Shape): Window => shape.map((count) => ({ from: 0, count }))

/** A vector lies; a matrix stands as rows and columns; a third axis sets planes side by side; a fourth, rows of planes. */
export function spread(rank: number): Arrangement {
  if (rank <= 2) return { down: rank === 2 ? [0] : [], across: rank ? [rank - 1] : [] }
  const lead = Array.from({ length: rank - 3 }, (_, axis) => axis)
  return { down: [...lead, rank - 3], across: [rank - 1, rank - 2] }
}

/** A grid arranged like `outer`, each of its places a grid arranged like `inner`; `inner` has its axes after `shift`. */
export const inside = (outer: Arrangement, inner: Arrangement): Arrangement => ({
  down: [...outer.down, ...inner.down],
  across: [...outer.across, ...inner.across],
  outer: { down: outer.down.length, across: outer.across.length },
})

/** The same arrangement of axes that stand `by` places later in the shape. */
export const shifted = ({ down, across }: Arrangement, by: number): Arrangement => ({
  down: down.map((axis) => axis + by),
  across: across.map((axis) => axis + by),
})

/** Rows become columns and columns rows. */
export const turned = ({ down, across }: Arrangement): Arrangement => ({ down: across, across: down })

function lines(axes: readonly number[], window: Window, outer = 0): Line[] {
  const thin = axes.slice(outer).every((axis) => window[axis]?.count === 1)
  let found: Line[] = [{ at: [], gap: 0 }]
  for (const axis of axes) {
    const { from, count } = window[axis] ?? { from: 0, count: 1 }
    const deeper = count > 1 ? 1 : 0
    found = found.flatMap(({ at, gap }, k) =>
      Array.from({ length: count }, (_, step) => ({
        at: [...at, from + step],
        gap: step === 0 && k > 0 ? gap + deeper : 0,
      })),
    )
  }
  return outer > 0 && thin ? found.map(({ at, gap }, k) => ({ at, gap: k > 0 ? gap + 1 : 0 })) : found
}

/** The rows and columns of the drawing, and which entry stands where they meet. */
export function nest(shape: Shape, { down, across, outer }: Arrangement, window: Window = whole(shape)) {
  const [rows, columns] = [lines(down, window, outer?.down), lines(across, window, outer?.across)]
  const held = shape.map((_, axis) => window[axis]?.from ?? 0)
  const entry = (row: number, column: number): number[] => {
    const index = [...held]
    down.forEach((axis, k) => (index[axis] = nth(nth(rows, row).at, k)))
    across.forEach((axis, k) => (index[axis] = nth(nth(columns, column).at, k)))
    return index
  }
  return { rows, columns, entry }
}

/** How many places of each axis are drawn where there is room for `room` in all: short axes whole, long ones in part. */
function share(axes: readonly number[], shape: Shape, room: number): Map<number, number> {
  const counts = new Map<number, number>()
  const byLength = [...axes].reverse().sort((a, b) => nth(shape, a) - nth(shape, b))
  let rest = room
  for (const [k, axis] of byLength.entries()) {
    const fair = Math.floor(rest ** (1 / (byLength.length - k)) + 1e-9)
    const count = Math.max(1, Math.min(nth(shape, axis), fair))
    counts.set(axis, count)
    rest = Math.floor(rest / count)
  }
  return counts
}

/** A window of at most so many rows and columns, which starts at `from` or as near to it as the tensor's end allows. */
export function fit(
  shape: Shape,
  { down, across }: Arrangement,
  most: { readonly rows: number; readonly columns: number },
  from: Index = [],
): Window {
  const counts = new Map([...share(down, shape, most.rows), ...share(across, shape, most.columns)])
  return shape.map((length, axis) => {
    const count = counts.get(axis) ?? 1
    return { from: Math.max(0, Math.min(nthOr(from, axis, 0), length - count)), count }
  })
}

/** Where the window has to start for `index` to be in it, moved no further than needed; axes that it lacks count as 0. */
export const reach = (window: Window, index: Index): number[] =>
  window.map(({ from, count }, axis) => {
    const at = nthOr(index, axis, 0)
    return at < from ? at : at >= from + count ? at - count + 1 : from
  })

/** The window's start moved one place on along these axes, the innermost that can move; undefined at the end. */
export function pan(shape: Shape, window: Window, axes: readonly number[], by: 1 | -1): number[] | undefined {
  const axis = axes.findLast((k) => {
    const { from, count } = window[k] ?? { from: 0, count: 1 }
    return by > 0 ? from + count < nth(shape, k) : from > 0
  })
  if (axis === undefined) return undefined
  return window.map(({ from }, k) => (k === axis ? from + by : from))
}

/** The index that stands where `index` stood, once the window has moved to start at `to`. */
export const carried = (index: Index, window: Window, to: readonly number[]): number[] =>
  index.map((k, axis) => k + nth(to, axis) - (window[axis]?.from ?? 0))

/** An index as the book writes it, counted from 1: "2,3,1". */
export const indexText = (index: Index) => index.map((k) => k + 1).join(',')

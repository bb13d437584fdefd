import { nth } from '@/autodiff'
import type { Shape, Window } from '@/plot/nesting'
import { indexOf } from '@/plot/nesting'

/** A matrix to draw from afar, in row-major order. */
export type Afar = { rows: number; columns: number; data: ArrayLike<number> }

/** The darkest shade is for the largest numbers; a zero has none. */
export const shades = 3

const shadeOf = (value: number, largest: number) =>
  value === 0 ? 0 : Math.max(1, Math.ceil((Math.abs(value) / largest) * shades))

/** Which cells to fill with each shade, as SVG paths in units of a cell: one stroke for each run along a row. */
export function shadesOf({ rows, columns, data }: Afar): string[] {
  const largest = Array.from(data).reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const paths = Array.from({ length: shades }, () => '')
  for (let i = 0; i < rows; i++) {
    let start = 0
    for (let j = 1; j <= columns; j++) {
      const shade = shadeOf(nth(data, i * columns + start), largest)
      if (j < columns && shadeOf(nth(data, i * columns + j), largest) === shade) continue
      if (shade > 0) paths[shade - 1] += `M${start} ${i}h${j - start}v1h${start - j}z`
      start = j
    }
  }
  return paths
}

export type Run = { from: number; count: number }

/** Which lines of the flat matrix are in sight, run by run; none where all are. */
export function inSight(shape: Shape, window: Window): Run[] {
  const runs: Run[] = []
  const size = shape.reduce((a, b) => a * b, 1)
  for (let line = 0; line < size; line++) {
    const at = indexOf(shape, line)
    const seen = window.every(
      ({ from, count }, axis) => nth(at, axis) >= from && nth(at, axis) < from + count,
    )
    const last = runs.at(-1)
    if (!seen) continue
    if (last && last.from + last.count === line) last.count++
    else runs.push({ from: line, count: 1 })
  }
  return runs.length === 1 && runs[0]?.count === size ? [] : runs
}

const [side, largestCell] = [150, 20]

/** Pixels of a cell: square ones, and the longer side of the map no longer than it may be. */
export const cellSize = ({ rows, columns }: Pick<Afar, 'rows' | 'columns'>) =>
  Math.min(largestCell, side / Math.max(rows, columns))

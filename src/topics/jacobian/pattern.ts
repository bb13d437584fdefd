import { nth } from '@/autodiff'
import type { Shape } from './ops'
import { words } from './words'

/** A matrix to look at: its entry in row i and column j. */
type Grid = { rows: number; columns: number; at: (i: number, j: number) => number }

/** A tensor that a block may turn out to be a copy of. */
export type Named = { name: string; shape: Shape; values: ArrayLike<number> }

const range = (length: number) => Array.from({ length }, (_, k) => k)
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b))
const every = ({ rows, columns }: Grid, holds: (i: number, j: number) => boolean) =>
  range(rows).every((i) => range(columns).every((j) => holds(i, j)))
const same = (a: Grid, b: Grid) =>
  a.rows === b.rows && a.columns === b.columns && every(a, (i, j) => near(a.at(i, j), b.at(i, j)))

/** Numbers above 1 that divide both, the largest first. */
const divisors = (a: number, b: number) =>
  range(Math.min(a, b) + 1)
    .slice(2)
    .filter((k) => a % k === 0 && b % k === 0)
    .reverse()

const block = ({ at }: Grid, rows: number, columns: number, i: number, j: number): Grid => ({
  rows,
  columns,
  at: (k, l) => at(i * rows + k, j * columns + l),
})

/** A vector as a row and as a column, a matrix and its transpose; what has more axes has no such names. */
function grids({ name, shape, values }: Named): (Grid & { name: string })[] {
  const [rows = 1, columns = 1] = shape.length === 1 ? [1, shape[0]] : shape
  if (shape.length > 2 || rows * columns === 1) return []
  const upright = { name, rows, columns, at: (i: number, j: number) => nth(values, i * columns + j) }
  const turned = {
    name: `${name}ᵀ`,
    rows: columns,
    columns: rows,
    at: (i: number, j: number) => upright.at(j, i),
  }
  return shape.length === 1
    ? [
        { ...upright, name: words.asRow(name) },
        { ...turned, name: words.asColumn(name) },
      ]
    : [upright, turned]
}

/** What a block is: a named tensor, ones, or one number throughout; undefined if it is nothing of the kind. */
function called(grid: Grid, named: readonly Named[]): string | undefined {
  const match = named.flatMap(grids).find((one) => same(one, grid))
  if (match) return match.name
  const value = grid.at(0, 0)
  if (value === 0 || !every(grid, (i, j) => near(grid.at(i, j), value))) return undefined
  const what = grid.rows === 1 ? words.row : grid.columns === 1 ? words.column : words.block
  return near(value, 1) ? words.ofOnes(what) : words.ofNumber(what, value)
}

function diagonal(grid: Grid): string | undefined {
  if (grid.rows !== grid.columns || !every(grid, (i, j) => i === j || grid.at(i, j) === 0)) return undefined
  const value = grid.at(0, 0)
  if (!range(grid.rows).every((i) => near(grid.at(i, i), value))) return words.diagonal
  return near(value, 1) ? words.identity : words.throughout(value)
}

function permutation(grid: Grid): string | undefined {
  const ones = range(grid.rows).map((i) => range(grid.columns).filter((j) => grid.at(i, j) !== 0))
  const places = ones.flat()
  const once = ones.every((row) => row.length === 1) && new Set(places).size === grid.columns
  return once && grid.rows === grid.columns && ones.every(([j = 0], i) => near(grid.at(i, j), 1))
    ? words.permutation
    : undefined
}

function blockDiagonal(grid: Grid, named: readonly Named[]): string | undefined {
  for (const count of divisors(grid.rows, grid.columns)) {
    const [height, width] = [grid.rows / count, grid.columns / count]
    const off = (i: number, j: number) => Math.floor(i / height) !== Math.floor(j / width)
    if (!every(grid, (i, j) => !off(i, j) || grid.at(i, j) === 0)) continue
    const blocks = range(count).map((k) => block(grid, height, width, k, k))
    const [one = grid] = blocks
    if (!blocks.every((other) => same(one, other))) return words.differentBlocks(count)
    return words.copies(count, called(one, named) ?? `one ${height} × ${width} block`)
  }
}

/** Every block a multiple of the identity. */
function identities(grid: Grid, named: readonly Named[]): string | undefined {
  for (const size of divisors(grid.rows, grid.columns)) {
    const weights: Grid = {
      rows: grid.rows / size,
      columns: grid.columns / size,
      at: (i, j) => grid.at(i * size, j * size),
    }
    const fits = every(grid, (i, j) =>
      near(grid.at(i, j), i % size === j % size ? weights.at(Math.floor(i / size), Math.floor(j / size)) : 0),
    )
    if (!fits) continue
    const name = called(weights, named)
    const unit = words.identityOf(size)
    if (!name) return words.multiples(unit)
    if (!/^a (row|column|block) of/.test(name)) return words.eachTimes(name, unit)
    const count = weights.rows * weights.columns
    const where =
      weights.rows === 1 ? words.sideBySide : weights.columns === 1 ? words.below : words.everywhere
    const times = near(weights.at(0, 0), 1) ? '' : words.times(weights.at(0, 0))
    return words.copiesOf(count, unit, times, where)
  }
}

/** Each row the same numbers at other places, as in a convolution. */
function shifting(grid: Grid, named: readonly Named[]): string | undefined {
  const rows = range(grid.rows).map((i) =>
    range(grid.columns)
      .map((j) => grid.at(i, j))
      .filter((value) => value !== 0),
  )
  const [first = []] = rows
  if (grid.rows < 2 || first.length < 2 || first.length === grid.columns) return undefined
  const alike = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    a.length === b.length && range(a.length).every((k) => near(nth(a, k), nth(b, k)))
  if (!rows.every((row) => alike(row, first))) return undefined
  const owner = named.find(({ values }) => alike(values, first))
  return words.shifted(first.length, owner?.name)
}

/** What a Jacobian, laid flat, looks like: read off its numbers alone, so it holds for these numbers. */
export function patternOf(grid: Grid, named: readonly Named[]): string {
  if (every(grid, (i, j) => grid.at(i, j) === 0)) return words.zero
  const whole = called(grid, named)
  return (
    diagonal(grid) ??
    permutation(grid) ??
    (whole && grid.rows * grid.columns > 1 ? words.nothingElse(whole) : undefined) ??
    blockDiagonal(grid, named) ??
    identities(grid, named) ??
    shifting(grid, named) ??
    (every(grid, (i, j) => grid.at(i, j) !== 0) ? words.dense : words.noName)
  )
}

/** How many entries are not zero, and how many different numbers there are among them. */
export function census(values: ArrayLike<number>) {
  const other = Array.from(values).filter((value) => value !== 0)
  const sorted = other.toSorted((a, b) => a - b)
  const different = sorted.filter((value, k) => k === 0 || !near(value, nth(sorted, k - 1))).length
  return { all: values.length, other: other.length, different }
}

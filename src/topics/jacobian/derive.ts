import { jacfwd, jacrev, nth, parse, ParseError, ShapeError, Tensor } from '@/autodiff'
import { bounds, tooMuch } from '@/figure/pure'
import { entry } from '@/plot/format'
import { indexOf } from '@/plot/nesting'
import type { By, Shape } from './ops'
import { words } from './words'

/** What is differentiated: a formula in x and w, by which of them, and their numbers in row-major order. */
export type Question = {
  formula: string
  by: By
  x: { shape: Shape; values: readonly number[] }
  w: { shape: Shape; values: readonly number[] }
}

/** y = f(x, w) and its generalized Jacobian, of shape [...y.shape, ...x.shape] (or w's). */
export type Derived = {
  y: Tensor
  jacobian: Tensor
  /** The shape of what it was derived by, and the lengths of both groups laid flat. */
  input: Shape
  rows: number
  columns: number
  /** f as a function of what it is derived by. */
  f: (moving: Tensor) => Tensor
}

/** Rows times columns beyond which a reader's formula is not differentiated entry by entry. */
const most = 25_000

export const asTensor = ({ shape, values }: Question['x']) => new Tensor(Float64Array.from(values), shape)

/** The Jacobian by whichever mode takes fewer passes, or a sentence that says why there is none. */
export function derive({ formula, by, x, w }: Question): Derived | { error: string } {
  try {
    const { f: of } = parse(formula, { names: ['x', 'w'] })
    const held = { x: asTensor(x), w: asTensor(w) }
    const passes = Math.min(held[by].size, 100)
    const much = tooMuch(of, held, { ...bounds, entries: (3 * bounds.entries) / passes })
    if (much !== undefined) return { error: words.tooMuch(much) }
    const f = (moving: Tensor) => of({ ...held, [by]: moving })
    const y = f(held[by])
    const [rows, columns] = [y.size, held[by].size]
    if (rows === 0 || columns === 0) return { error: words.noEntries }
    if (rows * columns > most)
      return {
        error: words.tooMany(rows, by, columns),
      }
    const jacobian = (rows < columns ? jacrev : jacfwd)(f)(held[by])
    return (
      infinite(y, 'y') ??
      infinite(jacobian, words.rateOf(by)) ?? { y, jacobian, input: held[by].shape, rows, columns, f }
    )
  } catch (error) {
    if (error instanceof ShapeError) return { error: words.noFit(error.message) }
    if (error instanceof ParseError) return { error: error.message }
    throw error
  }
}

function infinite({ data, shape }: Tensor, name: string): { error: string } | undefined {
  const at = data.findIndex((value) => !Number.isFinite(value))
  if (at < 0) return undefined
  const where = name === 'y' ? entry('y', ...indexOf(shape, at).map((k) => k + 1)) : name
  return {
    error: words.notANumber(where),
  }
}

/** The rates of one entry of y, shaped like the input. */
export const rowOf = ({ jacobian, columns, input }: Derived, i: number) =>
  new Tensor(jacobian.data.slice(i * columns, (i + 1) * columns), input)

/** The rates by one entry of the input, shaped like y. */
export const columnOf = ({ jacobian, columns, rows, y }: Derived, j: number) =>
  new Tensor(
    Float64Array.from({ length: rows }, (_, i) => nth(jacobian.data, i * columns + j)),
    y.shape,
  )

import { entryOf, nth } from '@/autodiff'
import { inFull, num } from '@/plot/format'
import { onPage } from '@/plot/equation'
import type { Scene } from './model'

/** Row i times Δx, term by term. */
export const terms = ({ J, dx }: Scene, i: number) =>
  dx.map((delta, j) => ({ rate: entryOf(J, i, j), delta, j }))

/** A number, or a question mark where there is none. */
export const told = (value: number, digits = 4) => (Number.isFinite(value) ? num(value, digits) : '?')

/** The nudged columns, each with its Δ. */
export const columns = ({ J, dx, nudged }: Scene) =>
  nudged.map((j) => ({ delta: nth(dx, j), j, column: J.map((row) => nth(row, j)) }))

/** The sign between the sum of columns and what it is printed to be: = where a calculator gives every entry. */
export const columnSign = (scene: Scene): '=' | '≈' =>
  scene.predicted.every((total, i) => {
    const left = columns(scene).reduce(
      (sum, { delta, column }) => sum + onPage(delta, 3) * onPage(nth(column, i), 3),
      0,
    )
    return !Number.isFinite(total) || inFull(left, told(total, 3))
  })
    ? '='
    : '≈'

export const tuple = (values: readonly number[]) => `(${values.map((value) => told(value, 3)).join(', ')})`

/** The entry of y whose prediction misses most, and by how much. */
export function worstMiss({ remainder }: Pick<Scene, 'remainder'>): { worst: number; miss: number } {
  const worst = remainder.reduce(
    (best, value, i) => (Math.abs(value) > Math.abs(nth(remainder, best)) ? i : best),
    0,
  )
  return { worst, miss: Math.abs(nth(remainder, worst)) }
}

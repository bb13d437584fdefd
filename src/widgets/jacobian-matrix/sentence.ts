import { entryOf, nth } from '@/autodiff'
import { entry, inFull, num } from '@/plot/format'
import { isSaid, onPage, written, type Written } from '@/plot/equation'
import type { Scene, Show } from './model'

/** Row i times Δx, term by term. */
export const terms = ({ J, dx }: Scene, i: number) =>
  dx.map((delta, j) => ({ rate: entryOf(J, i, j), delta, j }))

/** A number, or a question mark where there is none. */
export const told = (value: number, digits = 4) => (Number.isFinite(value) ? num(value, digits) : '?')

const sym = (name: string, k: number) => `{${name}.${k + 1}}`

function looked({ J, row, column, M, N }: Scene, show: Show): string {
  if (show === 'row')
    return `Row ${row + 1} is the gradient of ${sym('y', row)}: ${N === 1 ? 'its one rate' : `its ${N} rates, one for each input`}.`
  if (show === 'column')
    return `Column ${column + 1} is what a nudge of ${sym('x', column)} alone does: ${M === 1 ? 'one rate' : `${M} rates, one for each output`}.`
  const rate = entryOf(J, row, column)
  const place = `Row ${row + 1}, column ${column + 1} is where ${sym('y', row)} meets ${sym('x', column)}.`
  return rate === 0
    ? `${place} The rate is 0: the one does not move with the other.`
    : `${place} The rate is ${num(rate)}.`
}

function happened({ nudged, dx, remainder }: Scene): string {
  const [j = 0] = nudged
  if (nudged.length === 0) return 'Nothing is nudged, so nothing moves.'
  const who =
    nudged.length === 1
      ? `Only ${sym('x', j)} is nudged: Δy is about ${num(nth(dx, j))} times column ${j + 1}.`
      : `${nudged.length} inputs are nudged: Δy is about the sum of their columns, each times its Δ.`
  const worst = remainder.reduce(
    (best, value, i) => (Math.abs(value) > Math.abs(nth(remainder, best)) ? i : best),
    0,
  )
  const miss = Math.abs(nth(remainder, worst))
  return miss === 0
    ? `${who} Here it is exact.`
    : `${who} The largest miss is ${num(miss, 2)}, in ${sym('y', worst)}.`
}

/** What the reader sees, in words that are true of the numbers. */
export const sentence = (scene: Scene, show: Show) =>
  scene.problem ?? `${looked(scene, show)} ${happened(scene)}`

/** Row i times Δx as it is printed; a question mark where there is no rate. */
export function rowSum(scene: Scene, i: number): Pick<Written, 'sign' | 'text' | 'spoken'> {
  const products = terms(scene, i).map(({ rate, delta }) => [rate, delta])
  if (products.flat().every(Number.isFinite)) return written(products, nth(scene.predicted, i), 3)
  const spoken = products
    .map(([rate = NaN, delta = NaN]) => `${told(rate, 3)} times ${told(delta, 3)}`)
    .join(' plus ')
  return { sign: '=', text: '?', spoken: `${spoken} is not known` }
}

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

/** The prediction as a screen reader says it: for the selected row, or for all of y as a sum of columns. */
export function spokenSum(scene: Scene, show: Show): string {
  if (show === 'column') {
    const sum = columns(scene).map(({ delta, column }) => `${num(delta, 3)} times ${tuple(column)}`)
    return `Change of y: about ${sum.join(' plus ') || 'nothing'}, which ${isSaid[columnSign(scene)]} ${tuple(scene.predicted)}`
  }
  return `Change of ${entry('y', scene.row + 1)}: about ${rowSum(scene, scene.row).spoken}`
}

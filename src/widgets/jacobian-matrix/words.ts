import type { Scene, Show } from './model'
import { entryOf, nth } from '@/autodiff'
import { num, entry } from '@/plot/format'
import { type Written, written, isSaid } from '@/plot/equation'
import { worstMiss, terms, told, columns, tuple, columnSign } from './sums'
import { most } from '@/topics/vector-function/model'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  nudge: 'nudge of x',
  jacobian: 'Jacobian of y by x',
  predicted: 'predicted change of y',
  true: 'true change of y',
  function: 'Function',
  typed: 'Your formulas in x1 to x6, with commas between them',
  sizes: 'Sizes',
  rowPredicted: (row: string) => `Change of ${row}, predicted`,
  rowTrue: (row: string) => `Change of ${row}, true`,
  remainder: 'Remainder, true less predicted',
  title: 'The Jacobian, cell by cell',
  look: 'Look at',
  nudgeOf: (nudged: string) => `Δ, the nudge of ${nudged}`,
  play: 'Play',
  playTheNudge: 'Play the nudge',
  mixed: 'Formulas of six kinds',
  neighbors: 'Products of neighbors',
  alone: 'Each input alone',
  sums: 'Weighted sums',
  squashed: 'Weighted sums, squashed',
  mustHave: `The link's x and dx must have ${most} numbers each.`,
  unusable: (error: string) => `The link's formulas can't be used. ${error}`,
}

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

function happened(scene: Scene): string {
  const { nudged, dx } = scene
  const [j = 0] = nudged
  if (nudged.length === 0) return 'Nothing is nudged, so nothing moves.'
  const who =
    nudged.length === 1
      ? `Only ${sym('x', j)} is nudged: Δy is about ${num(nth(dx, j))} times column ${j + 1}.`
      : `${nudged.length} inputs are nudged: Δy is about the sum of their columns, each times its Δ.`
  const { worst, miss } = worstMiss(scene)
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

/** The prediction as a screen reader says it: for the selected row, or for all of y as a sum of columns. */
export function spokenSum(scene: Scene, show: Show): string {
  if (show === 'column') {
    const sum = columns(scene).map(({ delta, column }) => `${num(delta, 3)} times ${tuple(column)}`)
    return `Change of y: about ${sum.join(' plus ') || 'nothing'}, which ${isSaid[columnSign(scene)]} ${tuple(scene.predicted)}`
  }
  return `Change of ${entry('y', scene.row + 1)}: about ${rowSum(scene, scene.row).spoken}`
}

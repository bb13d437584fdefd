import { grouped, ratio } from '@/plot/bytes'
import type { Scene, Sizes } from './model'

/** The names of the matrices, from left to right. */
export const letters = ['A', 'B', 'C', 'D']

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  matrix: (name: string, rows: number, columns: number) => `${name}, ${rows} by ${columns}`,
  product: 'product',
  leftToRight: 'Left to right',
  rightToLeft: 'Right to left',
  step: (makes: string) => ` makes ${makes}, takes `,
  operationsFor: (left: string, right: string) => `Operations for ${left} times ${right}`,
  operations: (order: string) => `Operations, ${order}`,
  inAll: 'operations in all',
  chart: (crossover: string) =>
    `Operations of both orders against K, the rows of A, both on logarithmic axes. They cost the same ${crossover}.`,
  K: 'K, the rows of A',
  same: 'Both orders cost the same',
  small: 'Small, number by number',
  refused: 'They refuse',
  oneOutput: 'One output at the end',
  oneInput: 'One input at the start',
  wide: 'Four, wide in the middle',
  chain: 'Chain',
  own: 'Your own sizes',
  factors: 'Factors',
  sizeOf: (axis: string, letter: string | undefined) => `${axis} of ${letter}`,
  fit: 'Make them fit',
  entry: (row: number, column: number, sum: string) => `Row ${row + 1}, column ${column + 1}: ${sum}`,
  chainTitle: 'A chain of matrices, in two orders',
  title: 'A product of matrices',
  sizesAre: (most: number) =>
    `The link's sizes must be two to four pairs of whole numbers from 1 to ${most}.`,
  valuesAre: (count: number) => `The link must have ${count} values, or none.`,
}

const by = (shape: readonly number[]) => shape.join('×')
const many = (n: number, what: string) => `${grouped(n)} ${what}${n === 1 ? '' : 's'}`

function refusal({ refused: [clash] }: Scene): string {
  if (!clash) return ''
  const [left, right] = [letters[clash.at], letters[clash.at + 1]]
  return `${left}·${right} does not exist: ${left} has ${many(clash.dims[0], 'column')} and ${right} has ${many(clash.dims[1], 'row')}, so a row of one and a column of the other do not pair up.`
}

function why(sizes: Sizes, shape: readonly number[], left: number, right: number): string {
  if (left < right && shape[0] === 1) return 'A has one row, so from the left each product is a single row.'
  if (right < left && shape[1] === 1)
    return `${letters[sizes.length - 1]} has one column, so from the right each product is a single column.`
  return left < right
    ? 'The narrow end is on the left: start there.'
    : 'The narrow end is on the right: start there.'
}

/** What the reader sees: a refusal, a row times a column, or what the order costs. */
export function sentence(scene: Scene, sizes: Sizes): string {
  const { orders, shape, row, column, refused } = scene
  if (refused.length > 0) return refusal(scene)
  if (!orders) {
    const [a = [], b = []] = sizes
    const inner = `${by(a)} times ${by(b)} is ${by(shape)}: the two inner ${a[1]}s meet, and are summed away.`
    const entry = `Row ${row + 1}, column ${column + 1} of the product is row ${row + 1} of A times column ${column + 1} of B.`
    return scene.small ? `${inner} ${entry}` : inner
  }
  const [left, right] = [orders.left.total, orders.right.total]
  const counts = `Left to right takes ${grouped(left)} operations, right to left ${grouped(right)}`
  if (left === right) return `${counts}: here the order makes no difference.`
  const [more, less] = left > right ? [left, right] : [right, left]
  return `${counts}, so ${left < right ? 'left to right' : 'right to left'} is ${ratio(BigInt(more), BigInt(less))} times cheaper. ${why(sizes, shape, left, right)}`
}

/** Where the orders swap, in a few words. */
export function crossoverText(at: number | undefined): string {
  if (at === undefined) return 'at no K: one order always wins'
  const [below, above] = [Math.floor(at), Math.ceil(at)]
  return below === above ? `at K = ${at}` : `between K = ${below} and K = ${above}`
}

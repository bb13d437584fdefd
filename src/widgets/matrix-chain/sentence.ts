import { grouped, ratio } from '@/plot/bytes'
import { written } from '@/plot/equation'
import { letters, pickedEntry, terms, type Scene, type Sizes } from './model'

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

/** The picked entry as the sum that it is. */
export const picked = (scene: Scene) =>
  written(
    terms(scene).map(({ left, right }) => [left, right]),
    pickedEntry(scene),
  )

import { parse, type Env, type TensorLike } from '@/autodiff'
import { num, settled } from '@/plot/format'
import type { Quantity } from '@/topics/checking/digits'
import { eitherOf, isRounded, misses, signLost } from '@/topics/checking/misses'
import { readQuantity } from '@/topics/checking/quantity'
import type { Verdict, Wrong } from './model'
import { words } from './words'

export type NumberTask = {
  /** The right number, or an expression that the core computes at `at`. */
  answer: number | string
  at?: Readonly<Record<string, TensorLike>>
  /** How far off is still right, as a share of the answer: 0.005 unless said. */
  tolerance?: number
  wrong?: readonly Wrong[]
  /** What is said of the right answer. */
  why?: string
}

/** The value of an expression of the author's; what has none stops the build. */
function valueOf(of: number | string, at: Env = {}): number {
  if (typeof of === 'number') return of
  const value = parse(of, { names: Object.keys(at) }).f(at)
  const [found] = value.data
  if (value.size === 1 && found !== undefined && Number.isFinite(found)) return found
  throw new Error(`“${of}” should come to one finite number`)
}

type Near = (a: number, b: number) => boolean

/** In which way a number misses the right one: each sentence is true of it. */
function miss(mine: Quantity, right: number, named: readonly string[]): string {
  const { value } = mine
  const ways = misses(mine, right)
  // A wrong answer of the author's says more than a factor; a lost sign it could be as well.
  const sign = ways.filter((way) => way === signLost)
  if (named.length > 0) return eitherOf([...named, ...sign])
  if (ways.length > 0) return eitherOf(ways)
  if (right === 0) return words.moves
  if (value === 0) return words.notZero
  if (Number.isInteger(right) && Math.abs(value - right) === 1) return words.byOne
  if (isRounded(mine, right)) return words.moreDigits
  if (Math.abs(value - right) < 0.03 * Math.abs(right)) return words.near
  if (Math.sign(value) !== Math.sign(right)) return words.signAndSize
  return `Too ${Math.abs(value) > Math.abs(right) ? 'large' : 'small'}${value < 0 ? ' in size' : ''}.`
}

/** Judges a typed number: right within the tolerance, wrong in a way that the author named, or in one found out here. */
export function judgeNumber(
  text: string,
  { answer, at, tolerance = 0.005, wrong = [], why = '' }: NumberTask,
): Verdict {
  const right = valueOf(answer, at)
  const count = Number.isInteger(right) && Math.abs(right) >= 1000
  const mine = readQuantity(text, { count, ...(at && { at }) })
  if ('error' in mine) return { kind: 'unread', says: mine.error, suggestions: mine.suggestions }
  const near: Near = (a, b) => Math.abs(a - b) <= tolerance * Math.abs(b) + 1e-12
  if (near(mine.value, right)) {
    const exact = num(settled(right), 7)
    const said = num(mine.value, 7) === exact ? words.right : words.rightExactly(exact)
    return { kind: 'right', says: `${said} ${why}`.trim() }
  }
  const named = wrong.filter(({ is }) => near(mine.value, valueOf(is, at))).map(({ says }) => says)
  return { kind: 'wrong', says: miss(mine, right, named) }
}

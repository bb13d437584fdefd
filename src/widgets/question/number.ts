import { parse, type Env, type TensorLike } from '@/autodiff'
import { parseNumber, ungrouped } from '@/figure/pure'
import { num, settled } from '@/plot/format'
import type { Verdict, Wrong } from './model'

export type NumberTask = {
  /** The right number, or an expression that the core computes at `at`. */
  answer: number | string
  at?: Readonly<Record<string, TensorLike>>
  /** How far off is still right, as a share of the answer: 0.005 unless said. */
  tolerance?: number
  wrong?: readonly Wrong[]
}

const limit = 1e18

/** The value of an expression of the author's; what has none stops the build. */
function valueOf(of: number | string, at: Env = {}): number {
  if (typeof of === 'number') return of
  const value = parse(of, { names: Object.keys(at) }).f(at)
  const [found] = value.data
  if (value.size === 1 && found !== undefined && Number.isFinite(found)) return found
  throw new Error(`“${of}” should come to one finite number`)
}

/** What a reader typed: a number, or arithmetic such as 1/3, 2^36 or 4 ln(2). Of a count, a comma groups thousands. */
function typedNumber(text: string, count: boolean): number | string {
  const plain = parseNumber(count ? ungrouped(text.trim()) : text, -limit, limit)
  if ('value' in plain) return plain.value
  try {
    return valueOf(text)
  } catch {
    return /^[\d\s.,()+\-−*/^]*$|^\s*$/.test(text)
      ? plain.error
      : `“${text}” does not come to a number. Type one, such as −0.5, 1.2e3 or 2/3.`
  }
}

const factors = [2, 3, 4, 8, 10, 100, 1000, 1024, 1e6, 2 ** 20]

/** In which way a number misses the right one, where that has a name. */
function miss(mine: number, right: number, near: (a: number, b: number) => boolean): string {
  if (near(mine, -right)) return 'The size is right, the sign is not.'
  if (right === 0) return 'It is not that. Does the quantity move at all?'
  if (right !== 1 && near(mine, 1 / right)) return 'That is the inverse: one over the right number.'
  for (const factor of factors) {
    if (near(mine, right * factor)) return `Too large by a factor of ${num(factor, 7)}.`
    if (near(mine * factor, right)) return `Too small by a factor of ${num(factor, 7)}.`
    if (near(mine, -right * factor) || near(-mine * factor, right))
      return `The sign is wrong, and a factor of ${num(factor, 7)} as well.`
  }
  if (Number.isInteger(right) && Math.abs(mine - right) === 1) return 'Off by one.'
  if (Math.abs(mine - right) < 0.03 * Math.abs(right)) return 'Very close. Give one or two digits more.'
  if (Math.sign(mine) !== Math.sign(right) && mine !== 0) return 'Both the sign and the size are off.'
  return mine === 0
    ? 'It is not zero: the quantity does move.'
    : `Too ${Math.abs(mine) > Math.abs(right) ? 'large' : 'small'}${mine < 0 ? ' in size' : ''}, and not by a plain factor.`
}

/** Judges a typed number: right within the tolerance, wrong in a way that the author named, or in one found out here. */
export function judgeNumber(
  text: string,
  { answer, at, tolerance = 0.005, wrong = [] }: NumberTask,
): Verdict {
  const right = valueOf(answer, at)
  const mine = typedNumber(text, Number.isInteger(right) && right >= 1000)
  if (typeof mine === 'string') return { kind: 'unread', says: mine }
  const near = (a: number, b: number) => Math.abs(a - b) <= tolerance * Math.abs(b) + 1e-12
  if (near(mine, right)) {
    const exact = num(settled(right), 7)
    return {
      kind: 'right',
      says: near(mine, right) && num(mine, 7) !== exact ? `Right: ${exact}.` : 'Right.',
    }
  }
  const named = wrong.find(({ is }) => near(mine, valueOf(is, at)))
  return { kind: 'wrong', says: named?.says ?? miss(mine, right, near) }
}

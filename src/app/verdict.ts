import { num } from '@/plot/format'
import type { Measured } from '@/prose/prediction'
import { eitherOf, misses } from '@/topics/checking/misses'

const near = (a: number, b: number, share = 0.005) => Math.abs(a - b) <= share * Math.abs(b) + 1e-12

/** What else than the change was given: all that the number can be, as sentences. */
function readings(mine: number, step: number, { before, change }: Measured): string[] {
  if (!change) return misses({ value: mine, step }, before)
  const { after, linear, slope, true: right } = change
  const found: string[] = []
  if (near(mine, after)) found.push('That is the new value. Asked was by how much it moves.')
  if (slope !== undefined && near(mine, slope))
    found.push('That is the slope. The change is the slope times the nudge.')
  if (mine !== 0 && (near(mine, -linear) || near(mine, -right)))
    found.push('The size is right, the direction is not.')
  return found.length > 0 ? found : misses({ value: mine, step }, right)
}

/**
 * What a predicted number is, in a sentence: right, right to first order, or wrong in a way that has a name. `step` is
 * what one in its last digit is worth.
 */
export function verdictOn(mine: number, of: Measured, step = 0): string {
  const { before, change } = of
  const right = change?.true ?? before
  if (near(mine, right)) return 'As you predicted.'
  if (change && near(mine, change.linear))
    return `That is the linear prediction. The true change differs from it by the remainder, ${num(change.remainder)}.`
  const found = readings(mine, step, of)
  if (found.length > 0) return eitherOf(found)
  if (near(mine, right, 0.1)) return `Close: off by ${num(Math.abs(mine - right), 2)}.`
  return `Off by ${num(Math.abs(mine - right), 2)}. Here is why.`
}

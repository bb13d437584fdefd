import { num } from '@/plot/format'
import type { Measured } from '@/prose/prediction'

const near = (a: number, b: number, share = 0.005) => Math.abs(a - b) <= share * Math.abs(b) + 1e-12

/** What a predicted number is, in a sentence: right, right to first order, or wrong in a way that has a name. */
export function verdictOn(mine: number, { before, change }: Measured): string {
  const right = change?.true ?? before
  if (near(mine, right)) return 'As you predicted.'
  if (change) {
    const { after, linear, slope, remainder } = change
    if (near(mine, linear))
      return `That is the linear prediction. The true change differs from it by the remainder, ${num(remainder)}.`
    if (near(mine, after)) return `That is the new value. Asked was by how much it moves.`
    if (slope !== undefined && near(mine, slope))
      return 'That is the slope. The change is the slope times the nudge.'
    if (near(mine, -linear) || near(mine, -right)) return 'The size is right, the direction is not.'
  } else if (near(mine, -right)) return 'The size is right, the sign is not.'
  if (near(mine, right, 0.1)) return `Close: off by ${num(Math.abs(mine - right), 2)}.`
  return `Off by ${num(Math.abs(mine - right), 2)}. Here is why.`
}

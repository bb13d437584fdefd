import type { Quantity } from './digits'
import { num } from '@/plot/format'
import { words } from './words'

/** Whether a typed number is this one, as far as its digits tell. */
const asTyped = ({ value, step }: Quantity, wanted: number) =>
  Math.abs(value - wanted) <= Math.min(step / 2, 0.005 * Math.abs(wanted)) + 1e-9 * Math.abs(wanted)

const factors = [
  ...Array.from({ length: 63 }, (_, k) => k + 2),
  100,
  128,
  256,
  512,
  1000,
  1024,
  1e4,
  1e5,
  1e6,
  2 ** 20,
]

/** The whole number that one number is times the other, in size; undefined if it is none that has a name. */
export function plainFactor(mine: Quantity, right: number): { by: number; large: boolean } | undefined {
  const size = { ...mine, value: Math.abs(mine.value) }
  for (const by of factors) {
    if (asTyped(size, Math.abs(right) * by)) return { by, large: true }
    if (asTyped(size, Math.abs(right) / by)) return { by, large: false }
  }
}

/** Whether a number is the right one to as many digits as were typed, and those are too few. */
export const isRounded = ({ value, step }: Quantity, right: number) =>
  value !== 0 && Math.abs(value - right) <= (step / 2) * (1 + 1e-9)

export const signLost = words.sign

/** In which ways a number misses the right one, where they have names. Each is true of it; several may be. */
export function misses(mine: Quantity, right: number): string[] {
  const found: string[] = []
  if (asTyped(mine, -right)) found.push(signLost)
  if (right === 0) return found
  const factor = plainFactor(mine, right)
  const isInverse = Math.abs(right) !== 1 && asTyped(mine, 1 / right)
  if (isInverse) found.push(words.inverse)
  if (factor && !isInverse) {
    const sign = Math.sign(mine.value) === Math.sign(right)
    const by = num(factor.by, 7)
    if (!sign) found.push(words.signAndFactor(by))
    else found.push(words.factor(factor.large, by))
  }
  return found
}

/** Several ways to read one number: which it was, the reader knows. */
export const eitherOf = (readings: readonly string[]): string => readings.join(words.orElse)

/** A number as it was typed. `step` is what one in its last digit is worth, 0 where it was computed. */
export type Quantity = { value: number; step: number }

/** What one in the last digit is worth: 0.01 in 1.25, 100 in 12e2. */
export function stepOf(digits: string): number {
  const [, decimals = '', power = '0'] = /^[-−+]?\d*(?:[.,](\d*))?(?:e([-+]?\d+))?$/i.exec(digits) ?? []
  return 10 ** (Number(power) - decimals.length)
}

/** Of 4,000 nobody knows whether it is four or four thousand, where nothing is counted. */
export const isEither = (digits: string) => /^[-−+]?[1-9]\d{0,2},\d{3}$/.test(digits.trim())

const minus = '−'
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const subscripts = '₀₁₂₃₄₅₆₇₈₉'

const digits = (n: number | string, alphabet: string) =>
  String(n).replace(/[-\d]/g, (c) => (c === '-' ? '⁻' : (alphabet[Number(c)] ?? c)))

/** A number as the book prints it: up to `significant` digits, a true minus, powers of ten written out, no −0. */
export function num(value: number, significant = 4): string {
  if (Number.isNaN(value)) return 'undefined'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`
  const size = Math.abs(value)
  if (size === 0) return '0'
  if (size >= 1e6 || size < 1e-3) {
    const [mantissa = '', exponent = ''] = value.toExponential(Math.min(significant, 3) - 1).split('e')
    const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa
    return `${short.replace('-', minus)} × 10${superscript(Number(exponent))}`
  }
  return String(Number(value.toPrecision(significant))).replace('-', minus)
}

/**
 * A number in a cell: as many of three digits as fit into six characters, or seven if that saves the second; one that has
 * four digits or more before its point keeps those.
 */
export function compact(value: number): string {
  const whole = Math.trunc(Math.abs(value))
  if (whole >= 1000 && whole < 1e6) return num(settled(value), String(whole).length)
  const [three, two, one] = [3, 2, 1].map((significant) => num(settled(value), significant)) as [
    string,
    string,
    string,
  ]
  if (three.length <= 6) return three
  return two.length <= 7 ? two : one
}

/** Sums that come to nothing but for rounding are nothing; 0.1 + 0.2 − 0.3 is no number to put before a reader. */
export const settled = (value: number) => (Math.abs(value) < 1e-12 ? 0 : value)

/** A number inside a sum or a product: brackets round a negative one. */
export const factor = (value: number) => (value < 0 ? `(${num(value)})` : num(value))

export const superscript = (n: number) => digits(n, superscripts)
export const subscript = (n: number | string) => digits(n, subscripts)

/** 1 × 2 × 3, as shape badges write it. */
export const shapeText = (shape: readonly number[]) => (shape.length ? shape.join(' × ') : 'scalar')

/** An entry's name for sentences: entry('x', 1, 2) is x₁,₂. */
export const entry = (name: string, ...index: number[]) => name + index.map(subscript).join(',')

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

const printed = /^([−-]?)([\d.]+)(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/u

/** The number that a reader takes from what `num` prints; NaN from a word. */
export function readBack(text: string): number {
  const [, sign, mantissa, power = ''] = printed.exec(text) ?? []
  if (mantissa === undefined) return NaN
  const exponent = power.replace(/./gu, (c) => (c === '⁻' ? '-' : String(superscripts.indexOf(c))))
  return Number(`${sign ? '-' : ''}${mantissa}e${exponent || 0}`)
}

/** Two numbers differ by nothing but a computer's rounding. */
export const asGood = (a: number, b: number) =>
  a === b || Math.abs(a - b) <= 1e-12 + 1e-10 * Math.max(Math.abs(a), Math.abs(b))

/** A printed text says this value in full, and not to some digits. */
export const inFull = (value: number, text: string) => asGood(readBack(text), value)

/**
 * A number in a cell: as many of three digits as fit into six characters, or seven if that saves the second; a fourth if
 * the number then stands there in full. One that has four digits or more before its point keeps those.
 */
export function compact(value: number): string {
  const whole = Math.trunc(Math.abs(value))
  if (whole >= 1000 && whole < 1e6) return num(settled(value), String(whole).length)
  const four = num(settled(value), 4)
  if (four.length <= 6 && inFull(value, four)) return four
  const [three, two, one] = [3, 2, 1].map((significant) => num(settled(value), significant)) as [
    string,
    string,
    string,
  ]
  if (three.length <= 6) return three
  return two.length <= 7 ? two : one
}

/** A number in a cell that can be changed: what was typed, to four digits, and never without its whole ones. */
export const typed = (value: number) => (Math.abs(value) < 1000 ? num(value, 4) : compact(value))

/** Sums that come to nothing but for rounding are nothing; 0.1 + 0.2 − 0.3 is no number to put before a reader. */
export const settled = (value: number) => (Math.abs(value) < 1e-12 ? 0 : value)

/** A number inside a sum or a product: brackets round a negative one. */
export const factor = (value: number, significant = 4) =>
  value < 0 ? `(${num(value, significant)})` : num(value, significant)

export const superscript = (n: number) => digits(n, superscripts)
export const subscript = (n: number | string) => digits(n, subscripts)

/** 1 × 2 × 3, as shape badges write it. */
export const shapeText = (shape: readonly (number | string)[]) =>
  shape.length ? shape.join(' × ') : 'scalar'
/** The same in a sentence: no line ends within it. */
export const shapeInLine = (shape: readonly (number | string)[]) => shapeText(shape).replaceAll(' ', '\u00a0')

/** An entry's name for sentences: entry('x', 1, 2) is x₁,₂. */
export const entry = (name: string, ...index: number[]) => name + index.map(subscript).join(',')

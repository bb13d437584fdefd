/** A printed number, and half a unit of its last digit: what rounding may have taken from it. */
export type Printed = { value: number; half: number }

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const exponentOf = (text: string) =>
  Number([...text].map((c) => (c === '⁻' ? '-' : superscripts.indexOf(c))).join(''))

/** A number as the book prints it: 1,024; −0.35; 2.2 × 10⁻¹⁶; 2³⁶. */
export const numberPattern =
  '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:(?: × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?'
const parts = /^([−-]?)([\d,]+)(?:\.(\d+))?(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/

/** What a printed number says; undefined if the text is none. */
export function readNumber(text: string): Printed | undefined {
  const [, sign, whole, decimals = '', power, raised] = parts.exec(text) ?? []
  if (whole === undefined) return undefined
  const plain = Number(`${whole.replaceAll(',', '')}.${decimals}`) * (sign ? -1 : 1)
  if (raised) return { value: plain ** exponentOf(raised), half: 0 }
  const scale = 10 ** (power ? exponentOf(power) : 0)
  // A large whole number without a point may have lost digits before it.
  const lost = decimals === '' && !power ? Math.max(1, 10 ** (whole.replaceAll(',', '').length - 4)) : 1
  return { value: plain * scale, half: 0.5 * 10 ** -decimals.length * scale * lost }
}

/** The two sides agree: = to the last digit printed, ≈ up to what rounding may have taken. */
export function agree(sign: '=' | '≈', left: Printed, right: Printed, size: number): boolean {
  const gap = Math.abs(left.value - right.value)
  const noise = 1e-12 + 2e-10 * (size + Math.abs(right.value))
  return gap <= noise + (sign === '≈' ? left.half + right.half : 0)
}

import { num, superscript } from './format'

/** 274,877,906,944: a whole number in groups of three. */
export const grouped = (n: bigint | number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

/** A number of things: exact as long as that is short, else to three digits. */
export const countText = (count: number): string => (count < 1e6 ? grouped(count) : num(count, 3))

/** n / d as a decimal with this many places, exactly rounded half up; trailing zeros are left out. */
export function quotient(n: bigint, d: bigint, places: number): string {
  const digits = String((n * 10n ** BigInt(places) * 2n + d) / (d * 2n)).padStart(places + 1, '0')
  const at = digits.length - places
  return `${grouped(BigInt(digits.slice(0, at)))}.${digits.slice(at)}`.replace(/\.?0*$/, '')
}

/** n / d to four significant digits, or to all digits of its whole part if those are more. */
export function ratio(n: bigint, d: bigint): string {
  if (n === 0n) return '0'
  const whole = n / d
  const places = whole > 0n ? Math.max(0, 4 - String(whole).length) : 1 + String(d / n).length
  return quotient(n, d, places)
}

function inUnits(bytes: bigint, base: bigint, units: readonly string[]): string {
  let unit = 1n
  let name = bytes === 1n ? 'byte' : 'bytes'
  for (const next of units) {
    // By what it would be printed as: 999,950 bytes are 1 MB and not 1000 kB.
    if (bytes < unit * base && Number(ratio(bytes, unit).replaceAll(',', '')) < Number(base)) break
    unit *= base
    name = next
  }
  return `${ratio(bytes, unit)} ${name}`
}

const prefixes = ['M', 'G', 'T', 'P', 'E', 'Z', 'Y', 'R', 'Q']
const decimalUnits = ['k', ...prefixes].map((prefix) => `${prefix}B`)
const binaryUnits = ['K', ...prefixes].map((prefix) => `${prefix}iB`)

/** 274.9 GB: bytes counted in powers of ten. */
export const decimal = (bytes: bigint) => inUnits(bytes, 1000n, decimalUnits)

/** 256 GiB: bytes counted in powers of two. */
export const binary = (bytes: bigint) => inUnits(bytes, 1024n, binaryUnits)

/** Both counts where they differ: 256 GiB, 274.9 GB. */
export const bothCounts = (bytes: bigint) =>
  bytes < 1000n ? [decimal(bytes)] : [binary(bytes), decimal(bytes)]

/** 2³⁶ for the number that it is; undefined for one that is no power of two, or that needs no short name. */
export function powerOfTwo(n: bigint): string | undefined {
  if (n < 1024n || (n & (n - 1n)) !== 0n) return
  return `2${superscript(n.toString(2).length - 1)}`
}

/** log₁₀ of a whole number of any size. */
export function log10(n: bigint): number {
  const digits = String(n)
  const lead = digits.slice(0, 16)
  return Math.log10(Number(lead)) + digits.length - lead.length
}

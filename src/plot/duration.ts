import { grouped } from './bytes'
import { num } from './format'

/** Units of time with their length in seconds, and the count from which on the next one is used. */
const units = [
  ['µs', 1e-6, 1000],
  ['ms', 1e-3, 1000],
  ['s', 1, 120],
  ['minutes', 60, 120],
  ['hours', 3600, 48],
  ['days', 86400, 730],
  ['years', 31_557_600, Infinity],
] as const

/** A stretch of time as one would say it, to three digits: 61 ms, 1.85 s, 17.2 hours, 1,230 years. Not negative. */
export function duration(seconds: number): string {
  const shown = (length: number) => Number((seconds / length).toPrecision(3))
  // By what it would be printed as: 0.9996 s is 1 s and not 1000 ms.
  const [name, length] = units.find(([, size, most]) => shown(size) < most) ?? ['years', 31_557_600]
  const count = shown(length)
  return `${count >= 1000 && count < 1e6 ? grouped(count) : num(count, 3)} ${name}`
}

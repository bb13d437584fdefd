import { words } from './words'
/** What a reader may put into a cell: beyond this, sums of products stop being exact enough to read. */
export const largest = 1e6

export type Typed = { value: number } | { error: string }

const decimal = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i
const decimalComma = (text: string) => text.replace(/^(-?\d+),(\d+)$/, '$1.$2')
/** 16,777,216 without its commas. */
export const ungrouped = (text: string) =>
  /^\d{1,3}([, \u00a0\u202f]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text

/**
 * A number as people type it (true minus, decimal comma, 1e-3), or a sentence that says what is wrong with it. Where
 * only whole numbers will do, a comma groups thousands: 1,000 is then a thousand and not one.
 */
export function parseNumber(text: string, min = -largest, max = largest, integer = false): Typed {
  const plain = text.trim().replace(/[−–]/g, '-')
  const clean = decimalComma(integer ? ungrouped(plain) : plain)
  if (clean === '') return { error: words.empty(integer) }
  const value = Number(clean)
  if (!decimal.test(clean)) return { error: words.noNumber(text.trim(), integer) }
  if (integer && Number.isFinite(value) && !Number.isInteger(value))
    return { error: words.notWhole(text.trim(), min, max) }
  if (value < min || value > max)
    return {
      error: words.outOfRange(text.trim(), min, max).replace(/-/g, '−'),
    }
  return { value: value === 0 ? 0 : value }
}

/** How far one key press or drag step moves a number: Shift is ten times coarser, Alt ten times finer. */
export const stepSize = (step: number, { shiftKey, altKey }: { shiftKey: boolean; altKey: boolean }) =>
  step * (shiftKey ? 10 : 1) * (altKey ? 0.1 : 1)

/** Keeps 0.1 + 0.2 at 0.3: rounds to a tenth of the smallest step, which no reader can have typed past by stepping. */
export const tidy = (value: number) => Number(value.toFixed(6)) + 0

/** Where a slider's handle stands for a value, and back, and how far one key press moves it. */
export type Scale = { to: (value: number) => number; from: (position: number) => number; step: number }

/** A press of an arrow key doubles or halves. */
export const doublings: Scale = {
  to: Math.log2,
  from: (position) => Math.round(2 ** position),
  step: 1,
}

/** Powers of ten, so many of them a key press; what the field shows has two digits. */
export const decades = (step: number): Scale => ({
  to: Math.log10,
  from: (position) => Number((10 ** position).toPrecision(2)),
  step,
})

/** The value one key press away on a slider; among whole numbers never less than the next one. */
export function slide(value: number, by: number, { to, from }: Scale, integer = false): number {
  const next = from(tidy(to(value) + by))
  return integer && next === value ? value + Math.sign(by) : next
}

export const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))

import type { Checked } from '../run-it/check'

/** The steps, the slowest first. */
export const rungs = ['loops', 'products', 'kernel', 'cores', 'card', 'half'] as const
export type Rung = (typeof rungs)[number]

/** By how much a right answer may differ, as a part of the largest entry: numbers of 32 bits, and of 16. */
export const precision = (rung: Rung): number => (rung === 'half' ? 4e-3 : 2e-5)

/** What was measured on a step. */
export type Climbed = {
  rung: Rung
  /** Of the whole layer, forward and back; where a part of the entries was made, as many times that as it takes. */
  milliseconds: number
  /** The part of the entries that was really made. */
  share: number
  checked: Checked
  /** Threads that shared the work. */
  threads?: number
  /** Whose card it was, and whether the processor played it. */
  card?: { adapter: string; software: boolean }
}
/** A step that this device or browser has not got. */
export type Absent = { rung: Rung; why: string }
export type Found = Climbed | Absent

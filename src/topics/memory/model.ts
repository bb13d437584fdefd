import { decimal, grouped } from '@/plot/bytes'
import { words } from './words'

export type FormatName = 'float64' | 'float32' | 'bfloat16' | 'float8'

export const formats: Record<FormatName, { bytes: bigint }> = {
  float64: { bytes: 8n },
  float32: { bytes: 4n },
  bfloat16: { bytes: 2n },
  float8: { bytes: 1n },
}

/** Sizes go from 1 to this. */
export const most = 1e6

/** A press of an arrow key doubles or halves; twenty doublings and the end is reached. */
export const doublings = {
  to: (value: number) => (value >= most ? 20 : Math.log2(value)),
  from: (position: number) => Math.round(2 ** position),
  step: 1,
}

/** Memories that everyone can picture, smallest first; a GB is 10⁹ bytes. */
export const memories = [
  { name: 'phone', bytes: 8n * 10n ** 9n },
  { name: 'laptop', bytes: 16n * 10n ** 9n },
  { name: 'GPU', bytes: 24n * 10n ** 9n },
  { name: 'GPU', bytes: 80n * 10n ** 9n },
  { name: 'GPU', bytes: 141n * 10n ** 9n },
  { name: 'rack', bytes: 135n * 10n ** 11n },
]
const rack = memories[memories.length - 1]?.bytes ?? 1n
const called = ({ name, bytes }: { name: string; bytes: bigint }) => words.called(name, decimal(bytes))

/** The end of a sentence: the smallest memory that holds so many bytes, or how many of the largest it takes. */
export function fits(bytes: bigint): string {
  const k = memories.findIndex((memory) => bytes <= memory.bytes)
  const [memory, smaller] = [memories[k], memories[k - 1]]
  if (!memory) return words.racks(grouped((bytes + rack - 1n) / rack), decimal(rack))
  return words.fits(called(memory), smaller && called(smaller))
}

/** Which of the named memories hold so many bytes, in a few words. */
export function holders(bytes: bigint): string {
  const holding = memories.filter((memory) => bytes <= memory.bytes)
  if (holding.length === memories.length) return words.allMemories
  return holding.map((memory) => called(memory).slice(2)).join(', ') || words.noMemory
}

import { written } from '@/plot/equation'
import { num } from '@/plot/format'
import type { Scene, State } from './model'

/** What its parts and controls are called. */
export const words = {
  title: 'One nudge of a square',
  rows: 'The same with shorter nudges',
  nudge: 'Δx',
  strips: 'the strips',
  corner: 'the corner',
  share: 'its share',
  percent: (share: number) => `${num(100 * share, 2)}%`,
  stripsFor: (dx: string) => `The strips for Δx = ${dx}`,
  cornerFor: (dx: string) => `The corner for Δx = ${dx}`,
  shareFor: (dx: string) => `Share of the corner for Δx = ${dx}`,
}

/** What is happening now. */
export function sentence({ x, dx }: State, { strips, corner, rate, share }: Scene): string {
  if (dx === 0) return `No nudge, no change: {y} stays at {x} · {x}, with {x} = ${num(x)}. Move Δ{x}.`
  const product = written([[rate, dx]], strips).whole
  return `The sides grow by ${num(dx)}: the two strips bring ${product}, the corner ${num(corner)}. That is ${num(100 * share, 2)}% of what {y} gains.`
}

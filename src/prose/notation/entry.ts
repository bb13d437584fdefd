import type { TexNode } from '@/figure'

/** What a symbol stands for from some chapter on, until another sense takes over. */
export type Sense = {
  /** The chapter that it begins with, by its folder's name; without one, the first that has the symbol. */
  since?: string
  name: string
  shape: string
  meaning: string
}

export type Entry = {
  /** What carries it in the page: `data-sym="x"`, and `data-sym="x.1.2"` for an entry of it. */
  keys: readonly [string, ...string[]]
  /** For the notation page. */
  symbol: TexNode
  /** The same in plain text. */
  text: string
  hue?: 'x' | 'w' | 'y' | 'L'
  senses: readonly [Sense, ...Sense[]]
}

/** Shapes that many have. */
export const one = 'one number'
export const count = 'a whole number'

import { entry } from '@/plot/format'
import { spoken, symText } from '@/figure/pure'
import type { Written } from '@/plot/equation'

/** One product in an entry of the gradient: what arrives at an entry of y, times the rate at which that entry moves. */
export type Term = {
  sym: string
  dy: number
  rate: number
  /** The rate in symbols, as `Says` reads them. */
  text: string
}

/** An entry of a gradient as the sum that it is. */
export type Summed = { key: string; terms: readonly Term[]; sum: Written }

/** The products of the entry that is picked, as they are read out. */
export function spokenTerms({ key, terms, sum }: Summed): string {
  const [name = '', ...index] = key.split('.')
  const products = terms.map(({ sym, text }) => spoken(`{${sym}} · ${text}`)).join(' + ')
  return `${symText(name)} at ${entry(name.slice(1), ...index.map(Number))} = ${products || '0'} = ${sum.spoken}`
}

/** How many entries of the output a nudge reaches. */
export const reach = (reached: number, total: number): string =>
  reached < total
    ? `${reached || 'none'} of the ${total} entries`
    : total === 1
      ? 'the one entry'
      : `all ${total} entries`

/** How many products make an entry of the gradient. */
export const products = (count: number, name: string, value: string): string =>
  count === 1 ? `one product gives ${name} = ${value}` : `${count} products add up to ${name} = ${value}`

/** What the parts of such a figure are called. */
export const words = {
  title: (label: string) => `Backward through a layer: ${label}`,
  by: 'Gradient by',
  forward: 'Forward',
  backward: 'Backward',
  rates: (by: string) => `∂y by ∂${by}`,
  asMatrix: (shape: string) => `as a matrix, ${shape}`,
  canDiffer: (wired: number, all: number) => `${wired} of ${all} entries can differ from zero`,
  jacobian: (by: string, shape: string, counted: string) =>
    `Jacobian of y by ${by} as a matrix, ${shape}: ${counted}`,
  againstCore: 'Largest difference, short formula and the core’s reverse pass',
  againstDifferences: 'Largest difference, short formula and central differences',
}

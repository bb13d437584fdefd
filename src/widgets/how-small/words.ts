import { num } from '@/plot/format'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  onErrors: 'h, on the plot of errors',
  offBy: (h: number, error: number | undefined) =>
    `h = ${num(h, 2)}, off by ${error === undefined ? 'nothing that can be told' : num(error, 2)}`,
  errors: 'How far the quotient is off, for every h from 10⁻¹⁶ to 1; both axes logarithmic',
  difference: 'difference',
  asPower: 'h, as a power of ten',
  forward: 'f of x plus h, less f of x, divided by h',
  central: 'f of x plus h, less f of x minus h, divided by 2h',
  read: (f: string) => `f of x is ${f}`,
  quotientIs: (formula: string, value: string) => `${formula} is ${value}`,
  secant: 'Slope of the secant',
  curve: 'Slope of the curve, f′(x)',
  distance: 'Their distance',
  best: 'Best h, by the plot',
  bestFor: (root: string, format: string) => `${root} for ${format}`,
  title: 'How small is small?',
  quotient: 'Quotient',
  numbers: 'Numbers',
}

import { words } from './words'
/** Maps of the plane to choose from, and what each shows. */
export const functions = {
  polar: { name: words.polar, formulas: 'x1 cos(x2), x1 sin(x2)' },
  linear: { name: words.turn, formulas: '0.9 x1 - 0.6 x2, 0.5 x1 + 0.8 x2' },
  wave: { name: words.shear, formulas: 'x1 + 0.5 sin(2 x2), x2' },
  square: { name: words.square, formulas: '(x1^2 - x2^2) / 2, x1 x2' },
  fold: { name: 'A fold', formulas: 'x1^2 / 2, x2' },
  layer: { name: words.layer, formulas: 'tanh(x1 + 0.5 x2), tanh(x2 - 0.5 x1)' },
} as const

export type Preset = keyof typeof functions
export const presets = Object.keys(functions) as Preset[]

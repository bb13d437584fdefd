import { num } from '@/plot/format'
import type { LayerLetters, Layout } from '@/figure/pure'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  title: 'One layer in three conventions',
  matrix: (of: string, name: string) => `${of} in ${name}`,
  gradient: (of: string) => `gradient of L by ${of}`,
  apart: 'Largest difference from the core, any gradient of the three',
  says: (apart: number) =>
    apart < 1e-9
      ? 'Each number stands three times: change one, and its copies follow. No number differs, only where it stands and what it is called.'
      : `Each number stands three times: change one, and its copies follow. The numbers are so large that rounding parts them, by ${num(apart, 2)}.`,
  example: 'One example through its Jacobian',
  jacobian: (layout: Layout) => `Jacobian of y by x, ${layout === 'output-first' ? 'output' : 'input'} first`,
}

export const heads: Readonly<Record<LayerLetters, string>> = {
  handout: 'The handout',
  'nn.Linear': 'PyTorch’s nn.Linear',
  columns: 'Examples in columns',
}

/** What the Jacobian of one example is, in each layout. */
export const layoutHeads: Readonly<Record<Layout, { name: string; is: string }>> = {
  'output-first': { name: 'Output first', is: 'the Jacobian is W as nn.Linear keeps it' },
  'input-first': { name: 'Input first', is: 'the Jacobian is w as the handout keeps it' },
}

/** What is wrong with matrices from a link that do not go together. */
export const refusals = {
  b: (M: number) => `The link's b is not 1 × ${M}.`,
}

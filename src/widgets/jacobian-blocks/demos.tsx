import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'A matrix product, by x', props: { id: 'block-product' } },
  {
    name: 'A column of a matrix product, by w, inside out',
    props: { id: 'block-column', start: { op: 'matmul-w', look: 'x', hold: 'j', j: 4 } },
  },
  {
    name: 'A convolution, flat',
    props: { id: 'block-convolution', start: { op: 'convolution', look: 'flat' } },
  },
  {
    name: 'A formula of the reader’s own, through a window',
    props: {
      id: 'block-typed',
      start: { op: 'typed', formula: 'softmax(relu(x @ w))', N: 6, D: 5, M: 6, i: 20, j: 17 },
    },
  },
]

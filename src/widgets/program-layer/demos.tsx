import type { Demo } from '@/figure/demo'
import { derived } from '@/topics/programs/derived'
import type { State } from './state'

export const demos: Demo<State>[] = [
  {
    name: 'A residual block',
    props: {
      id: 'program-residual',
      layer: derived('residual'),
      inputs: { x: [[1, -0.5], [2, 1.5]], w: [[0.5, -1], [1.5, 2]] }, // prettier-ignore
    },
  },
  {
    name: 'Two channels along time, by the weights',
    props: {
      id: 'program-convolution',
      layer: derived('convolution'),
      inputs: {
        x: [[1, 2], [0, -1], [0.5, 1], [-2, 1]], // prettier-ignore
        w: [[[1], [0.5]], [[-1], [2]]], // prettier-ignore
      },
    },
  },
]

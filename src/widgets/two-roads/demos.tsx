import type { Demo } from '@/figure/demo'
import { handout, resize } from '@/topics/linear-layer/model'
import type { State } from './model'

const sized = (N: number, D: number, M: number) => resize(handout, { N, D, M })

export const demos: Demo<State>[] = [
  { name: 'A batch of two', props: { id: 'roads-x' } },
  { name: 'By the weights', props: { id: 'roads-w', start: { by: 'w', loss: 'squared' } } },
  { name: 'The largest size', props: { id: 'roads-large', start: { ...sized(4, 4, 4), loss: 'softmax' } } },
  { name: 'One of each', props: { id: 'roads-one', start: sized(1, 1, 1) } },
  {
    name: 'Too large for nudges',
    props: {
      id: 'roads-huge',
      start: {
        x: [
          [1e6, 2],
          [1, 3],
        ],
        c: [
          [1e6, 1e6, 0],
          [1, 1, 1],
        ],
      },
    },
  },
]

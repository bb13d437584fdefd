import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'Row times column', props: { id: 'chain-two' } },
  {
    name: 'Refused',
    props: {
      id: 'chain-refused',
      start: {
        sizes: [
          [2, 3],
          [2, 4],
          [4, 1],
        ],
      },
    },
  },
  {
    name: 'One output',
    props: {
      id: 'chain-loss',
      start: {
        sizes: [
          [1, 100],
          [100, 100],
          [100, 100],
        ],
      },
    },
  },
  {
    name: 'Four, small',
    props: {
      id: 'chain-four',
      start: {
        sizes: [
          [2, 3],
          [3, 4],
          [4, 2],
          [2, 1],
        ],
        row: 1,
        column: 0,
      },
    },
  },
]

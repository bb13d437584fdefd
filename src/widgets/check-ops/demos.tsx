import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'A transposed rule is found', props: { id: 'check-transposed' } },
  {
    name: 'Softmax, with nothing broken',
    props: { id: 'check-whole', start: { op: 'softmax', damage: 'none' } },
  },
]

import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  {
    name: 'A key that one query may not see, nudged',
    props: { id: 'attention-masked', start: { mask: 'causal', of: 'K', row: 2, column: 1, delta: 1 } },
  },
  { name: 'Back through softmax', props: { id: 'attention-softmax', back: true, start: { step: 3 } } },
]

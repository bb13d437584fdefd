import type { Demo } from '@/figure/demo'
import { handout, resize } from '@/topics/linear-layer/model'
import type { State } from './model'

const batch = resize(handout, { N: 3, D: 2, M: 4 })

export const demos: Demo<State>[] = [
  { name: 'The handout’s layer', props: { id: 'step-handout' } },
  { name: 'Its first dot product', props: { id: 'step-dot', start: { step: 5 } } },
  { name: 'Its last formula', props: { id: 'step-last', start: { step: 10 } } },
  {
    name: 'A batch, by w',
    props: { id: 'step-batch', anySize: true, start: { ...batch, target: 'w', row: 1, column: 2, step: 4 } },
  },
  {
    name: 'Softmax cross-entropy',
    props: { id: 'step-softmax', anySize: true, start: { ...batch, loss: 'softmax', step: 10 } },
  },
]

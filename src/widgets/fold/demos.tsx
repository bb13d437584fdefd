import type { Demo } from '@/figure/demo'
import { handout, resize } from '@/topics/linear-layer/model'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'By x, the blocks', props: { id: 'fold-x' } },
  { name: 'By x, folded', props: { id: 'fold-folded', start: { step: 7 } } },
  { name: 'By w, sorted', props: { id: 'fold-w', start: { by: 'w', step: 8 } } },
  {
    name: 'One example',
    props: { id: 'fold-one', start: { ...resize(handout, { N: 1, D: 2, M: 3 }), step: 2 } },
  },
]

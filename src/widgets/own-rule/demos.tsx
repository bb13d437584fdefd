import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'tanh, with its rule', props: { id: 'own-tanh' } },
  {
    name: 'The sigmoid’s rule on softmax',
    props: { id: 'own-softmax', start: { f: 'softmax(x, axis=-1)', rule: 'dy * y * (1 - y)' } },
  },
]

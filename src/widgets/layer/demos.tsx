import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'The gradient reaches x', props: { id: 'layer-reverse' } },
  { name: 'Nothing computed yet', props: { id: 'layer-given', start: { step: 0 } } },
  {
    name: 'Forward mode, one entry',
    props: { id: 'layer-forward', start: { mode: 'forward', step: 4, shown: 'ordinary' } },
  },
]

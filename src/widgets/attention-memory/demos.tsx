import type { Demo } from '@/figure/demo'
import { most, type State } from './model'

export const demos: Demo<State>[] = [
  {
    name: 'Everything at its end',
    props: { id: 'attention-memory-ends', start: { ...most, format: 'float64' } },
  },
]

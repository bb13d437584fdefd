import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'One in place of two', props: { id: 'confusion-sum' } },
  { name: 'Where it makes no difference', props: { id: 'confusion-none', start: { g: 'y^2' } } },
]

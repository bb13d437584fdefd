import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'The handout’s layer', props: { id: 'run-handout' } },
  { name: 'A small layer, for a phone', props: { id: 'run-small', start: { N: 8 } } },
  { name: 'More than a kernel can have', props: { id: 'run-large', start: { N: 512 } } },
]

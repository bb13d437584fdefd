import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'The handout’s layer', props: { id: 'ladder-handout' } },
  { name: 'A small layer, for a phone', props: { id: 'ladder-small', start: { N: 8 } } },
]

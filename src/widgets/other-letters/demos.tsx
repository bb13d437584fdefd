import type { Demo } from '@/figure/demo'
import { resized, start, type State } from './model'

export const demos: Demo<State>[] = [
  { name: 'A batch of two', props: { id: 'letters-batch' } },
  { name: 'The largest size', props: { id: 'letters-large', start: resized(start, { N: 3, D: 3, M: 3 }) } },
]

import type { Demo } from '@/figure/demo'
import { handout, resize } from '../linear-layer/model'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'Refused', props: { id: 'printed-refused' } },
  { name: 'The wrong shape', props: { id: 'printed-shape', start: resize(handout, { N: 3, D: 2, M: 2 }) } },
  {
    name: 'The wrong numbers',
    props: { id: 'printed-values', start: resize(handout, { N: 2, D: 2, M: 2 }) },
  },
]

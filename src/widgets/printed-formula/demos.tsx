import type { Demo } from '@/figure/demo'
import { handout, resize } from '@/topics/linear-layer/model'
import type { State } from './model'

const sized = (N: number, D: number, M: number) => ({ start: resize(handout, { N, D, M }) })

export const demos: Demo<State>[] = [
  { name: 'Refused', props: { id: 'printed-refused' } },
  { name: 'The wrong shape', props: { id: 'printed-shape', ...sized(3, 2, 2) } },
  { name: 'The wrong numbers', props: { id: 'printed-values', ...sized(2, 2, 2) } },
  { name: 'A sum over the wrong index', props: { id: 'printed-index', slip: 5 } },
  { name: 'The same where it runs', props: { id: 'printed-index-square', slip: 5, ...sized(1, 2, 2) } },
  { name: 'The wrong order', props: { id: 'printed-order', slip: 6 } },
  {
    name: 'The wrong order where it multiplies',
    props: { id: 'printed-order-shape', slip: 6, ...sized(1, 1, 3) },
  },
]

import type { Demo } from '@/figure/demo'
import { surfaces } from '@/topics/surface/surfaces'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'The bowl', props: { id: 'field-bowl' } },
  {
    name: 'Rosenbrock’s valley, along the level line',
    props: {
      id: 'field-valley',
      start: { f: surfaces[2].source, x1: -1, x2: 0.5, length: 0.4, turn: 60, rate: 0.1 },
    },
  },
  {
    name: 'On the crest of a ridge, where there is no gradient',
    props: { id: 'field-ridge', start: { f: surfaces[3].source, x1: 0, x2: 0.5, turn: 30 } },
  },
  {
    name: 'A typed function, where it has no value',
    props: { id: 'field-typed', start: { f: 'sqrt(x1) + x2', x1: -0.5, x2: 0.5, turn: 0, length: 1 } },
  },
]

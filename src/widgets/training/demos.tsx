import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'The moons, after 100 steps', props: { id: 'training-moons' } },
  {
    name: 'The spiral, before the first step',
    props: { id: 'training-spiral', start: { data: 'spiral', H: 16, steps: 0 } },
  },
  {
    name: 'A learning rate that is too large',
    props: { id: 'training-rate', start: { rate: 10, steps: 60 } },
  },
]

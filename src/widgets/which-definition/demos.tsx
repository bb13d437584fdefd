import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'The gradient of a bowl', props: { id: 'definition-bowl' } },
  {
    name: 'A saddle, and a g that is not its gradient',
    props: { id: 'definition-saddle', start: { ground: 'saddle', turn: 200, size: 0.01, g1: 0.5, g2: 0.5 } },
  },
  {
    name: 'The tip of a cone, where no g will do',
    props: { id: 'definition-cone', start: { ground: 'cone', turn: 20, size: 1, g1: 0.5, g2: 0 } },
  },
]

import type { Demo } from '@/figure/demo'
import type { State } from '@/topics/quotient/model'

export const demos: Demo<State>[] = [
  { name: 'A small h', props: { id: 'small-start' } },
  {
    name: 'A central quotient in float32',
    props: {
      id: 'small-float32',
      start: { f: 'exp(x)', x: 0.5, e: -6.5, method: 'central', format: 'float32' },
    },
  },
]

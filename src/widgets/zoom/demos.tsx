import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'h still large', props: { id: 'zoom-start' } },
  {
    name: 'A central quotient in float32',
    props: {
      id: 'zoom-float32',
      start: { f: 'exp(x)', x: 0.5, e: -6.5, method: 'central', format: 'float32' },
    },
  },
  { name: 'A kink stays a kink', props: { id: 'zoom-kink', start: { f: 'abs(x)', x: 0, e: -3 } } },
]

import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'Polar coordinates', props: { id: 'map-polar' } },
  { name: 'On a fold', props: { id: 'map-fold', start: { f: 'fold', x1: 0, x2: 0.5 } } },
  {
    name: 'Too large a square',
    props: { id: 'map-large', start: { f: 'layer', x1: 0.4, x2: -0.3, size: 1 } },
  },
  {
    name: 'No derivative',
    props: { id: 'map-kink', start: { f: 'typed', typed: 'abs(x1), x2 + x1', x1: 0, x2: 0.5 } },
  },
]

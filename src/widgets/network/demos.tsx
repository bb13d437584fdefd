import type { Demo } from '@/figure/demo'
import { batchOf, start, withHidden, type State } from './model'

export const demos: Demo<State>[] = [
  { name: 'Forward, at the bend', props: { id: 'network-forward', start: { step: 3 } } },
  { name: 'Backward, through a product', props: { id: 'network-backward' } },
  {
    name: 'Four hidden units on the spiral, checked',
    props: { id: 'network-check', start: { ...withHidden(start, 4), ...batchOf('spiral'), step: 17 } },
  },
]

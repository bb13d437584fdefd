import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'An entry of x', props: { id: 'nudge-x' } },
  { name: 'An entry of w', props: { id: 'nudge-w', start: { by: 'w', row: 1, column: 2, delta: -0.4 } } },
  { name: 'A loss that bends', props: { id: 'nudge-squared', start: { loss: 'squared', delta: 1 } } },
  {
    name: 'On the front page',
    props: { id: 'nudge-hero', hero: true, start: { loss: 'squared', delta: 1 } },
  },
]

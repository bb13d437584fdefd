import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'Up to 512', props: { id: 'loops-usual' } },
  { name: 'Up to 64, for a phone', props: { id: 'loops-small', start: { largest: 64 } } },
]

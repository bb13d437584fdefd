import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'A parabola', props: { id: 'nudge-parabola' } },
  { name: 'A step too large', props: { id: 'nudge-large', start: { f: 'sin(x)', x: 0, dx: 3 } } },
  { name: 'No derivative', props: { id: 'nudge-kink', start: { f: 'abs(x)', x: 0, dx: -1 } } },
]

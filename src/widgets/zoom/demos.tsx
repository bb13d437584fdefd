import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'h still large', props: { id: 'zoom-start' } },
  { name: 'A kink stays a kink', props: { id: 'zoom-kink', start: { f: 'abs(x)', x: 0, e: -3 } } },
]

import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'A square, then a sine', props: { id: 'chain-start' } },
  { name: 'A link of rate zero', props: { id: 'chain-zero', start: { x: 0, dx: 0.5 } } },
  { name: 'A broken link', props: { id: 'chain-broken', start: { f: '1/x', g: 'abs(y)', x: 0 } } },
]

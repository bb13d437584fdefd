import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'The tape, walked back', props: { id: 'tape-reverse' } },
  { name: 'Two levels of forward mode', props: { id: 'tape-nested', start: { mode: 'nested', step: 6 } } },
]

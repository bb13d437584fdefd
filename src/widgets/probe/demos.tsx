import type { Demo } from '@/figure/demo'
import { inputs, presets, type State } from './model'

export const demos: Demo<State>[] = [
  { name: 'Two of four directions', props: { id: 'probe-half' } },
  {
    name: 'Eight inputs, both ways',
    props: {
      id: 'probe-both',
      start: { n: 8, x: inputs, f: presets[2].source, at: 7, seen: 255, reverse: 'yes' },
    },
  },
  {
    name: 'Nothing nudged yet',
    props: { id: 'probe-none', start: { n: 2, x: inputs.slice(0, 2), at: 0, seen: 0 } },
  },
]

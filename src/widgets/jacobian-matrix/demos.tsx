import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'A nudge of one input', props: { id: 'jacobian-one' } },
  {
    name: 'A row, and two nudges',
    props: { id: 'jacobian-row', start: { show: 'row', row: 2, dx: [0.2, 0, -0.1, 0, 0, 0] } },
  },
  {
    name: 'Six by six',
    props: { id: 'jacobian-six', start: { f: 'layer', N: 6, M: 6, show: 'column', column: 4 } },
  },
  {
    name: 'No derivative',
    props: {
      id: 'jacobian-kink',
      start: { f: 'typed', typed: 'abs(x1), sqrt(x2)', N: 2, x: [0, 4, 0, 0, 0, 0] },
    },
  },
]

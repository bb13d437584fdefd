import type { Demo } from '@/figure/demo'
import type { Faded } from './blanks'

export const demos: Demo<Faded>[] = [
  { name: 'Nothing filled', props: { id: 'faded-start' } },
  {
    name: 'Index order and a clash of shapes',
    props: { id: 'faded-wrong', start: { moves: 'x[d,n]', over: 'd', left: 'x', right: 'dy' } },
  },
  {
    name: 'All right',
    props: {
      id: 'faded-right',
      start: {
        moves: 'x[n,d]',
        over: 'n',
        dyAt: 'n,m',
        xAt: 'n,d',
        row: 'd.xT',
        column: 'm.dy',
        left: 'xT',
        right: 'dy',
      },
    },
  },
]

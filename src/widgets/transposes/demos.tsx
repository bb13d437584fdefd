import type { Demo } from '@/figure/demo'
import { examples, type State } from './model'

export const demos: Demo<State>[] = [
  ...[2, 4, 5, 7, 8].map((k) => ({
    name: examples[k]?.name ?? '',
    props: { id: `transposes-${k}`, start: { line: examples[k]?.line ?? '' } },
  })),
  {
    name: 'A letter that is not summed',
    props: { id: 'transposes-fault', start: { line: 'dx[n,d] = dy[n,m] w[d,m]' } },
  },
]

import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'The first item', props: { id: 'practice-first' } },
  {
    name: 'A wrong choice, with its reason',
    props: { id: 'practice-wrong', start: { again: 'transposed.nn-linear.W.3', text: '0', checked: '0' } },
  },
  {
    name: 'A number by hand, right',
    props: { id: 'practice-number', start: { again: 'by-hand.columns.x.3' } },
  },
  { name: 'A line that is false', props: { id: 'practice-line', start: { again: 'wrong-line.tied.x.5' } } },
  { name: 'The last of a set', props: { id: 'practice-last', start: { seed: 2, at: 19 } } },
]

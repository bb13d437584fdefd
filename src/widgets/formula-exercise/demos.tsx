import type { Demo } from '@/figure/demo'
import { firstGiven, resized } from './given'
import type { State } from './View'

const tried = (text: string): Partial<State> => ({ text, checked: text })

export const demos: Demo<State>[] = [
  { name: 'Nothing typed yet', props: { id: 'exercise-dw', target: 'dw' } },
  { name: 'Shapes clash', props: { id: 'exercise-clash', target: 'dw', start: tried('x @ dy + w') } },
  {
    name: 'Layout',
    props: { id: 'exercise-layout', target: 'dw', start: { ...tried('dy.T @ x'), shown: 'yes' } },
  },
  {
    name: 'Wrong values',
    props: { id: 'exercise-values', target: 'dw', start: tried('x.T @ dy + [[0, 0, 1, 0], [0, 0, 0, 0]]') },
  },
  { name: 'It cannot be read', props: { id: 'exercise-syntax', target: 'dw', start: tried('x^T dy') } },
  { name: 'Right', props: { id: 'exercise-right', target: 'dw', start: tried('xᵀ dy') } },
  { name: 'Bias, a sum is missing', props: { id: 'exercise-batch', target: 'db', start: tried('dy') } },
  {
    name: 'Bias, right by chance',
    props: {
      id: 'exercise-chance',
      target: 'db',
      start: { ...resized(firstGiven, { N: 1, D: 2, M: 4 }), ...tried('dy') },
    },
  },
]

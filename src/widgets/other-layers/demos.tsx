import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  {
    name: 'ReLU among the elementwise layers',
    props: { id: 'layers-relu', only: ['relu', 'sigmoid', 'tanh'] },
  },
  {
    name: 'The bias, by b, in PyTorch',
    props: {
      id: 'layers-bias',
      only: ['sum', 'broadcast', 'bias', 'mean'],
      start: { layer: 'bias', by: 'b', language: 'torch' },
    },
  },
  {
    name: 'Softmax with cross-entropy',
    props: { id: 'layers-softmax', only: ['softmax'], start: { layer: 'softmax', column: 2 } },
  },
  {
    name: 'A batch of three, every layer on offer',
    props: { id: 'layers-batch', start: { layer: 'batch', N: 3, row: 1, column: 1 } },
  },
]

import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'An image', props: { id: 'shapes-image' } },
  { name: 'A number', props: { id: 'shapes-number', start: { shape: [], index: [], from: [] } } },
  {
    name: 'A batch of images, pixel by pixel',
    props: {
      id: 'shapes-batch',
      start: { shape: [2, 3, 3, 3], index: [1, 0, 2, 1], from: [0, 0, 0, 0], last: 'strips' },
    },
  },
  {
    name: 'A photograph, through a window',
    props: {
      id: 'shapes-photograph',
      start: { shape: [480, 640, 3], index: [300, 500, 2], from: [298, 498, 0] },
    },
  },
]

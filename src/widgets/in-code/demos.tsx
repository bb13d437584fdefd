import type { Demo } from '@/figure/demo'
import { handout, resize } from '@/topics/linear-layer/model'
import type { State } from './model'

// Each needs a figure on its own page to follow.
const follows = 'code-numpy'

export const demos: Demo<State>[] = [
  { name: 'The handout’s layer in NumPy', props: { id: 'code-numpy', follows, start: { own: 'yes' } } },
  {
    name: 'PyTorch, on the numbers above',
    props: { id: 'code-torch', follows, start: { language: 'torch' } },
  },
  {
    name: 'JAX, the largest layer',
    props: {
      id: 'code-jax',
      follows,
      start: { ...resize(handout, { N: 4, D: 4, M: 4 }), language: 'jax', own: 'yes', loss: 'softmax' },
    },
  },
  {
    name: 'TypeScript',
    props: { id: 'code-typescript', follows, start: { language: 'typescript', own: 'yes', loss: 'squared' } },
  },
]

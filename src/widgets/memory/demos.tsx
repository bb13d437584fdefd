import { most } from '@/topics/memory/model'

export const demos = [
  { name: 'The handout’s layer', props: { id: 'memory-handout' } },
  {
    name: 'A tiny layer, its Jacobians whole',
    props: { id: 'memory-tiny', start: { N: 1, D: 2, M: 3, format: 'float64' } },
  },
  {
    name: 'A transformer’s layer in bfloat16',
    props: { id: 'memory-transformer', start: { N: 2048, D: 4096, M: 16384, format: 'bfloat16' } },
  },
  {
    name: 'Every size at its end',
    props: { id: 'memory-ends', start: { N: most, D: most, M: most, format: 'float64' } },
  },
]

import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'A nudge through a matrix product', props: { id: 'contract-nudge' } },
  { name: 'Laid flat', props: { id: 'contract-flat', start: { flat: true, step: 4 } } },
  { name: 'Two Jacobians', props: { id: 'contract-chain', start: { with: 'chain', step: 5 } } },
  { name: 'The sum as it is printed', props: { id: 'contract-printed', start: { over: 'output' } } },
]

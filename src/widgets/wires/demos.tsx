import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [
  { name: 'The product', props: { id: 'wires-product', start: { step: 0 } } },
  { name: 'Without x', props: { id: 'wires-hole', start: { step: 1 } } },
  { name: 'Without w, ∂L/∂y hung on', props: { id: 'wires-hung', start: { by: 'w', step: 2 } } },
  { name: 'Read back, by w', props: { id: 'wires-read', start: { by: 'w', step: 3 } } },
]

import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [{ name: 'A batch of two', props: { id: 'letters-batch' } }]

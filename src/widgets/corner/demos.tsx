import type { Demo } from '@/figure/demo'
import type { State } from './model'

export const demos: Demo<State>[] = [{ name: 'A side of 2', props: { id: 'corner-two' } }]

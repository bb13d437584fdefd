import type { LayerLetters } from '@/figure/pure'

/** The letters that a task was written in, and those in which it is asked. */
export type Asked = { readonly from: LayerLetters; readonly to: LayerLetters }
export const inHandout: Asked = { from: 'handout', to: 'handout' }

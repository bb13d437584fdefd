import { fields } from '@/figure/pure'
import type { Layer } from './model'

const numbers = fields.matrix(4, 1e6)

/** The layer in a link: `x=1,2&w=1.2,0.4;-0.3,0.9&loss=squared&t=…&labels=2`. */
export const layerFields = {
  x: numbers,
  w: numbers,
  loss: fields.choice('weighted', 'squared', 'softmax'),
  c: numbers,
  t: numbers,
  labels: fields.list(fields.integer(1, 4), 4),
} satisfies fields.Fields<Layer>

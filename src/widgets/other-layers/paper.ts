import { entry } from '@/plot/format'
import type { Input, LayerName } from './layer'

type Place = readonly [row: number, column: number]
/** How fast an entry of y moves with an entry of the input, as one writes it down; `{w.1.2}` is a symbol that lights up. */
type Rate = (y: Place, at: Place, of: { N: number; labels: readonly number[] }) => string

const sym = (name: string, [i, j]: Place) => `{${name}.${i + 1}.${j + 1}}`
const one = () => '1'
const throughTanh = (y: Place) => `(1 − ${sym('y', y)}²)`

export const rates: Record<LayerName, Partial<Record<Input, Rate>>> = {
  relu: { x: (_, at) => `[${sym('x', at)} > 0]` },
  sigmoid: { x: (y) => `${sym('y', y)} · (1 − ${sym('y', y)})` },
  tanh: { x: throughTanh },
  sum: { x: one },
  broadcast: { b: one },
  bias: { x: one, b: one },
  mean: { x: (_, __, { N }) => `1/${N}` },
  softmax: {
    x: (_, [n, k], { labels }) => {
      const p = entry('p', n + 1, k + 1)
      return labels[n] === k + 1 ? `(${p} − 1)` : p
    },
  },
  product: { x: ([, m], [, d]) => sym('w', [d, m]), w: ([n], [d]) => sym('x', [n, d]) },
  batch: {
    x: (y, [, d]) => `${throughTanh(y)} · ${sym('w', [d, y[1]])}`,
    w: (y, [d]) => `${sym('x', [y[0], d])} · ${throughTanh(y)}`,
  },
}

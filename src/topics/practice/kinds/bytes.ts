import { nth } from '@/autodiff'
import { count, jacobian } from '@/derive'
import { binary, grouped } from '@/plot/bytes'
import { chooseAmong } from '../choose'
import { shuffled } from '../draw'
import { outputOf, shapeOf, sizesOf } from '../facts'
import type { Kind } from '../item'
import { bytes as words, labels } from '../words'

const pool = [32, 64, 128, 256, 512, 1024]
const text = (size: number) => binary(BigInt(size))
const product = (shape: readonly (string | number)[]) => shape.join('·')

/** What a Jacobian weighs, written out. */
export const bytes: Kind = {
  name: 'bytes',
  label: labels['bytes'],
  teaches: 'backprop',
  fits: (layer, of) =>
    layer.from !== 'jacobian' && outputOf(layer).shape.length > 0 && shapeOf(layer, of).length > 0,
  make(layer, of, next) {
    const { output, shape: out } = outputOf(layer)
    const lengths = shuffled(pool, next)
    const sizes = sizesOf(layer, (k) => nth(lengths, k))
    const { entries, nonzeros } = jacobian(layer.text, of)
    const [all, rows, columns] = [entries, product(out), product(shapeOf(layer, of))].map((formula) =>
      count(formula, sizes),
    ) as [number, number, number] // one for each formula
    const task = chooseAmong(
      { text: text(4 * all), says: words.why(grouped(rows), grouped(columns), grouped(all)) },
      [
        { text: text(4 * count(nonzeros, sizes)), says: words.nonzero },
        { text: text(4 * columns), says: words.gradient(of) },
        { text: text(4 * rows), says: words.output(output) },
        { text: text(all), says: words.single },
        { text: text(8 * all), says: words.double },
        { text: text(4 * (rows + columns)), says: words.added },
      ],
      next,
    )
    return task && { asks: words.asks(output, of, sizes), given: [], task }
  },
}

import { nth } from '@/autodiff'
import { count, jacobian } from '@/derive'
import { num } from '@/plot/format'
import { shuffled } from '../draw'
import { outputOf, shapeOf, sizesOf } from '../facts'
import type { Kind } from '../item'
import { rightNumber } from '../number'
import { labels, nonzeros as words } from '../words'

const spread = (formula: string) => formula.replaceAll('·', ' · ').replaceAll('-', '−')
const product = (shape: readonly (string | number)[]) => shape.join('·')

/** How many entries of a Jacobian can be other than 0, at small sizes. */
export const nonzeros: Kind = {
  name: 'nonzeros',
  label: labels['nonzeros'],
  teaches: 'tensors',
  fits: (layer, of) => outputOf(layer).shape.length > 0 && !layer.full?.includes(of),
  make(layer, of, next) {
    const { output, shape: out } = outputOf(layer)
    const lengths = shuffled([2, 3, 4, 5], next)
    const sizes = sizesOf(layer, (k) => nth(lengths, k))
    const { entries, nonzeros: full } = jacobian(layer.text, of)
    const [all, answer] = [count(entries, sizes), count(full, sizes)]
    return {
      asks: words.asks(output, of, sizes, num(all)),
      given: [],
      task: rightNumber(
        answer,
        [
          { is: all, says: words.all },
          { is: count(product(out), sizes), says: words.output(output, of) },
          { is: count(product(shapeOf(layer, of)), sizes), says: words.input(output, of) },
        ],
        words.why(spread(full), num(answer)),
      ),
    }
  },
}

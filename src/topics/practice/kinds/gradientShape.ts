import { nth } from '@/autodiff'
import { readLayer } from '@/derive'
import { chooseAmong } from '../choose'
import { shuffled } from '../draw'
import { lengthOf, outputOf, shapeOf, sizesOf, type Dims } from '../facts'
import type { Kind } from '../item'
import { gradientShape as words, groups, labels, vectorWords } from '../words'

const pool = [3, 4, 5, 8, 10, 16, 32, 64, 100]

/** The shape of a gradient, in numbers that all differ. */
export const gradientShape: Kind = {
  name: 'gradient-shape',
  label: labels['gradient-shape'],
  teaches: 'backprop',
  fits: (layer, of) =>
    layer.from !== 'jacobian' && outputOf(layer).shape.length > 0 && shapeOf(layer, of).length > 0,
  make(layer, of, next) {
    const { output, shape: out } = outputOf(layer)
    const lengths = shuffled(pool, next)
    const sizes = sizesOf(layer, (k) => nth(lengths, k))
    const at = (shape: Dims) => shape.map((dim) => lengthOf(dim, sizes))
    const by = at(shapeOf(layer, of))
    const others = readLayer(layer.text).inputs.filter(({ name }) => name !== of)
    const right = vectorWords(by)
    const task = chooseAmong(
      { text: right, says: words.why(of, right) },
      [
        { text: groups(at(out), by), says: words.jacobian(output, of) },
        { text: vectorWords(at(out)), says: words.output(output) },
        ...(by.length > 1 ? [{ text: vectorWords(by.toReversed()), says: words.turned(of) }] : []),
        ...others.map(({ name, shape }) => ({ text: vectorWords(at(shape)), says: words.other(name) })),
      ],
      next,
    )
    return task && { asks: words.asks(of, output, sizes), given: [], task }
  },
}

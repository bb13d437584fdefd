import { chooseAmong } from '../choose'
import { outputOf, shapeOf } from '../facts'
import type { Kind } from '../item'
import { groups, jacobianShape as words, labels, shapeWords } from '../words'

/** The shape of ∂y/∂x, in letters. */
export const jacobianShape: Kind = {
  name: 'jacobian-shape',
  label: labels['jacobian-shape'],
  teaches: 'jacobian',
  fits(layer, of) {
    const [out, by] = [outputOf(layer).shape, shapeOf(layer, of)]
    return out.length > 0 && by.length > 0 && shapeWords(out) !== shapeWords(by)
  },
  make(layer, of, next) {
    const { output, shape: out } = outputOf(layer)
    const by = shapeOf(layer, of)
    const vectors = out.length === 1 && by.length === 1
    const task = chooseAmong(
      { text: groups(out, by), says: words.why(output, of, shapeWords(out), shapeWords(by)) },
      [
        { text: groups(by, out), says: words.turned(output, of) },
        { text: shapeWords(by), says: words.gradient(of) },
        { text: shapeWords(out), says: words.output(output, of) },
        { text: groups(out, out), says: words.twice(output, of) },
      ],
      next,
    )
    return task && { asks: vectors ? words.asksVector(output, of) : words.asks(output, of), given: [], task }
  },
}

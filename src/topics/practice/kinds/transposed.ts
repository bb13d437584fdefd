import { chooseAmong, type Offer } from '../choose'
import { shuffled } from '../draw'
import { above, falsehood, formula, lastLine, sameValue } from '../facts'
import type { Kind } from '../item'
import type { PracticeLayer } from '../layers'
import { labels, transposed as words } from '../words'

const turn = (factor: string) => (factor.endsWith('ᵀ') ? factor.slice(0, -1) : `${factor}ᵀ`)

/** The product with every choice of transposes, and with its factors turned round. */
function variants(line: string): string[] {
  const [left = '', right = ''] = line.split(' = ')
  const factors = right.split(' ')
  return Array.from({ length: 2 ** factors.length }, (_, bits) =>
    factors.map((factor, k) => ((bits >> k) & 1 ? turn(factor) : factor)),
  ).flatMap((turned) => [turned, turned.toReversed()].map((all) => `${left} = ${all.join(' ')}`))
}

/** Three wrong ones, no two of which say the same. */
function threeFalse(layer: PracticeLayer, of: string, lines: readonly string[]): Offer[] {
  const found: Offer[] = []
  for (const line of lines) {
    if (found.length === 3) break
    const made = falsehood(layer, of, line)
    if (made && !found.some(({ text }) => sameValue(layer, text, line))) found.push(made)
  }
  return found
}

/** Which factor of a gradient lies transposed, and in which order they stand. */
export const transposed: Kind = {
  name: 'transposed',
  label: labels['transposed'],
  teaches: 'linear-layer',
  fits: ({ product = [] }, of) => product.includes(of),
  make(layer, of, next) {
    const line = lastLine(layer, of, 'matrices')
    const from = above(layer, of)
    if (!line || from === undefined) return undefined
    const others = variants(line.text).filter((text) => text !== line.text)
    const task = chooseAmong(
      { ...formula(layer, line.text), says: line.why },
      threeFalse(layer, of, shuffled(others, next)),
      next,
    )
    return task && { asks: words.asks(of, from), given: [], task }
  },
}

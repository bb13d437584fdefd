import { readLayer } from '@/derive'
import { chooseAmong, type Offer } from '../choose'
import { above, formula, lastLine } from '../facts'
import type { Item, Kind } from '../item'
import type { PracticeLayer } from '../layers'
import { labels, summed as words } from '../words'

/** The letters of a text that stand as indices, each once. */
const letters = (text: string) => [
  ...new Set([...text.matchAll(/\[([^\]]*)\]/g)].flatMap(([, inside = '']) => inside.match(/[a-z]/g) ?? [])),
]

const subsets = (of: readonly string[]) =>
  Array.from({ length: 2 ** of.length }, (_, bits) => of.filter((_letter, k) => (bits >> k) & 1))

function make(layer: PracticeLayer, of: string, next: () => number): Item | undefined {
  const line = lastLine(layer, of, 'indices')
  const from = above(layer, of)
  const step = readLayer(layer.text).steps.find(({ name }) => name === from)
  if (!line || !step || from === undefined) return undefined
  const [left = '', right = ''] = line.text.split(' = ')
  const own = letters(left)
  const over = letters(right).filter((letter) => !own.includes(letter))
  const all = letters(step.text)
  if (!over.every((letter) => all.includes(letter))) return undefined
  const offer = (some: readonly string[]): Offer => {
    const extra = some.find((letter) => !over.includes(letter))
    const missing = over.find((letter) => !some.includes(letter))
    return {
      text: words.over(some),
      says:
        extra !== undefined
          ? words.free(extra, of)
          : missing !== undefined
            ? words.missing(missing, of)
            : line.text,
    }
  }
  const task = chooseAmong(
    { ...offer(over), says: words.why(line.text) },
    // A letter of the left side or of the sum; a further one is no mistake that anyone makes.
    subsets([...new Set([...own, ...over])]).map(offer),
    next,
  )
  return (
    task && {
      asks: words.asks(of, from),
      given: layer.text.includes(step.text) ? [] : [formula(layer, step.text)],
      task,
    }
  )
}

/** Over which axes a gradient is summed. */
export const summed: Kind = {
  name: 'summed',
  label: labels['summed'],
  teaches: 'linear-layer',
  fits: ({ oneWay = [], from }, of) => from !== 'jacobian' && oneWay.includes(of),
  make,
}

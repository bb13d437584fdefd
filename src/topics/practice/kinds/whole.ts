import { tried } from '../draw'
import { shapeOf } from '../facts'
import { numbersText } from '../given'
import type { Item, Kind } from '../item'
import type { PracticeLayer } from '../layers'
import { arrayOf, slips, smallNumbers } from '../smallNumbers'
import { labels, whole as words } from '../words'

function draw(layer: PracticeLayer, of: string, next: () => number): Item | undefined {
  const { at, gradient, given } = smallNumbers(layer, of, next)
  const answer = numbersText(arrayOf(gradient))
  const entries = [...gradient.data]
  if (entries.some((entry) => !Number.isInteger(entry) || Math.abs(entry) > 40)) return undefined
  // One that is its own transpose would not tell the layout.
  if (new Set(entries).size < entries.length) return undefined
  const wrong = slips(layer, of, at)
    .map(({ value, says }) => ({ is: numbersText(arrayOf(value)), says }))
    .filter(({ is }) => is !== answer)
  if (wrong.length === 0) return undefined
  return {
    asks: words.asks(of, entries.length > 2),
    given,
    task: { answer, names: {}, wrong, why: words.why(of, answer) },
  }
}

/** A whole gradient on small whole numbers, typed as a matrix. */
export const whole: Kind = {
  name: 'whole',
  label: labels['whole'],
  teaches: 'linear-layer',
  fits: (layer, of) =>
    layer.byHand?.includes(of) === true && layer.from !== 'gradient' && shapeOf(layer, of).length > 0,
  make: (layer, of, next) => tried(40, () => draw(layer, of, next)),
}

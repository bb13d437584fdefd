import { nth } from '@/autodiff'
import { pick, tried } from '../draw'
import { shapeOf } from '../facts'
import { numbersText } from '../given'
import type { Item, Kind } from '../item'
import type { PracticeLayer } from '../layers'
import { rightNumber } from '../number'
import { arrayOf, slips, smallNumbers } from '../smallNumbers'
import { byHand as words, labels, placeWords } from '../words'

/** Every place of a tensor whose axes all have two entries. */
const places = (rank: number): number[][] =>
  rank === 0
    ? [[]]
    : places(rank - 1).flatMap((place) => [
        [...place, 0],
        [...place, 1],
      ])
const flat = (place: readonly number[]) => place.reduce((k, i) => 2 * k + i, 0)

function draw(layer: PracticeLayer, of: string, next: () => number): Item | undefined {
  const { at, gradient, given, loss } = smallNumbers(layer, of, next)
  const place = pick(places(shapeOf(layer, of).length), next)
  const answer = nth(gradient.data, flat(place))
  if (!Number.isInteger(answer) || answer === 0 || Math.abs(answer) > 60) return undefined
  const others = places(place.length).filter((other) => flat(other) !== flat(place))
  const wrong = [
    ...(loss ? [{ is: at.value('L').item(), says: words.loss }] : []),
    ...slips(layer, of, at).map(({ value, says }) => ({ is: nth(value.data, flat(place)), says })),
    ...others.map((other) => ({
      is: nth(gradient.data, flat(other)),
      says: words.other(of, placeWords(other)),
    })),
  ]
  const task = rightNumber(answer, wrong, words.whole(of, numbersText(arrayOf(gradient))))
  return task.wrong.length < 2 ? undefined : { asks: words.asks(of, placeWords(place)), given, task }
}

/** One entry of a gradient, worked out on small whole numbers. */
export const byHand: Kind = {
  name: 'by-hand',
  label: labels['by-hand'],
  teaches: 'gradient',
  fits: ({ byHand: inputs = [] }, of) => inputs.includes(of),
  make: (layer, of, next) => tried(30, () => draw(layer, of, next)),
}

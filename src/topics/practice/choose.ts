import { shuffled } from './draw'
import type { Choice } from './item'

/** An answer as it is offered, with what is said where it is chosen. */
export type Offer = { readonly text: string; readonly tex?: string; readonly says: string }

const distinct = (offers: readonly Offer[]) =>
  offers.filter(({ text }, k) => offers.findIndex((other) => other.text === text) === k)

/** The right answer among up to three wrong ones, in an order that is drawn; undefined with fewer than two wrong ones. */
export function chooseAmong(right: Offer, wrong: readonly Offer[], next: () => number): Choice | undefined {
  const others = shuffled(
    distinct(wrong).filter(({ text }) => text !== right.text),
    next,
  ).slice(0, 3)
  if (others.length < 2) return undefined
  return inOrder(right, shuffled([right, ...others], next))
}

/** The right answer and the wrong ones in the order in which they are given. */
export function inOrder(right: Offer, all: readonly Offer[]): Choice {
  const set = all.flatMap(({ tex }) => (tex === undefined ? [] : [tex]))
  return {
    options: all.map(({ text }) => text),
    ...(set.length === all.length && { set }),
    answer: all.indexOf(right),
    wrong: all.flatMap((offer, is) => (offer === right ? [] : [{ is, says: offer.says }])),
    why: right.says,
  }
}

import type { LayerLetters } from '@/figure/pure'
import { conventionOf } from '@/topics/letters/conventions'
import { factorsOf } from '@/topics/letters/factors'
import { flip, type Numbers } from '@/topics/linear-layer/model'
import type { Card, Step } from './model'

/** A card as a convention's product has it: the matrix itself, and whether it stands transposed there. */
export type Laid = { readonly card: Card; readonly values: Numbers; readonly turned: boolean }

/** Which product of the layer a step is; none for the nodes that go entry by entry. */
function productOf({ kind, at, to }: Step) {
  if (kind === 'given') return undefined
  if (to === 'x' || to === 'w') return `d${to}` as const
  return to === undefined && at === 'y' ? 'y' : undefined
}

const upright = (card: Card): Numbers => (card.form === 'turned' ? flip(card.values) : card.values)

/** The factors of a step in the order of the reader's letters. */
export function laidCards(step: Step, letters: LayerLetters): Laid[] {
  const product = productOf(step)
  if (!product) return step.factors.map((card) => ({ card, values: card.values, turned: false }))
  return factorsOf(conventionOf(letters), product).map(({ of, turned }) => {
    const card = step.factors.find((one) => (one.kind === 'gradient' ? `d${one.of}` : one.of) === of)
    if (!card) throw new Error(`the product of ${product} has no ${of}`)
    return { card, values: upright(card), turned }
  })
}

import { pieces } from '@/autodiff'
import type { LayerLetters } from '@/figure'
import { num } from '@/plot/format'
import { conventionOf } from '@/topics/letters/conventions'
import { kit } from '@/topics/letters/drawn'
import { placeIn } from '@/topics/letters/entries'
import type { Place, Target } from './model'

const at = (letters: LayerLetters, target: Target, { row, column }: Place) =>
  placeIn(conventionOf(letters), target, [row + 1, column + 1])

type Entry = { letters: LayerLetters; target: Target; place: Place }

/** ∂L/∂W₂,₁ in the reader's letters. */
export function Wanted({ letters, target, place }: Entry) {
  const { Formula, rateIn } = kit()
  return <Formula of={rateIn(conventionOf(letters), 'L', target, at(letters, target, place))} />
}

/** ∂y/∂W₂,₁ in the reader's letters. */
export function SliceName({ letters, target, place }: Entry) {
  const { Formula, rateIn } = kit()
  return <Formula of={rateIn(conventionOf(letters), 'y', target, at(letters, target, place))} />
}

/** The formulas of a step that has no numbers but one. */
export function Whole({
  kind,
  letters,
  target,
  number,
}: {
  kind: 'forward' | 'assemble' | 'recognize' | 'check'
  letters: LayerLetters
  target: Target
  number: number
}) {
  const { Formula, productIn, rateIn, sumIn } = kit()
  const convention = conventionOf(letters)
  if (kind === 'forward') return <Formula of={productIn(convention, 'y')} />
  if (kind === 'recognize') return <Formula of={productIn(convention, `d${target}`)} />
  if (kind === 'assemble') return <Formula of={sumIn(convention, target)} />
  const loss = (sign: string) =>
    pieces.row(
      pieces.hue('L', pieces.letter('L')),
      pieces.fenced(pieces.row(pieces.mark(sign), pieces.letter('h'))),
    )
  return (
    <Formula
      of={pieces.row(
        pieces.named('max'),
        pieces.space(),
        pieces.fenced(
          pieces.row(
            rateIn(convention, 'L', target),
            pieces.sign('−'),
            pieces.fraction(
              pieces.row(loss('+'), pieces.sign('−'), loss('−')),
              pieces.row(pieces.numeral(2), pieces.letter('h')),
            ),
          ),
          '|',
          '|',
        ),
        pieces.sign('≈'),
        pieces.word(num(number, 2)),
      )}
    />
  )
}

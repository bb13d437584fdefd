import type { LayerLetters } from '@/figure/pure'
import { conventionOf, isTurned, type Owner } from '@/topics/letters/conventions'
import { factorsOf } from '@/topics/letters/factors'
import { nameIn, type Factor } from '@/topics/letters/labels'
import { flip, type Numbers } from '@/topics/linear-layer/model'

/** What of a program depends on the letters that the layer is written in. */
export function laidIn(letters: LayerLetters) {
  const convention = conventionOf(letters)
  return {
    letters,
    w: convention.letters.w,
    /** Whether a matrix lies the other way round than in the handout. */
    turned: (of: Owner) => isTurned(convention, of),
    own: (of: Owner, values: Numbers): Numbers => (isTurned(convention, of) ? flip(values) : values),
    /** A product of the layer: `times` writes it from its factors, `turn` a factor transposed. */
    product: (
      of: 'y' | 'dx' | 'dw',
      turn: (name: string) => string,
      times: (left: string, right: string) => string,
    ) => {
      const written = ({ of: name, turned }: Factor) =>
        turned ? turn(nameIn(convention, name)) : nameIn(convention, name)
      const [left, right] = factorsOf(convention, of)
      return times(written(left), written(right))
    },
    /** The axis along which the scores of one example lie. */
    scores: isTurned(convention, 'y') ? 0 : 1,
  }
}

export type Laid = ReturnType<typeof laidIn>

import type { LayerLetters } from '@/figure'
import { conventionOf, isTurned } from './conventions'
import { kit } from './drawn'
import { owning } from './factors'
import { LaidMatrix, type Drawn } from './LaidMatrix'
import { nameIn, type Factor } from './labels'
import { spokenIn } from './spoken'

type Props = Drawn & {
  of: Factor['of']
  /** The letters in which it is drawn. */
  letters: LayerLetters
  /** It stands transposed in the product that it is part of. */
  turned?: boolean
}

const Label = ({ letters, of, turned }: Pick<Props, 'letters' | 'of'> & { turned: boolean }) => {
  const { Formula, labelIn } = kit()
  return <Formula of={labelIn(conventionOf(letters), of, turned)} said />
}

/**
 * A matrix of the linear layer in the reader's letters. All that it is given, values and places, is as the handout has
 * it; where it lies the other way, or stands transposed, it is drawn so, and its entries keep their keys.
 */
export function OwnMatrix({ of, letters, turned = false, ...props }: Props) {
  const convention = conventionOf(letters)
  const renamed = turned || nameIn(convention, of) !== of
  const named = letters !== 'handout' &&
    renamed && {
      name: spokenIn(convention, of, turned),
      label: <Label {...{ letters, of, turned }} />,
    }
  return <LaidMatrix {...props} {...named} lies={isTurned(convention, owning(of)) !== turned} />
}

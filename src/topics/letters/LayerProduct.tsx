import { Fragment, type ReactNode } from 'react'
import { Sign, type LayerLetters } from '@/figure'
import { conventionOf, type Wanted } from './conventions'
import { factorsOf } from './factors'
import type { Factor } from './labels'

type Props = {
  /** What the product gives. */
  of: Exclude<Wanted, 'db'>
  letters: LayerLetters
  /** Draws a factor, transposed where it stands so. */
  renderFactor: (of: Factor['of'], turned: boolean) => ReactNode
}

/** The two factors of a product of the layer, in the order that the reader's letters have them in. */
export const LayerProduct = ({ of, letters, renderFactor }: Props) =>
  factorsOf(conventionOf(letters), of).map((factor, k) => (
    <Fragment key={factor.of}>
      {k > 0 && <Sign>·</Sign>}
      {renderFactor(factor.of, factor.turned)}
    </Fragment>
  ))

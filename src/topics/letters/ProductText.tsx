import { Fragment } from 'react'
import { Sym, type LayerLetters } from '@/figure'
import { conventionOf, type Wanted } from './conventions'
import { factorsOf } from './factors'
import { nameOf } from './sentences'
import type { Factor } from './labels'

type Product = Exclude<Wanted, 'db'>

const Named = ({ of, letters }: { of: Factor['of']; letters: LayerLetters }) => (
  <Sym of={letters === 'handout' ? of : `${of}|${nameOf(of, letters)}`} />
)

/** xᵀ ∂L/∂y: the factors of a product of the layer as text, each symbol lighting up with its cells. */
const Factors = ({ of, letters }: { of: Product; letters: LayerLetters }) =>
  factorsOf(conventionOf(letters), of).map(({ of: name, turned }, k) => (
    <Fragment key={name}>
      {k > 0 && ' '}
      {turned && name === 'dy' ? '(' : ''}
      <Named of={name} letters={letters} />
      {turned ? (name === 'dy' ? ')ᵀ' : 'ᵀ') : ''}
    </Fragment>
  ))

/** ∂L/∂W = (∂L/∂y)ᵀ x, as text. */
export const ProductText = ({ of, letters }: { of: Product; letters: LayerLetters }) => (
  <>
    <Named of={of} letters={letters} /> = <Factors of={of} letters={letters} />
  </>
)

/** ∂L/∂y·wᵀ: a product of the layer in a plain text. */
export const productPlain = (of: Product, letters: LayerLetters): string =>
  factorsOf(conventionOf(letters), of)
    .map(({ of: name, turned }) => {
      const text = nameOf(name, letters)
      return turned ? `${name === 'dy' ? `(${text})` : text}ᵀ` : text
    })
    .join('·')

import { pieces, type Piece } from '@/autodiff'
import { isTurned, ownerOf, type Convention, type Owner, type Wanted } from './conventions'
import { labelIn, nudgeIn, type Factor } from './labels'

type Product = readonly [Factor, Factor]

/** The products of the layer as the handout has them: y = x w, and both gradients. */
const inHandout: Readonly<Record<Exclude<Wanted, 'db'>, Product>> = {
  y: [
    { of: 'x', turned: false },
    { of: 'w', turned: false },
  ],
  dx: [
    { of: 'dy', turned: false },
    { of: 'w', turned: true },
  ],
  dw: [
    { of: 'x', turned: true },
    { of: 'dy', turned: false },
  ],
}

/** What a matrix, or ∂L/∂ of it, lies like. */
export const owning = (of: Factor['of']): Owner => (of.length === 2 ? ownerOf(of as Wanted) : (of as Owner)) // dx, x

/**
 * The same product in a convention: where the result lies the other way, both sides are transposed, which turns their
 * order round; and what lies the other way is turned once more. These are the products that `derive` finds there.
 */
export function factorsOf(convention: Convention, of: Exclude<Wanted, 'db'>): Product {
  const whole = isTurned(convention, ownerOf(of))
  const own = ({ of: name, turned }: Factor): Factor => ({
    of: name,
    turned: [turned, whole, isTurned(convention, owning(name))].filter(Boolean).length % 2 === 1,
  })
  const [left, right] = inHandout[of]
  return whole ? [own(right), own(left)] : [own(left), own(right)]
}

/** ∂L/∂W = (∂L/∂y)ᵀ x, in a convention's letters. */
export const productIn = (convention: Convention, of: Exclude<Wanted, 'db'>): Piece => {
  const [left, right] = factorsOf(convention, of)
  return pieces.row(
    labelIn(convention, of),
    pieces.sign('='),
    labelIn(convention, left.of, left.turned),
    pieces.space(),
    labelIn(convention, right.of, right.turned),
  )
}

/** Δy = x (ΔW)ᵀ: the product with one factor nudged, in a convention's letters. */
export const nudgedIn = (convention: Convention, by: 'x' | 'w'): Piece => {
  const factor = ({ of, turned }: Factor) =>
    of === by ? nudgeIn(convention, by, turned) : labelIn(convention, of, turned)
  const [left, right] = factorsOf(convention, 'y')
  return pieces.row(nudgeIn(convention, 'y'), pieces.sign('='), factor(left), pieces.space(), factor(right))
}

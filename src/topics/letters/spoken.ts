import type { Convention, Wanted } from './conventions'
import { factorsOf, owning } from './factors'
import { nameIn, type Factor } from './labels'
import { aloud } from './words'

/** A matrix of the layer as a screen reader says it. */
export function spokenIn(convention: Convention, of: Factor['of'], turned = false): string {
  const letter = nameIn(convention, owning(of))
  const name = of.length === 2 ? aloud.gradient(letter) : letter
  return turned ? aloud.transposed(name) : name
}

/** A product of the layer as a screen reader says it. */
export const spokenProduct = (convention: Convention, of: Exclude<Wanted, 'db'>): string =>
  aloud.product(
    spokenIn(convention, of),
    factorsOf(convention, of).map((factor) => spokenIn(convention, factor.of, factor.turned)),
  )

import type { Convention } from './conventions'
import { owning } from './factors'
import { nameIn, type Factor } from './labels'
import { aloud } from './words'

/** A matrix of the layer as a screen reader says it. */
export function spokenIn(convention: Convention, of: Factor['of'], turned = false): string {
  const letter = nameIn(convention, owning(of))
  const name = of.length === 2 ? aloud.gradient(letter) : letter
  return turned ? aloud.transposed(name) : name
}

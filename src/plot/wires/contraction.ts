import type { Product } from '@/derive'

/** A tensor with a letter for each of its axes, as einsum has it. */
export type Factor = { readonly name: string; readonly letters: string }

/** The diagram of a contraction in einsum's letters, for figures that have no expression to read. */
export function contraction(factors: readonly Factor[], out: string): Product {
  const letters = [...new Set([...out, ...factors.flatMap((factor) => [...factor.letters])])]
  const wireOf = (letter: string) => letters.indexOf(letter)
  return {
    factor: '',
    nodes: factors.map(({ name, letters: of }) => ({ kind: 'tensor', name, legs: [...of].map(wireOf) })),
    wires: letters.map((letter) => ({ letters: [letter], size: letter.toUpperCase() })),
    free: [...out].map(wireOf),
  }
}

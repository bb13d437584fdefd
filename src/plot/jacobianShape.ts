import type { Jacobian } from '@/derive'

const group = (dims: Jacobian['shape']['output']) => `(${dims.join(' × ')})`

/** The axes of the output, then those of the input: (N × M) × (D × M). A number has none. */
export const shapeOf = ({ shape: { output, input } }: Pick<Jacobian, 'shape'>) =>
  [output, input]
    .filter(({ length }) => length > 0)
    .map(group)
    .join(' × ') || 'a number'

/** Sums of products of lengths, "2·N·N - N", by their terms and factors. */
const termsOf = (formula: string) => formula.split(' - ').map((term) => term.split('·'))

/** The terms without a factor that each of them has; undefined where one lacks it. */
function without(terms: readonly (readonly string[])[], factor: string): string[][] | undefined {
  if (!terms.every((term) => term.includes(factor))) return undefined
  return terms.map((term) => term.toSpliced(term.indexOf(factor), 1))
}

/** How many of a Jacobian's entries may be other than 0, in words and in the lowest terms: "1 in N", "2·N − 1 in N·N". */
export function shareOf({ nonzeros, entries }: Pick<Jacobian, 'nonzeros' | 'entries'>): string {
  const below: string[] = []
  let above = termsOf(nonzeros)
  for (const factor of entries.split('·')) {
    const less = without(above, factor)
    if (less) above = less
    else below.push(factor)
  }
  if (below.length === 0) return 'all'
  return `${above.map((term) => term.join('·') || '1').join(' − ')} in ${below.join('·')}`
}

import type { Jacobian } from '@/derive'

const group = (dims: Jacobian['shape']['output']) => `(${dims.join(' × ')})`

/** The axes of the output, then those of the input: (N × M) × (D × M). A number has none. */
export const shapeOf = ({ shape: { output, input } }: Pick<Jacobian, 'shape'>) =>
  [output, input]
    .filter(({ length }) => length > 0)
    .map(group)
    .join(' × ') || 'a number'

type Term = { readonly sign: string; readonly of: readonly string[] }

/** Sums of products of lengths, "2·N·N - N", by their terms and factors. */
const termsOf = (formula: string): Term[] =>
  formula.split(/ (?=[+-] )/).map((term) => {
    const [, sign = '', rest = term] = /^([+-]) (.*)$/.exec(term) ?? []
    return { sign, of: rest.split('·') }
  })

/** The terms without a factor that each of them has; undefined where one lacks it. */
function without(terms: readonly Term[], factor: string): Term[] | undefined {
  if (!terms.every(({ of }) => of.includes(factor))) return undefined
  return terms.map(({ sign, of }) => ({ sign, of: of.toSpliced(of.indexOf(factor), 1) }))
}

const written = ({ sign, of }: Term) => (sign && ` ${sign === '-' ? '−' : sign} `) + (of.join('·') || '1')

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
  return `${above.map(written).join('')} in ${below.join('·')}`
}

import type { Jacobian } from '@/derive'

const group = (dims: Jacobian['shape']['output']) => `(${dims.join(' × ')})`

/** The axes of the output, then those of the input: (N × M) × (D × M). A number has none. */
export const shapeOf = ({ shape: { output, input } }: Pick<Jacobian, 'shape'>) =>
  [output, input]
    .filter(({ length }) => length > 0)
    .map(group)
    .join(' × ') || 'a number'

/** Two products of lengths, "N·M·D", without what they share. */
function lowest(over: string, under: string): [string[], string[]] {
  const below = under.split('·')
  const above = over.split('·').filter((factor) => {
    const at = below.indexOf(factor)
    if (at >= 0) below.splice(at, 1)
    return at < 0
  })
  return [above, below]
}

/** How many of a Jacobian's entries may be other than 0, in words. */
export function shareOf({ nonzeros, entries }: Pick<Jacobian, 'nonzeros' | 'entries'>): string {
  const [above, below] = lowest(nonzeros, entries)
  if (below.length === 0) return 'all'
  return `${above.join('·') || '1'} in ${below.join('·')}`
}

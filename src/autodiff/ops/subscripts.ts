import { ShapeError, showShape } from '../core/errors.ts'
import type { Shape } from '../core/shape.ts'

export type Lengths = Readonly<Record<string, number>>

/** What subscripts such as `nd,dm->nm` say: the letters of each operand and of the output, and how long each is. */
export interface Subscripts {
  readonly terms: readonly string[]
  readonly out: string
  readonly lengths: Lengths
}

/** Each different letter, in order of appearance. */
export const unique = (letters: string): string[] => [...new Set(letters)]

/** As in NumPy, the output left out has the letters that stand once, in the order of the alphabet. */
const implied = (letters: string): string =>
  unique(letters)
    .filter((letter) => letters.split(letter).length === 2)
    .sort()
    .join('')

/** Reads subscripts beside the shapes they are for; a ShapeError names the letter or the operand that does not fit. */
export function readSubscripts(text: unknown, shapes: readonly Shape[]): Subscripts {
  const fail = (reason: string): never => {
    throw new ShapeError('einsum', shapes, reason)
  }
  if (typeof text !== 'string') return fail("its subscripts are a text, such as 'nd,dm->nm'")
  const [left = '', right, ...more] = text.replace(/\s/g, '').split('->')
  const strange = /[^A-Za-z]/.exec(left.replaceAll(',', '') + (right ?? ''))
  if (strange) return fail(`“${strange[0]}” in “${text}” is no letter`)
  if (more.length) return fail(`“${text}” has more than one arrow`)
  const terms = left.split(',')
  if (terms.length !== shapes.length)
    return fail(
      `“${text}” is for ${terms.length} operand${terms.length === 1 ? '' : 's'}, not ${shapes.length}`,
    )
  const lengths = measure(terms, shapes)
  const out = right ?? implied(terms.join(''))
  const unknown = [...out].find((letter) => lengths[letter] === undefined)
  if (unknown) return fail(`${unknown} stands in the output, and in no operand`)
  const twice = [...out].find((letter, k) => out.indexOf(letter) < k)
  if (twice) return fail(`${twice} stands twice in the output`)
  return { terms, out, lengths }
}

function measure(terms: readonly string[], shapes: readonly Shape[]): Lengths {
  const lengths: Record<string, number> = {}
  for (const [k, shape] of shapes.entries()) {
    const term = terms[k] as string // as many terms as shapes
    if (term.length !== shape.length)
      throw new ShapeError(
        'einsum',
        shapes,
        `“${term}” is for ${term.length} axes, and operand ${k + 1} is ${showShape(shape)}`,
      )
    for (const [axis, length] of shape.entries()) {
      const letter = term[axis] as string // a letter an axis
      const known = (lengths[letter] ??= length)
      if (known !== length)
        throw new ShapeError('einsum', shapes, `${letter}: ${known} ≠ ${length}`, {
          axis,
          dims: [known, length],
        })
    }
  }
  return lengths
}

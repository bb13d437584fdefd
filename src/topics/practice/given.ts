import { num } from '@/plot/format'
import type { Nested } from './draw'
import type { Formula } from './item'

const row = (of: Nested): string[] => (typeof of === 'number' ? [num(of)] : of.flatMap(row))
/** In braces a minus is a sign of its number, not one between two. */
const minus = (text: string) => text.replace(/−([\d.]+)/g, '{-$1}')

/** A number, a vector or a matrix as it is typed: [1, −2], [[1, 2], [3, 4]]. */
export const numbersText = (of: Nested): string =>
  typeof of === 'number' ? num(of) : `[${of.map((entry) => numbersText(entry)).join(', ')}]`

function numbersTex(of: Nested): string {
  if (typeof of === 'number') return minus(num(of))
  if (of.some((entry) => typeof entry !== 'number'))
    return `\\begin{bmatrix}${of.map((entry) => minus(row(entry).join(' & '))).join(' \\\\ ')}\\end{bmatrix}`
  return `\\left(${minus(row(of).join(' , '))}\\right)`
}

/** A name with its numbers, as text and as TeX; the last is how the name is set, where it is no single letter. */
export const given = (name: string, of: Nested, tex = name): Formula => ({
  text: `${name} = ${numbersText(of)}`,
  tex: `${tex} = ${numbersTex(of)}`,
})

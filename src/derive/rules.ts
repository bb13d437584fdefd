import type { Letters } from './letters.ts'
import { someMat, type Mat } from './mat.ts'
import { matText } from './matText.ts'
import type { Axis } from './tree.ts'

/** Every rule that makes a line, with its sentence. */
export const rules = {
  name: 'A name for a value that is used again: its derivative is found once.',
  given: 'This is where the derivation starts: the gradient of the output is given.',
  'no way': 'No way leads from it to the output, so nothing moves.',
  'chain rule': 'Each entry of the output may depend on this one: the chain rule sums over all of them.',
  'chain rule over all ways': 'It is used in several places, and what comes back along each way adds.',
  'known gradient':
    'What comes back through sums and products is known: of x w it is dy wᵀ and xᵀ dy, of a sum dy itself.',
  'each derivative':
    'The derivative of each entry, with a δ that is 1 where two letters are the same place, else 0.',
  'δ contracted': 'A δ under a sum leaves one term of it: its letter is put in place of the summed one.',
  'one-hot': 'A one-hot row has a single 1, so its entries add up to 1.',
  gathered: 'Like factors are taken together.',
  'pulled out':
    'What a sum does not touch stands before it, and what all terms share stands before the bracket.',
  'put together': 'The gradients of the steps between are put in; a term that is 0 for any numbers goes.',
  'written out': 'The operations on whole tensors are written out as sums over letters.',
  'written anew': 'The same, with its letters, factors or sums in another order.',
  'read as matrices': 'The sums over letters are read as operations on whole tensors.',
  'read as einsum': 'No product of matrices sums over these letters; einsum does it as it is written.',
} as const

export type RuleName = keyof typeof rules

const ordinal = (k: number): string => (k === 0 ? 'first' : 'second')

/** The sentence of recognition, made from the expression: which index is summed, where it stands, what lies transposed. */
export function whyMatrices(
  mat: Mat,
  joins: readonly { readonly letter: Axis; readonly left: Mat; readonly right: Mat }[],
  letters: Letters,
): string {
  const [join] = joins
  if (join && join.left.letters.length === 2 && join.right.letters.length === 2) {
    const { letter, left, right } = join
    const [a, b] = [left, right].map((m) => m.letters.findIndex((l) => l?.id === letter.id))
    const [one, two] = [matText(left), matText(right)]
    const text = matText(mat)
    const turned = [one, two].filter((name) => text.includes(`${name}ᵀ`) || text.includes(`(${name})ᵀ`))
    const product = `A product of matrices sums over the second index of its left factor and the first of its right one`
    return `${letters.of(letter)} is summed; it stands in the ${ordinal(a ?? 0)} place of ${one} and in the ${ordinal(b ?? 0)} place of ${two}. ${product}, so ${turned.length ? `${turned.join(' and ')} ${turned.length > 1 ? 'lie' : 'lies'} transposed` : 'neither is transposed'}.`
  }
  switch (mat.op) {
    case 'matmul':
      return 'The summed index joins two factors: a product of matrices.'
    case 'sum':
      return `The summed index stands in one factor alone: a sum along axis ${mat.axes.join(' and ')}.`
    case 'times':
      if (someMat(mat, ({ op }) => op === 'sum' || op === 'mean' || op === 'matmul'))
        return rules['read as matrices']
      return 'No index is summed: the product goes entry by entry.'
    case 'outer':
      return 'The two vectors share no index: each entry of one meets each of the other, an outer product.'
    case 'einsum':
      return rules['read as einsum']
    default:
      return rules['read as matrices']
  }
}

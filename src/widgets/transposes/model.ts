import { LayerError, recognized, type Recognized } from '@/derive'
import type { LayerLetters } from '@/figure/pure'
import { nth } from '@/autodiff'
import { conventionOf } from '@/topics/letters/conventions'
import { entriesIn } from '@/topics/letters/translate'
import { words } from './words'

export type State = {
  /** An equation of entries, or its right side alone. */
  line: string
}

export const longestLine = 200

export type Scene =
  | { readonly found: Recognized; readonly fault: undefined }
  | {
      readonly found: undefined
      readonly fault: { readonly place: readonly [number, number]; readonly sentence: string }
    }

/** What a reader's expression is, or what keeps it from being read. */
export function model({ line }: State): Scene {
  try {
    return { found: recognized(line), fault: undefined }
  } catch (error) {
    if (error instanceof LayerError)
      return { found: undefined, fault: { place: error.place, sentence: error.message } }
    throw error
  }
}

export type Example = { readonly name: string; readonly line: string }

/** Expressions to begin with, as the book has them. */
export const examples: readonly Example[] = [
  { name: '∂L/∂x of y = x w', line: 'dx[n,d] = Σ_m dy[n,m] w[d,m]' },
  { name: '∂L/∂w of y = x w', line: 'dw[d,m] = Σ_n dy[n,m] x[n,d]' },
  { name: '∂L/∂x of y = x Wᵀ', line: 'dx[n,d] = Σ_m dy[n,m] W[m,d]' },
  { name: '∂L/∂K of S = Q Kᵀ', line: 'dK[m,d] = Σ_n dS[n,m] Q[n,d]' },
  { name: words.exampleNames.sum, line: 'db[m] = Σ_n dy[n,m]' },
  { name: words.exampleNames.entries, line: 'dx[n,d] = dy[n,d] g[n,d]' },
  { name: words.exampleNames.three, line: 'dx[n,d] = Σ_m Σ_p dy[n,p] v[m,p] w[d,m]' },
  { name: words.exampleNames.mixed, line: 'dx[n,d] = Σ_m dy[n,m] g[n,m] w[d,m]' },
  { name: words.exampleNames.none, line: 'T[i,j,k] = Σ_r a[i,r] b[j,r] c[k,r]' },
]

/** The same with the layer's own gradients in the reader's letters. */
export function examplesIn(letters: LayerLetters): readonly Example[] {
  if (letters === 'handout') return examples
  const convention = conventionOf(letters)
  const own = (['x', 'w'] as const).map((by) => ({
    name: `∂L/∂${convention.letters[by]} of y = ${convention.product}`,
    line: entriesIn(convention, `d${by}`),
  }))
  return [...own, ...examples.slice(3)]
}

/** The expression in view: where it is one of the layer's that the book begins with, the reader's own of it. */
export function lineIn({ line }: State, letters: LayerLetters): string {
  const at = examples.slice(0, 2).findIndex((one) => one.line === line)
  return at < 0 || letters === 'handout' ? line : nth(examplesIn(letters), at).line
}

import { LayerError, recognized, type Recognized } from '@/derive'
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

/** Expressions to begin with. */
export const examples: readonly { readonly name: string; readonly line: string }[] = [
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

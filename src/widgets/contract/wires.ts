import type { Diagram } from '@/derive'
import { contraction } from '@/plot/wires/contraction'
import type { Scene, State } from './model'

/** Letters of the axes of z, of y and of the input, so that none is both. */
const letters = { z: ['p', 'q', 'r', 's'], y: ['n', 'm', 'o', 'u'], input: ['i', 'd', 'j', 'k'] } as const

const lettersOf = (of: keyof typeof letters, rank: number, flat: boolean): string =>
  letters[of].slice(0, flat ? 1 : rank).join('')

/** The contraction as joined wires, and the letters of those: one for each axis that is summed, or one for all. */
export function wires(
  { flat }: Pick<State, 'flat'>,
  { by, derived, outer, ...scene }: Pick<Scene, 'by' | 'derived' | 'outer' | 'wrong'>,
  chain: boolean,
): { readonly diagram: Diagram; readonly summed: readonly string[] } {
  const y = lettersOf('y', derived.y.rank, flat)
  const input = lettersOf('input', derived.input.length, flat)
  const rates = { name: `∂y/∂${by}`, letters: y + input }
  if (chain) {
    const z = lettersOf('z', outer.y.rank, flat)
    return { diagram: [contraction([{ name: '∂z/∂y', letters: z + y }, rates], z + input)], summed: [...y] }
  }
  // As printed, the nudge would have to have the axes of y.
  const [at, left] = scene.wrong ? [y, input] : [input, y]
  return { diagram: [contraction([rates, { name: `Δ${by}`, letters: at }], left)], summed: [...at] }
}

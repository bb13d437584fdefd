import type { LayerLetters } from '@/figure/pure'
import { conventionOf, isTurned, type Convention, type Owner } from '@/topics/letters/conventions'
import type { NodeName } from './model'

/** What a node lies like: weights and biases as such, all else as a batch does. */
export const ownerOf = (name: NodeName): Owner => {
  if (name === 'w1' || name === 'w2') return 'w'
  return name === 'b1' || name === 'b2' ? 'b' : 'y'
}

/** Whether a node lies the other way round than in the handout; the loss is one number. */
export const lies = (name: NodeName, letters: LayerLetters): boolean =>
  name !== 'L' && isTurned(conventionOf(letters), ownerOf(name))

/** W₁ for w₁. */
export const textIn = (text: string, { letters }: Convention): string => text.replace(/w(?=[₁₂])/g, letters.w)

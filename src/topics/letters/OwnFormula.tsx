import type { Piece } from '@/autodiff'
import { Tex, type LayerLetters, type TexNode } from '@/figure'
import { conventionOf, type Convention } from './conventions'
import { kit } from './drawn'

type Kit = ReturnType<typeof kit>
type Props = {
  letters: LayerLetters
  /** As the build has set it, in the handout's letters. */
  of: TexNode
  /** The same in a convention, made once the reader has chosen one. */
  own: (convention: Convention, kit: Kit) => Piece
  slots?: readonly (string | number)[]
}

/** A formula of the layer in the reader's letters; nothing is loaded for those of the handout. */
export function OwnFormula({ letters, of, own, slots }: Props) {
  if (letters === 'handout') return <Tex of={of} {...(slots && { slots })} />
  const drawing = kit()
  return <drawing.Formula of={own(conventionOf(letters), drawing)} said />
}

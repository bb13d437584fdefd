import { pieces, type Piece } from '@/autodiff'
import type { Layout, Shown } from '@/figure/pure'
import { owners, type Body, type Convention, type Owner } from './conventions'
import { labelIn } from './labels'
import { chainRuleIn } from './layouts'
import { forwardIn, linesIn } from './translate'

/** W: M × D */
function shapeIn(convention: Convention, of: Owner) {
  const shape = convention.shapes[of]
  const axes = pieces.joined(shape.split('×').map(pieces.letter), pieces.sign('×'))
  return {
    text: `${of}: ${shape}`,
    set: pieces.row(labelIn(convention, of), pieces.mark(':'), pieces.space(), axes),
  }
}

/** The formulas of a passage in a convention and a layout of Jacobians, each once. */
export function shownIn(
  convention: Convention,
  layout: Layout,
  wanted: readonly Shown[],
  body: Body,
): readonly { text: string; set: Piece }[] {
  const all = wanted.flatMap((of) => {
    if (of === 'shapes') return owners.map((owner) => shapeIn(convention, owner))
    if (of === 'y') return [forwardIn(convention, body)]
    if (of === 'chain-x' || of === 'chain-w') {
      const by = of === 'chain-x' ? 'x' : 'w'
      return [{ text: of, set: chainRuleIn(layout, { letter: convention.letters[by], role: by }) }]
    }
    return linesIn(convention, of, body)
  })
  return all.filter(({ text }, k) => all.findIndex((other) => other.text === text) === k)
}

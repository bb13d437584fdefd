import type { Piece } from '@/autodiff'
import type { Layout, Shown } from '@/figure/pure'
import type { Body, Convention } from './conventions'
import { chainRuleIn } from './layouts'
import { forwardIn, linesIn } from './translate'

/** The formulas of a passage in a convention and a layout of Jacobians, each once. */
export function shownIn(
  convention: Convention,
  layout: Layout,
  wanted: readonly Shown[],
  body: Body,
): readonly { text: string; set: Piece }[] {
  const all = wanted.flatMap((of) => {
    if (of === 'y') return [forwardIn(convention, body)]
    if (of === 'chain-x' || of === 'chain-w') {
      const by = of === 'chain-x' ? 'x' : 'w'
      return [{ text: of, set: chainRuleIn(layout, { letter: convention.letters[by], role: by }) }]
    }
    return linesIn(convention, of, body)
  })
  return all.filter(({ text }, k) => all.findIndex((other) => other.text === text) === k)
}

import { evaluate, readLayer } from '@/derive'
import { num } from '@/plot/format'
import { tried, whole } from '../draw'
import type { Item, Kind } from '../item'
import { rightNumber } from '../number'
import type { PracticeLayer } from '../layers'
import { chain as words, labels } from '../words'

function draw({ text }: PracticeLayer, next: () => number): Item | undefined {
  const x = whole(-2, 3, next)
  const at = evaluate(text, { x }, 1)
  const outer = at.value('du').item()
  const rate = at.value('dx').item()
  if (rate === 0 || outer === 0) return undefined
  const inner = rate / outer
  // The outer link, entered at x in place of u.
  const second = readLayer(text).steps[1]?.text ?? ''
  const early = evaluate(`u:\n${second}`, { u: x }, 1).value('du').item()
  return {
    asks: words.asks(num(x)),
    given: [],
    task: rightNumber(
      rate,
      [
        { is: outer, says: words.outer },
        { is: inner, says: words.inner },
        { is: inner + outer, says: words.added },
        { is: inner * early, says: words.early },
        { is: at.value('y').item(), says: words.value },
      ],
      words.why(num(inner), num(outer), num(rate)),
    ),
  }
}

/** The rate along a chain of two links, at a whole number. */
export const chain: Kind = {
  name: 'chain',
  label: labels['chain'],
  teaches: 'slope',
  fits: ({ from }) => from === 'slope',
  make: (layer, _of, next) => tried(20, () => draw(layer, next)),
}

import { nth } from '@/autodiff'
import { inOrder, type Offer } from '../choose'
import { shuffled } from '../draw'
import { above, linesAbout } from '../facts'
import type { Kind } from '../item'
import { labels, nextStep as words, steps, type Stage, type Step } from '../words'

const order = Object.keys(steps) as Step[]

const stageOf = (line: string | undefined): Stage => ({
  line: line !== undefined,
  partial: line !== undefined && /∂.*\/∂/.test(line),
  delta: line !== undefined && line.includes('δ'),
})

/** Which rule comes next in a derivation. */
export const nextStep: Kind = {
  name: 'next-step',
  label: labels['next-step'],
  teaches: 'linear-layer',
  fits: ({ oneWay = [], from }, of) => from !== 'jacobian' && oneWay.includes(of),
  make(layer, of, next) {
    const lines = linesAbout(layer, of)
    const from = above(layer, of)
    const at = Math.floor(next() * order.length)
    const rule = lines[at]?.rule
    if (from === undefined || rule === undefined || rule !== nth(order, at)) return undefined
    const so = lines.slice(0, at)
    const stage = stageOf(so.at(-1)?.text)
    const all = order.map((step): Offer => ({
      text: steps[step],
      says: step === rule ? nth(lines, at).why : words.not(step, stage),
    }))
    return {
      asks: at === 0 ? words.asksFirst(of, from) : words.asks,
      given: so.map(({ text, tex }) => ({ text, tex })),
      task: inOrder(nth(all, at), shuffled(all, next)),
    }
  },
}

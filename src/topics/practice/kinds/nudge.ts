import { nth } from '@/autodiff'
import { evaluate } from '@/derive'
import { num, settled } from '@/plot/format'
import { pick, tried, whole } from '../draw'
import { given } from '../given'
import { rightNumber } from '../number'
import type { Item, Kind } from '../item'
import type { PracticeLayer } from '../layers'
import { labels, nudge as words } from '../words'

const text = (value: number) => num(settled(value), 6)
const vectorText = (entries: readonly number[]) => `(${entries.map(text).join(', ')})`

function one({ text: layer }: PracticeLayer, next: () => number): Item | undefined {
  const x = whole(-2, 3, next)
  const by = pick([0.1, -0.1, 0.2], next)
  const at = evaluate(layer, { x }, 1)
  const [rate, value] = [at.value('dx').item(), at.value('y').item()]
  const after = evaluate(layer, { x: x + by }, 1)
    .value('y')
    .item()
  if (rate === 0) return undefined
  return {
    asks: words.asks('x', num(x), num(by), 'y'),
    given: [],
    task: rightNumber(
      rate * by,
      [
        { is: after - value, says: words.true },
        { is: rate, says: words.rate },
        { is: value + rate * by, says: words.after },
      ],
      words.why(text(rate), text(by), text(rate * by)),
    ),
  }
}

function many({ text: layer, by: [of = ''] }: PracticeLayer, next: () => number): Item | undefined {
  const draw = () => [whole(-2, 3, next), whole(-2, 3, next)]
  const [x, other] = [draw(), draw()]
  const by = [pick([0.1, 0.2], next), pick([-0.1, -0.2], next)]
  const inputs = { [of]: x, a: other, c: other }
  const at = evaluate(layer, inputs, 1)
  const rates = [...at.value(`d${of}`).data]
  const parts = rates.map((rate, k) => rate * nth(by, k))
  const moved = { ...inputs, [of]: x.map((entry, k) => entry + nth(by, k)) }
  const change = parts.reduce((a, b) => a + b)
  const value = at.value('L').item()
  if (rates.some((rate) => rate === 0) || Math.abs(change) < 0.05) return undefined
  return {
    asks: words.asks(of, vectorText(x), vectorText(by), 'L'),
    given: [given(layer.includes('a: D') ? 'a' : 'c', other)],
    task: rightNumber(
      change,
      [
        { is: evaluate(layer, moved, 1).value('L').item() - value, says: words.true },
        { is: nth(parts, 0), says: words.first },
        { is: parts.reduce((sum, part) => sum + Math.abs(part), 0), says: words.sizes },
        { is: value + change, says: words.after },
      ],
      words.whyMany(vectorText(rates), vectorText(by), text(change)),
    ),
  }
}

/** The change that the rate promises for a small nudge. */
export const nudge: Kind = {
  name: 'nudge',
  label: labels['nudge'],
  teaches: 'slope',
  fits: ({ from }) => from === 'slope' || from === 'gradient',
  make: (layer, _of, next) =>
    tried(20, () => (layer.from === 'slope' ? one(layer, next) : many(layer, next))),
}

import { nth } from '@/autodiff'
import { derive, readLayer } from '@/derive'
import { inOrder, type Offer } from '../choose'
import { pick, tried } from '../draw'
import { planted, type Planted } from '../facts'
import type { Item, Kind } from '../item'
import type { PracticeLayer } from '../layers'
import { quiet } from '../quiet'
import { labels, wrongLine as words } from '../words'

const fewest = 3
const most = 9

function draw(layer: PracticeLayer, of: string, next: () => number): Item | undefined {
  const { lines } = derive(layer.text, of)
  if (lines.length < fewest || lines.length > most) return undefined
  const at = Math.floor(next() * lines.length)
  const line = nth(lines, at)
  if (line.rule === 'name') return undefined
  const about = /^d(\p{L}+\d*)/u.exec(line.text)?.[1] ?? of
  const made = planted(layer, about, line.text, [pick(quiet, next)])
  const [wrong] = made
  if (!wrong) return undefined
  const all = lines.map(({ text, tex, why }, k): Offer | Planted =>
    k === at ? wrong : { text, tex, says: words.holds(k, why) },
  )
  return { asks: words.asks(of, lines.length), given: [], task: inOrder(wrong, all) }
}

/** Each step without a name of its own makes a derivation longer by five lines. */
const hidden = (text: string) => readLayer(text).steps.filter((step) => step.hidden).length

/** A derivation with one planted mistake. */
export const wrongLine: Kind = {
  name: 'wrong-line',
  label: labels['wrong-line'],
  teaches: 'linear-layer',
  fits: ({ oneWay = [], from, text }, of) => from !== 'jacobian' && oneWay.includes(of) && hidden(text) < 2,
  make: (layer, of, next) => tried(60, () => draw(layer, of, next)),
}

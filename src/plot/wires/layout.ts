import { nth } from '@/autodiff'
import type { Diagram, Product } from '@/derive'
import { Drawing } from './drawing'
import { beside, empty, px, rim, widthOf, type Laid } from './laid'
import { ordered, rowOf, type End, type Item } from './links'
import { portsOf, type Placed, type Spanned } from './plan'
import { tracksOf } from './tracks'

export type LayoutOptions = {
  /** The nodes stand as they are listed, so that one that is taken out leaves its place. */
  readonly fixed?: boolean
  /** The letters whose ends meet a wire outside, on the rim of a function. */
  readonly meets?: { readonly left?: string | undefined; readonly right?: string | undefined }
}

/** Where the nodes and wires of a product stand: nodes in a row, wires straight where they can be, else above or below. */
export function layout(product: Product, options: LayoutOptions = {}): Laid {
  const row = rowOf(product)
  const order = ordered(row, options.fixed === true)
  const count = order.length
  const at = new Map(order.map((item, k) => [item, k]))
  const place = (end: End) => ('item' in end ? (at.get(end.item) ?? 0) : end.side === 'left' ? -1 : count)
  const links = row.links.map((link): Spanned => {
    const [a, b] = [place(link.from), place(link.to)]
    return a <= b ? { ...link, a, b } : { ...link, from: link.to, to: link.from, a: b, b: a }
  })
  const straight = new Map<number, Spanned>()
  for (const link of links) if (link.b - link.a === 1 && !straight.has(link.a)) straight.set(link.a, link)
  const bent = links.filter((link) => straight.get(link.a) !== link)
  const tracks = tracksOf(bent.map(({ a, b }) => ({ from: a, to: b })))
  const letterOf = (wire: number) => product.wires[wire]?.letters[0] ?? ''
  const placed = order.map((item, k) => {
    const meets = { left: outside(straight.get(k - 1), letterOf), right: outside(straight.get(k), letterOf) }
    const ports = Math.max(0, ...portsOf(k, bent, tracks).map(({ length }) => length))
    return sized(nth(row.items, item), ports, meets)
  })
  return new Drawing(
    product,
    { items: order.map((item) => nth(row.items, item)), placed, straight, bent, tracks },
    options,
  ).laid
}

const outside = (link: Spanned | undefined, letterOf: (wire: number) => string) => link && letterOf(link.wire)

function sized(item: Item, ports: number, meets: NonNullable<LayoutOptions['meets']>): Placed {
  if (item.kind !== 'node') {
    const half = px.dot / 2
    return { width: item.kind === 'bare' ? px.leg : px.dot, up: half, down: half, inner: undefined }
  }
  const { node } = item
  const least = (ports + 1) * px.port
  if (node.kind !== 'bubble') {
    const width = Math.max(px.box, widthOf(node.name) + 14, least)
    return { width, up: px.box / 2, down: px.box / 2, inner: undefined }
  }
  const [[only, ...more] = [], ...others] = node.inside
  const alone = only && only.factor === '' && more.length + others.length === 0
  const inner = alone
    ? layout(only, { meets })
    : beside(
        node.inside.map((part) => layoutAll(part)),
        ',',
      )
  return {
    width: Math.max(inner.width + (alone ? 0 : 2 * rim.side), widthOf(node.name) + 24, least),
    up: inner.base + rim.top,
    down: inner.height - inner.base + rim.bottom,
    inner,
  }
}

/** Terms in a row with their signs between. */
function layoutAll(diagram: Diagram): Laid {
  const parts = diagram.map((product, k) => {
    const { sign, factor } = signed(product, k)
    const drawn = layout(product)
    return factor === '' && sign === '' ? drawn : beside([empty, drawn], `${sign}${factor}`)
  })
  return beside(parts, '')
}

/** What stands before a product: + or − from the second on, and its number. */
export function signed({ factor }: Product, k: number): { readonly sign: string; readonly factor: string } {
  const plain = factor.replace(/^\((.*)\)$/, '$1')
  const minus = plain.startsWith('-')
  const rest = plain.replace(/^-/, '').replace(/^1$/, '')
  return { sign: minus ? '−' : k > 0 ? '+' : '', factor: rest }
}

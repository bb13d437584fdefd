import { nth } from '@/autodiff'
import type { Node, Product } from '@/derive'

/** What stands in the row: a node of the diagram, a dot where wires meet, or a wire alone. */
export type Item =
  | { readonly kind: 'node'; readonly node: Node; readonly is: number }
  | { readonly kind: 'dot'; readonly wire: number }
  | { readonly kind: 'bare'; readonly wire: number }

/** Where a link ends: at an item of the row, or free at one side, with a letter. */
export type End = { readonly item: number } | { readonly side: 'left' | 'right'; readonly letter: string }

/** A stretch of a wire between two ends. One stretch of each wire carries its letter. */
export type Link = {
  readonly wire: number
  readonly from: End
  readonly to: End
  readonly letter: string
}

type Row = { readonly items: readonly Item[]; readonly links: readonly Link[] }

/** The first axes leave on the left, the last on the right; the only one where its letter stands in its tensor. */
function sideOf(product: Product, k: number): 'left' | 'right' {
  const { free, nodes } = product
  if (free.length === 1) {
    const [wire] = free
    const node = nodes.find(({ legs }) => legs.some((leg) => leg === wire))
    return node && node.legs.length > 1 && node.legs[0] !== wire ? 'right' : 'left'
  }
  return k < Math.ceil(free.length / 2) ? 'left' : 'right'
}

/** The items and links of a product. A wire with two ends is one link; one with more, or fewer, has a dot. */
export function rowOf(product: Product): Row {
  const { nodes, wires, free } = product
  const items: Item[] = nodes.map((node, is) => ({ kind: 'node', node, is }))
  const links: Link[] = []
  for (const [wire, { letters }] of wires.entries()) {
    const [letter = ''] = letters
    const inner: End[] = nodes.flatMap(({ legs }, item) =>
      legs.filter((leg) => leg === wire).map(() => ({ item })),
    )
    // Where a δ has made one wire of two free letters, each end has its own.
    const outer = free.flatMap((one, k): End[] =>
      one === wire
        ? [
            {
              side: sideOf(product, k),
              letter: letters[free.slice(0, k).filter((w) => w === wire).length] ?? letter,
            },
          ]
        : [],
    )
    const ends = [...inner, ...outer]
    const joined = inner.length > 0 ? letters.join('=') : letter
    if (ends.length === 2 && inner.length > 0) {
      links.push({ wire, from: nth(ends, 0), to: nth(ends, 1), letter: outer.length > 0 ? '' : joined })
      continue
    }
    const item = items.push({ kind: inner.length === 0 && ends.length === 2 ? 'bare' : 'dot', wire }) - 1
    for (const [k, end] of ends.entries())
      links.push({ wire, from: end, to: { item }, letter: outer.length === 0 && k === 0 ? joined : '' })
  }
  return { items, links }
}

const most = 7

/** The order in which the items stand, so that the links are short; where two are as good, as they are listed. */
export function ordered({ items, links }: Row, fixed: boolean): number[] {
  const all = items.map((_, k) => k)
  const cost = (order: readonly number[]) => costOf(order, links, fixed ? items : undefined)
  return items.length <= most ? bestOf(all, cost) : improved(all, cost)
}

function costOf(order: readonly number[], links: readonly Link[], kept: readonly Item[] | undefined): number {
  const at = new Map(order.map((item, k) => [item, k]))
  const place = (end: End) =>
    'item' in end ? (at.get(end.item) ?? 0) : end.side === 'left' ? -1 : order.length
  const reach = links.reduce((sum, { from, to }) => sum + Math.abs(place(from) - place(to)), 0)
  let swaps = 0
  for (const [k, a] of order.entries())
    for (const b of order.slice(k + 1))
      if (a > b) swaps += kept && kept[a]?.kind === 'node' && kept[b]?.kind === 'node' ? 100 : 0.01
  return reach + swaps
}

function bestOf(all: readonly number[], cost: (order: readonly number[]) => number): number[] {
  let [best, least] = [[...all], cost(all)]
  const visit = (order: readonly number[], rest: readonly number[]) => {
    if (rest.length === 0) {
      const now = cost(order)
      if (now < least) [best, least] = [[...order], now]
    }
    for (const item of rest)
      visit(
        [...order, item],
        rest.filter((other) => other !== item),
      )
  }
  visit([], all)
  return best
}

/** Swaps two at a time, as long as it helps. */
function improved(all: readonly number[], cost: (order: readonly number[]) => number): number[] {
  let best = [...all]
  for (let rounds = 0; rounds < 12; rounds++) {
    const before = cost(best)
    for (let a = 0; a < best.length; a++)
      for (let b = a + 1; b < best.length; b++) {
        const next = best.with(a, nth(best, b)).with(b, nth(best, a))
        if (cost(next) < cost(best)) best = next
      }
    if (cost(best) >= before) break
  }
  return best
}

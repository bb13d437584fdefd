import { nth } from '@/autodiff'
/** A node as the layout needs it: its id, whom it takes from, in order, and its size where that is not the usual. */
export type LayoutNode = { id: number; inputs: readonly number[]; width?: number; height?: number }

export type LayoutOptions = {
  /** Which way the computation runs. */
  direction?: 'right' | 'down'
  /** The usual box, in pixels. */
  box?: { width: number; height: number }
  /** The room between two layers (an edge's label stands there), and between two boxes of one layer. */
  gap?: { layers: number; boxes: number }
}

export type Box = { id: number; x: number; y: number; width: number; height: number }
/** An edge from a node to the `slot`-th input of another, as a path that runs forward, and a place for its label. */
export type Edge = {
  from: number
  to: number
  slot: number
  path: string
  /** Its two ends, on the boxes' rims. */
  start: { x: number; y: number }
  end: { x: number; y: number }
  label: { x: number; y: number }
}
export type Layout = {
  width: number
  height: number
  boxes: ReadonlyMap<number, Box>
  edges: readonly Edge[]
}

/** A box, or a place where an edge passes a layer; `main` runs with the computation, `cross` beside it. */
type Item = { id: number; layer: number; cross: number; size: number; near: Item[]; node?: LayoutNode }

/**
 * Places a computation's graph in layers: each node one layer after the last of its inputs, each input beside its first
 * use, long edges led round the boxes between. Nodes must come after their inputs, as `trace` lists them. Pure: for SVG
 * (`GraphPicture`) or any other drawing. Boxes are given by their upper left corner; all lengths are in pixels.
 */
export function layoutGraph(
  nodes: readonly LayoutNode[],
  {
    direction = 'right',
    box = { width: 64, height: 44 },
    gap = { layers: 90, boxes: 28 },
  }: LayoutOptions = {},
): Layout {
  const down = direction === 'down'
  const sizeOf = ({ width = box.width, height = box.height }: LayoutNode) =>
    down ? { main: height, cross: width } : { main: width, cross: height }
  const layerOf = layersOf(nodes)
  const items = new Map(
    nodes.map((node) => [
      node.id,
      {
        id: node.id,
        layer: layerOf.get(node.id) ?? 0,
        cross: 0,
        size: sizeOf(node).cross,
        near: [],
        node,
      } as Item,
    ]),
  )
  const routes = nodes.flatMap((node) => node.inputs.map((from, slot) => routeOf(items, from, node.id, slot)))
  const layers = layered([...items.values(), ...routes.flatMap(({ via }) => via)])
  order(layers)
  spread(layers, gap.boxes)

  const breadth = layers.map((layer) =>
    Math.max(box[down ? 'height' : 'width'], ...layer.map(({ node }) => (node ? sizeOf(node).main : 0))),
  )
  const starts = breadth.map((_, k) => breadth.slice(0, k).reduce((sum, b) => sum + b + gap.layers, 0))
  const least = Math.min(...layers.flat().map(({ cross, size }) => cross - size / 2))
  const most = Math.max(...layers.flat().map(({ cross, size }) => cross + size / 2))
  const length = (starts.at(-1) ?? 0) + (breadth.at(-1) ?? 0)
  const point = (main: number, cross: number) =>
    down ? { x: cross - least, y: main } : { x: main, y: cross - least }

  const boxes = new Map(
    [...items.values()].map((item) => {
      const { main } = sizeOf(item.node as LayoutNode) // every item of `items` is a node
      const middle = nth(starts, item.layer) + nth(breadth, item.layer) / 2
      const corner = point(middle - main / 2, item.cross - item.size / 2)
      return [
        item.id,
        {
          id: item.id,
          ...corner,
          ...(down ? { width: item.size, height: main } : { width: main, height: item.size }),
        },
      ]
    }),
  )
  const edges = routes.map(({ from, to, slot, via }): Edge => {
    const end = (item: Item, side: 1 | -1, cross: number) => {
      const main = sizeOf(item.node as LayoutNode).main // the ends of a route are nodes
      return { main: nth(starts, item.layer) + nth(breadth, item.layer) / 2 + (side * main) / 2, cross }
    }
    const count = to.node?.inputs.length ?? 1
    const port = to.cross + to.size * ((slot + 1) / (count + 1) - 0.5) * 0.8
    const bends = via.map((item) => ({
      main: nth(starts, item.layer) + nth(breadth, item.layer) / 2,
      cross: item.cross,
    }))
    const stops = [end(from, 1, from.cross), ...bends, end(to, -1, port)]
    const [first, second] = stops as [Stop, Stop] // a route has two ends
    const last = stops.at(-1) ?? second
    const middle = point((first.main + second.main) / 2, (first.cross + second.cross) / 2)
    const [start, tip] = [point(first.main, first.cross), point(last.main, last.cross)]
    return { from: from.id, to: to.id, slot, path: curve(stops, point), start, end: tip, label: middle }
  })
  const [width, height] = down ? [most - least, length] : [length, most - least]
  return { width, height, boxes, edges }
}

/** One layer after the last input; what has no inputs stands one layer before its first use. */
function layersOf(nodes: readonly LayoutNode[]): Map<number, number> {
  const found = new Map<number, number>()
  for (const { id, inputs } of nodes)
    found.set(id, Math.max(0, ...inputs.map((from) => (found.get(from) ?? 0) + 1)))
  for (const { id, inputs } of nodes.toReversed()) {
    const uses = nodes.filter((node) => node.inputs.includes(id)).map((node) => found.get(node.id) ?? 0)
    if (inputs.length === 0 && uses.length > 0) found.set(id, Math.max(0, Math.min(...uses) - 1))
  }
  return found
}

type Route = { from: Item; to: Item; slot: number; via: Item[] }

/** An edge with an item in each layer that it passes. */
function routeOf(items: ReadonlyMap<number, Item>, start: number, end: number, slot: number): Route {
  const [from, to] = [items.get(start), items.get(end)]
  if (!from || !to) throw new Error(`node ${end} takes from ${start}, which is not among the nodes`)
  const via: Item[] = []
  for (let layer = from.layer + 1; layer < to.layer; layer++)
    via.push({ id: -1, layer, cross: 0, size: 8, near: [] })
  const chain = [from, ...via, to]
  for (const [k, item] of chain.entries()) {
    const next = chain[k + 1]
    if (next) {
      item.near.push(next)
      next.near.push(item)
    }
  }
  return { from, to, slot, via }
}

function layered(items: readonly Item[]): Item[][] {
  const layers: Item[][] = Array.from(
    { length: Math.max(0, ...items.map(({ layer }) => layer)) + 1 },
    () => [],
  )
  for (const item of items) layers[item.layer]?.push(item)
  for (const layer of layers) for (const [k, item] of layer.entries()) item.cross = k
  return layers
}

const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length
const pull = (item: Item, side: -1 | 1) => {
  const near = item.near.filter(({ layer }) => Math.sign(layer - item.layer) === side)
  return near.length > 0 ? mean(near.map(({ cross }) => cross)) : item.cross
}

/** Sorts each layer by where its neighbors are, there and back a few times, so that few edges cross. */
function order(layers: readonly Item[][]) {
  for (let sweep = 0; sweep < 6; sweep++) {
    const side = sweep % 2 ? 1 : -1
    for (const layer of side < 0 ? layers : layers.toReversed()) {
      const wanted = new Map(layer.map((item) => [item, pull(item, side)]))
      layer.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0))
      for (const [k, item] of layer.entries()) item.cross = k
    }
  }
}

/** Gives each item its place beside the run: as near its neighbors as the others of its layer let it. */
function spread(layers: readonly Item[][], gap: number) {
  for (const layer of layers)
    settle(
      layer,
      layer.map((_, k) => k),
      gap,
    )
  for (let sweep = 0; sweep < 41; sweep++)
    for (const layer of sweep % 2 ? layers.toReversed() : layers)
      settle(
        layer,
        layer.map((item) => (item.near.length > 0 ? mean(item.near.map(({ cross }) => cross)) : item.cross)),
        gap,
      )
}

/** Moves a layer's items to where they want to be, in their order and apart, and centered on what they wanted. */
function settle(layer: readonly Item[], wanted: readonly number[], gap: number) {
  let edge = -Infinity
  for (const [k, item] of layer.entries()) {
    item.cross = Math.max(nth(wanted, k), edge + item.size / 2)
    edge = item.cross + item.size / 2 + gap
  }
  const off = mean(layer.map((item, k) => item.cross - nth(wanted, k)))
  for (const item of layer) item.cross -= off
}

type Stop = { main: number; cross: number }
type Point = (main: number, cross: number) => { x: number; y: number }

/** A smooth path through the stops, leaving and arriving along the run. */
function curve(stops: readonly Stop[], point: Point): string {
  const at = ({ main, cross }: Stop) => {
    const { x, y } = point(main, cross)
    return `${x.toFixed(1)},${y.toFixed(1)}`
  }
  return stops
    .map((stop, k) => {
      const last = stops[k - 1]
      if (!last) return `M${at(stop)}`
      const half = (last.main + stop.main) / 2
      return `C${at({ main: half, cross: last.cross })} ${at({ main: half, cross: stop.cross })} ${at(stop)}`
    })
    .join('')
}

import { describe, expect, it } from 'vitest'
import { layoutGraph, type Box, type LayoutNode } from './graph'

// x, w → y = xw → z, c → p → L, as trace would list them
const layer: LayoutNode[] = [
  { id: 0, inputs: [] },
  { id: 1, inputs: [] },
  { id: 2, inputs: [0, 1] },
  { id: 3, inputs: [2] },
  { id: 4, inputs: [] },
  { id: 5, inputs: [3, 4] },
  { id: 6, inputs: [5] },
]
const at = (boxes: ReadonlyMap<number, Box>, id: number) =>
  boxes.get(id) ?? { id, x: NaN, y: NaN, width: 0, height: 0 }
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

describe('the layout of a graph', () => {
  it('puts each node after its inputs, and an input beside its first use', () => {
    const { boxes } = layoutGraph(layer)
    for (const { id, inputs } of layer)
      for (const from of inputs) expect(at(boxes, from).x).toBeLessThan(at(boxes, id).x)
    expect(at(boxes, 4).x).toBe(at(boxes, 3).x)
  })

  it('runs down as well, with the same boxes side by side', () => {
    const [right, down] = [layoutGraph(layer), layoutGraph(layer, { direction: 'down' })]
    for (const { id } of layer) {
      expect(at(down.boxes, id).width).toBe(64)
      expect(Math.sign(at(down.boxes, id).y - at(down.boxes, 2).y)).toBe(
        Math.sign(at(right.boxes, id).x - at(right.boxes, 2).x),
      )
    }
    expect(down.height).toBeGreaterThan(down.width)
  })

  it('lets no boxes overlap, and keeps all within its width and height', () => {
    // Each node takes from the one before and from one far back, so that long edges abound.
    const knotted: LayoutNode[] = Array.from({ length: 14 }, (_, id) => ({
      id,
      inputs: id < 3 ? [] : [id - 1, Math.floor(id / 3)],
      width: 40 + 10 * (id % 4),
    }))
    for (const direction of ['right', 'down'] as const)
      for (const nodes of [layer, knotted]) {
        const { boxes, width, height } = layoutGraph(nodes, { direction })
        const all = [...boxes.values()]
        for (const [k, a] of all.entries()) {
          expect(all.slice(k + 1).filter((b) => overlap(a, b))).toEqual([])
          expect(Math.min(a.x, a.y)).toBeGreaterThanOrEqual(-1e-9)
          expect(a.x + a.width).toBeLessThanOrEqual(width + 1e-9)
          expect(a.y + a.height).toBeLessThanOrEqual(height + 1e-9)
        }
      }
  })

  it('has an edge for each input, also for one that is taken twice', () => {
    const square: LayoutNode[] = [
      { id: 0, inputs: [] },
      { id: 1, inputs: [0, 0] },
    ]
    const { edges } = layoutGraph(square)
    expect(edges.map(({ from, to, slot }) => [from, to, slot])).toEqual([
      [0, 1, 0],
      [0, 1, 1],
    ])
    expect(new Set(edges.map(({ path }) => path)).size).toBe(2)
    expect(layoutGraph(layer).edges).toHaveLength(6)
  })

  it('leads an edge that passes a layer round the box that stands there', () => {
    const skip: LayoutNode[] = [
      { id: 0, inputs: [] },
      { id: 1, inputs: [0] },
      { id: 2, inputs: [1, 0] },
    ]
    const { edges, boxes } = layoutGraph(skip)
    const long = edges.find(({ from, to }) => from === 0 && to === 2)?.path ?? ''
    const middle = /C.* ([\d.]+),([\d.]+)C/.exec(long)
    const { y, height } = at(boxes, 1)
    const passes = Number(middle?.[2])
    expect(passes < y || passes > y + height).toBe(true)
  })

  it('says which node is missing', () => {
    expect(() => layoutGraph([{ id: 1, inputs: [7] }])).toThrow(/node 1 takes from 7/)
  })
})

import {
  label,
  matmul,
  mul,
  relu,
  sum,
  tensor,
  trace,
  type Graph,
  type GraphNode,
  type Tensor,
} from '@/autodiff'
import type { Numbers, Sizes } from '@/topics/linear-layer/model'
import { binary, decimal } from '@/plot/bytes'

/** What the reader sets: the layer's x and w, and the loss's weights c, of the shape of y. */
export type Inputs = { x: Numbers; w: Numbers; c: Numbers }
export type Name = 'x' | 'w' | 'y' | 'z' | 'c' | 'p' | 'L'

/** The layer in a small network: y = xw, z = relu(y), p = z ⊙ c, L = the sum of p. */
export function networkOf({ x, w, c }: Inputs): Graph {
  const weights = tensor(c)
  const network = (input: Tensor, layer: Tensor) => {
    const y = label('y', matmul(input, layer))
    const z = label('z', relu(y))
    const p = label('p', mul(z, weights))
    return label('L', sum(p))
  }
  return trace(network, [x, w], { labels: ['x', 'w'] })
}

/** The book's name of a node; the one constant is c. */
export const nameOf = ({ label: name }: GraphNode): Name => (name ?? 'c') as Name // every other value is labelled

export const nodeOf = ({ nodes }: Graph, name: Name): GraphNode => {
  const found = nodes.find((node) => nameOf(node) === name)
  if (!found) throw new Error(`the network has no ${name}`)
  return found
}

/** The values that each local rule reads on the way back; the test takes the others away and finds no difference. */
export const reads: Readonly<Record<Name, readonly Name[]>> = {
  x: [],
  w: [],
  c: [],
  y: ['x', 'w'],
  z: ['z'],
  p: ['c'],
  L: [],
}

/** What the forward pass leaves behind for the backward pass. */
export const kept: readonly Name[] = [...new Set(Object.values(reads).flat())]

/** What there is whichever way the rates are taken, the layer's weights and the loss's: no pass has to keep it. */
export const weights: readonly Name[] = ['w', 'c']

/** What the backward pass needs beyond them. */
export const keptBeyond = kept.filter((name) => !weights.includes(name))

type Shapes = Readonly<Record<Name, readonly number[]>>

/** The shapes at any sizes. */
export function shapesAt({ N, D, M }: Sizes): Shapes {
  const y = [N, M]
  return { x: [N, D], w: [D, M], y, z: y, c: y, p: y, L: [] }
}

/** The same as they lie in the reader's letters. */
export const shapesIn = (shapes: Shapes, lies: (name: Name) => boolean): Shapes =>
  Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, lies(name as Name) ? shape.toReversed() : shape]),
  ) as Shapes // the same names

export const entries = (shape: readonly number[]) => shape.reduce((count, size) => count * size, 1)

/** The bytes of some values at these sizes, as text: 4 bytes a number in powers of two, 8 in powers of ten. */
export function bytesText(names: readonly Name[], sizes: Sizes, bytesEach: 4 | 8): string {
  const shapes = shapesAt(sizes)
  const bytes = BigInt(names.reduce((total, name) => total + entries(shapes[name]) * bytesEach, 0))
  return bytesEach === 4 ? binary(bytes) : decimal(bytes)
}

/** How many passes give every rate of L, or of y, by x and w: forward mode takes one an input, reverse one an output. */
export function passes(sizes: Sizes) {
  const { x, w, y, L } = shapesAt(sizes)
  const inputs = entries(x) + entries(w)
  return { L: { forward: inputs, reverse: entries(L) }, y: { forward: inputs, reverse: entries(y) } }
}

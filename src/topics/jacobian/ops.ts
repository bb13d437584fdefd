import { entry } from '@/plot/format'
import { inside, shifted, spread, type Arrangement, type Index, type Shape } from '@/plot/nesting'
import { words } from './words'

export type Sizes = { N: number; D: number; M: number }
export type By = 'x' | 'w'
export type { Shape } from '@/plot/nesting'

/** An operation to differentiate: a formula in x and w, what is derived by, and the shapes of both at given sizes. */
export type Op = {
  name: string
  label: string
  formula: (sizes: Sizes) => string
  by: By
  shapes: (sizes: Sizes) => { x: Shape; w?: Shape }
  /** Which of the three sizes count. */
  sizes: readonly (keyof Sizes)[]
}

const matrix = ({ N, D }: Sizes) => ({ x: [N, D] })
const layer = ({ N, D, M }: Sizes) => ({ x: [N, D], w: [D, M] })

export const ops = [
  {
    name: 'matmul-x',
    label: words.matmulX,
    formula: () => 'x @ w',
    by: 'x',
    shapes: layer,
    sizes: ['N', 'D', 'M'],
  },
  {
    name: 'matmul-w',
    label: words.matmulW,
    formula: () => 'x @ w',
    by: 'w',
    shapes: layer,
    sizes: ['N', 'D', 'M'],
  },
  {
    name: 'elementwise',
    label: 'elementwise',
    formula: () => 'tanh(x)',
    by: 'x',
    shapes: matrix,
    sizes: ['N', 'D'],
  },
  {
    name: 'sum',
    label: words.sum,
    formula: () => 'sum(x, axis=0)',
    by: 'x',
    shapes: matrix,
    sizes: ['N', 'D'],
  },
  {
    name: 'mean',
    label: words.mean,
    formula: () => 'mean(x, axis=1)',
    by: 'x',
    shapes: matrix,
    sizes: ['N', 'D'],
  },
  { name: 'transpose', label: 'transpose', formula: () => 'xᵀ', by: 'x', shapes: matrix, sizes: ['N', 'D'] },
  {
    name: 'broadcast',
    label: 'broadcast',
    formula: ({ N, D }) => `broadcastTo(x, [${N}, ${D}])`,
    by: 'x',
    shapes: ({ D }) => ({ x: [D] }),
    sizes: ['N', 'D'],
  },
  {
    name: 'outer',
    label: words.outer,
    formula: () => 'outer(x, w)',
    by: 'x',
    shapes: ({ N, M }) => ({ x: [N], w: [M] }),
    sizes: ['N', 'M'],
  },
  {
    name: 'softmax',
    label: words.softmax,
    formula: () => 'softmax(x, axis=1)',
    by: 'x',
    shapes: matrix,
    sizes: ['N', 'D'],
  },
  {
    name: 'convolution',
    label: 'convolution',
    formula: () => 'conv2d(x, w)',
    by: 'x',
    // An image of one channel, one larger than the window of 2 × 2 needs, so that no size leaves y empty.
    shapes: ({ N, D }) => ({ x: [N + 1, D + 1, 1], w: [2, 2, 1, 1] }),
    sizes: ['N', 'D'],
  },
] as const satisfies Op[]

export type OpName = (typeof ops)[number]['name']

export const opOf = (name: string): Op | undefined => ops.find((op) => op.name === name)

const first: Record<By, readonly number[]> = {
  x: [1, 2, 0.5, -1, 1.5, -0.5, 3, 0.2, -2, 0.8, 2.5, -1.5],
  w: [1.2, 0.4, -0.7, -0.3, 0.9, 1.5, 0.6, -1.1, 0.1, 2, -0.2, 1.4],
}

/** Numbers to begin with: none is zero, and no two of the first are the same, so that copies show as copies. */
export const fill = (which: By, shape: Shape): number[] =>
  Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, k) => {
    const given = first[which][k]
    return given ?? (((k * 29 + (which === 'x' ? 7 : 16)) % 61) - 30.5) / 10
  })

/** A kernel of a convolution lies beside its image: rows down, all else across. */
export const arrangement = (shape: Shape): Arrangement =>
  shape.length === 4 && shape[2] === 1 && shape[3] === 1
    ? { down: [0], across: [3, 2, 1] }
    : spread(shape.length)

/** An entry's name: y₁,₂ for the index (0, 1). */
export const called = (name: string, index: Index) => entry(name, ...index.map((k) => k + 1))

export type Look = 'y' | 'x' | 'flat'

/** ∂y/∂x as a y-shaped grid of x-shaped blocks, as an x-shaped grid of y-shaped ones, or as one matrix. */
export function arrange(y: Shape, x: Shape, look: Look): Arrangement {
  const axes = (count: number, from: number) => Array.from({ length: count }, (_, k) => from + k)
  if (look === 'flat') return { down: axes(y.length, 0), across: axes(x.length, y.length) }
  const [outputs, inputs] = [arrangement(y), shifted(arrangement(x), y.length)]
  return look === 'y' ? inside(outputs, inputs) : inside(inputs, outputs)
}

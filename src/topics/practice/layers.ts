import { programOf, type Program } from '@/topics/programs/programs'
import type { Chapter } from './chapters'

/** A layer to practise on. None is worked out by a chapter. */
export type PracticeLayer = Program & {
  /** The chapter from which on it can be read. */
  readonly from: Chapter
  /** The inputs whose gradient is one product of matrices. */
  readonly product?: readonly string[]
  /** The inputs that lead to the output in one way and one term, so that their gradient is a single sum. */
  readonly oneWay?: readonly string[]
  /** The inputs by which the Jacobian has no entry that is 0 whatever the numbers are. */
  readonly full?: readonly string[]
  /** The inputs whose gradient can be worked out by hand, on small whole numbers. */
  readonly byHand?: readonly string[]
}

const scalar = (name: string, label: string, inner: string, outer: string): PracticeLayer => ({
  name,
  label,
  text: `x:\nu = ${inner}\ny = ${outer}`,
  by: ['x'],
  from: 'slope',
})
const listed = (name: string, more: Omit<PracticeLayer, keyof Program>): PracticeLayer => ({
  ...programOf(name),
  ...more,
})

const links = [
  scalar('square-of-line', 'The square of a line', '3 x - 1', 'u^2'),
  scalar('cube-of-line', 'The cube of a line', '2 x - 3', 'u^3'),
  scalar('line-of-square', 'A square, then a line', 'x^2', '5 u - 4'),
  scalar('square-of-square', 'A square of a square', 'x^2 - 3', 'u^2'),
  scalar('line-of-cube', 'A cube, then a line', 'x^3', '2 u + 1'),
  scalar('square-of-falling', 'The square of a falling line', '4 - x', 'u^2'),
]

const toOne: readonly PracticeLayer[] = [
  {
    name: 'weighted-squares',
    label: 'Squares, weighted and added',
    text: 'x: D\na: D\nL = sum(a * x^2)',
    by: ['x'],
    from: 'gradient',
    byHand: ['x'],
  },
  {
    name: 'square-of-sum',
    label: 'The square of a weighted sum',
    text: 'x: D\na: D\ns = sum(a * x)\nL = s^2',
    by: ['x'],
    from: 'gradient',
    byHand: ['x'],
  },
  {
    name: 'squared-distance',
    label: 'The squared distance to a point',
    text: 'x: D\nc: D\nL = sum((x - c)^2)',
    by: ['x'],
    from: 'gradient',
    byHand: ['x'],
  },
]

const vectors: readonly PracticeLayer[] = [
  {
    name: 'map-of-squares',
    label: 'A matrix times the squares',
    text: 'A: M×N\nx: N\ny[m] = Σ_n A[m,n] x[n]^2',
    by: ['x'],
    full: ['x'],
    from: 'jacobian',
  },
  {
    name: 'times-its-sum',
    label: 'A vector times its own sum',
    text: 'x: N\ns = sum(x)\ny = x * s',
    by: ['x'],
    full: ['x'],
    from: 'jacobian',
  },
  {
    name: 'scaled-map',
    label: 'A matrix times a vector, scaled',
    text: 'A: M×N\ng: M\nx: N\ny[m] = g[m] Σ_n A[m,n] x[n]',
    by: ['x', 'g'],
    full: ['x'],
    from: 'jacobian',
    oneWay: ['x', 'g'],
  },
]

const tensors: readonly PracticeLayer[] = [
  {
    name: 'row-scale',
    label: 'A weight for each example',
    text: 'x: N×D\na: N\ny[n,d] = a[n] x[n,d]',
    by: ['a', 'x'],
    from: 'tensors',
    oneWay: ['a', 'x'],
    byHand: ['a'],
  },
  {
    name: 'dots',
    label: 'Dot products of rows, pair by pair',
    text: 'x: N×D\nz: N×D\ny[n] = Σ_d x[n,d] z[n,d]',
    by: ['x', 'z'],
    from: 'tensors',
    oneWay: ['x', 'z'],
  },
  {
    name: 'channels',
    label: 'A scale for each channel',
    text: 'x: H×W×C\ng: C\ny[h,w,c] = x[h,w,c] g[c]',
    by: ['g', 'x'],
    from: 'tensors',
    oneWay: ['g', 'x'],
  },
  {
    name: 'both-scales',
    label: 'Rows and columns scaled',
    text: 'x: N×M\nu: N\nv: M\ny[n,m] = u[n] x[n,m] v[m]',
    by: ['u', 'v'],
    from: 'tensors',
    oneWay: ['u', 'v'],
    byHand: ['u', 'v'],
  },
]

const products: readonly PracticeLayer[] = [
  listed('nn-linear', {
    from: 'linear-layer',
    product: ['W', 'x'],
    oneWay: ['W', 'x'],
    byHand: ['W', 'x'],
  }),
  listed('columns', {
    from: 'linear-layer',
    product: ['W', 'x'],
    oneWay: ['W', 'x'],
    byHand: ['W', 'x'],
  }),
  {
    name: 'columns-bias',
    label: 'Examples in columns, with a bias',
    text: 'W: M×D\nx: D×N\nb: M\ny[m,n] = Σ_d W[m,d] x[d,n] + b[m]',
    by: ['b', 'W'],
    from: 'linear-layer',
    product: ['W'],
    oneWay: ['b', 'W'],
    byHand: ['b'],
  },
  listed('adapter', { from: 'linear-layer', full: ['A'], product: ['A', 'B'], oneWay: ['A', 'B'] }),
  {
    name: 'both-sides',
    label: 'A matrix on either side',
    text: 'A: M×N\nx: N×D\nB: D×K\ny = A x B',
    by: ['A', 'x', 'B'],
    full: ['x'],
    from: 'linear-layer',
    product: ['A', 'x', 'B'],
    oneWay: ['A', 'x', 'B'],
  },
  {
    name: 'two-inputs',
    label: 'Two inputs, two weights',
    text: 'x: N×D\nz: N×E\nu: D×M\nv: E×M\ny = x u + z v',
    by: ['v', 'z'],
    from: 'linear-layer',
    product: ['v', 'z'],
    oneWay: ['v', 'z'],
    byHand: ['v'],
  },
  listed('gram', { from: 'linear-layer', byHand: ['x'] }),
  {
    name: 'tied',
    label: 'There and back with the same weights',
    text: 'x: N×D\nw: D×H\nh = x w\ny = h wᵀ',
    by: ['x', 'w'],
    full: ['w'],
    from: 'linear-layer',
    product: ['x'],
    oneWay: ['x'],
  },
  {
    name: 'gated-columns',
    label: 'A gate for each column',
    text: 'x: N×D\nw: D×M\ng: M\ns = x w\ny = s * g',
    by: ['g', 'w', 'x'],
    from: 'linear-layer',
    product: ['w', 'x'],
    oneWay: ['g', 'w', 'x'],
    byHand: ['g', 'w'],
  },
  {
    name: 'bilinear',
    label: 'A bilinear score for each pair',
    text: 'x: N×D\nA: D×E\nz: N×E\ny[n] = Σ_d Σ_e x[n,d] A[d,e] z[n,e]',
    by: ['A', 'x'],
    full: ['A'],
    from: 'linear-layer',
    oneWay: ['A'],
  },
  {
    name: 'pooled',
    label: 'A mean over tokens, then a layer',
    text: 'x: T×D\nw: D×M\nm = mean(x, axis=0)\ny = m w',
    by: ['w', 'x'],
    full: ['x'],
    from: 'linear-layer',
    oneWay: ['w'],
  },
  {
    name: 'squared-error',
    label: 'The squared error of a layer',
    text: 'x: N×D\nw: D×M\nt: N×M\nr = x w - t\nL = sum(r^2) / N',
    by: ['w', 'x'],
    from: 'linear-layer',
    product: ['w', 'x'],
    oneWay: ['w', 'x'],
  },
  listed('glu', { from: 'vectorization', product: ['w', 'v'], oneWay: ['w', 'v'] }),
  {
    name: 'tanh',
    label: 'A layer with tanh',
    text: 'x: N×D\nw: D×M\ny = tanh(x w)',
    by: ['w', 'x'],
    from: 'vectorization',
    product: ['w', 'x'],
    oneWay: ['w', 'x'],
  },
]

/** The layers of practice: one entry each, and every kind that fits it asks about it. */
export const layers: readonly PracticeLayer[] = [...links, ...toOne, ...vectors, ...tensors, ...products]

import { num } from '@/plot/format'
import { products, reach } from '@/topics/flat/words'
import type { Input, LayerName } from './layer'
import type { Scene, State } from './model'

const elementwise =
  'Each entry of y comes from the entry of x in its own place. So the Jacobian is diagonal, and multiplying by a diagonal matrix scales entry by entry. That is ⊙.'

const counts = ['No', 'One', 'Two', 'Three']

type Patterns = Record<LayerName, Partial<Record<Input, (N: number) => string>>>

const patterns: Patterns = {
  relu: { x: () => `${elementwise} Here the scales are 1 where x is positive, and 0 elsewhere.` },
  sigmoid: { x: () => `${elementwise} Here the scales are y (1 − y).` },
  tanh: { x: () => `${elementwise} Here the scales are 1 − y².` },
  sum: {
    x: (N) =>
      `Each row has ${N === 1 ? 'a single one' : `${N} ones`}: the entries of x that are added. Read down, each column has one 1, so each entry of x gets back the number that arrived at its sum.`,
  },
  broadcast: {
    b: (N) =>
      `This is the Jacobian of the sum, transposed. Each column has ${N === 1 ? 'a single one' : `${N} ones`}: the places that an entry of b is copied to. What arrives there is added.`,
  },
  bias: {
    x: () => 'The identity: y moves with x one to one, so what arrives passes through.',
    b: (N) =>
      `${N === 1 ? 'One identity' : `${counts[N]} identities, one under the other`}: the same b is added to every row. Each column collects ${N === 1 ? 'one number' : `${N} numbers, and they add`}.`,
  },
  mean: {
    x: (N) => `The pattern of the sum, with 1/N = ${num(1 / N)} in place of 1. So is what goes back.`,
  },
  softmax: {
    x: () =>
      'Row n of x makes loss n alone. So there is one stretch of entries in each row of the Jacobian, and it holds p − t.',
  },
  product: {
    x: (N) =>
      `${counts[N]} ${N === 1 ? 'copy' : 'copies'} of wᵀ along the diagonal, one for each row of the batch. Rows do not mix. So one product with wᵀ serves them all.`,
    w: (N) =>
      `One block of rows for each example: its row of x, spread out once for each output. ${N === 1 ? 'A larger batch would stack more blocks' : `The ${N} blocks are stacked`}, so the examples' shares add.`,
  },
  batch: {
    x: (N) =>
      `${counts[N]} ${N === 1 ? 'block' : 'blocks'} along the diagonal, one for each example, each at its own slopes. A layer taken row by row always looks like this.`,
    w: (N) =>
      `${counts[N]} ${N === 1 ? 'block' : 'blocks, one under the other'}: all examples use the same w. On the way back their shares add, and the sum is inside the matrix product.`,
  },
}

/** Which pattern the flattened Jacobian has, why, and what follows from it. */
export const patternText = ({ layer, N }: State, by: Input): string => patterns[layer][by]?.(N) ?? ''

const names: Record<LayerName, string> = {
  relu: 'ReLU',
  sigmoid: 'The sigmoid',
  tanh: 'Tanh',
  sum: 'The sum over the batch',
  broadcast: 'The broadcast',
  bias: 'The bias',
  mean: 'The mean over the batch',
  softmax: 'Softmax with cross-entropy',
  product: 'The matrix product',
  batch: 'The product, then tanh, row by row',
}

/** The one thing to see at the entry that is picked, in words that are true of the numbers. */
export function sentence({ layer }: State, { by, at, y, terms, value, kinks }: Scene): string {
  const total = y.length * (y[0]?.length ?? 0)
  const own = `${by}.${at.row + 1}.${at.column + 1}`
  const sum = products(terms.length, `{d${own}}`, num(value))
  const kink = kinks
    ? ` ${kinks === 1 ? 'One entry of {x} stands' : `${kinks} entries of {x} stand`} on the kink at 0: there is no derivative there, the formula takes slope 0, and central differences find the half between both slopes.`
    : ''
  return `${names[layer]}: a nudge of {${own}} reaches ${reach(terms.length, total)} of {y}, so ${sum}.${kink}`
}

const dx = 'the gradient of L by x is'
const dw = 'the gradient of L by w is'
const db = 'the gradient of L by b is'
const dy = 'the gradient of L by y'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  biasBack: `${dx} ${dy}`,
  dx: 'gradient of L by x',
  dw: 'gradient of L by w',
  db: 'gradient of L by b',
  dy: 'gradient of L by y',
  layer: 'Layer',
  inCode: 'In code',
  code: (label: string) => `${label} in code`,
  examples: 'Examples N',
  summedRows: `${db} ${dy}, summed over the rows`,
  relu: 'y is x where x is positive, else 0',
  reluBack: `${dx} ${dy} where x is positive, else 0`,
  sigmoid: 'y is 1 over 1 plus e to the minus x',
  sigmoidBack: `${dx} ${dy} times y times 1 minus y, entry by entry`,
  tanh: 'y is the hyperbolic tangent of x',
  tanhBack: `${dx} ${dy} times 1 minus y squared, entry by entry`,
  sum: 'y is the sum of the rows of x',
  sumBack: `each row of the gradient of L by x is ${dy}`,
  broadcast: 'each row of y is b',
  bias: 'each row of y is that row of x plus b',
  mean: 'y is the mean of the rows of x',
  meanBack: `each row of the gradient of L by x is ${dy} over N`,
  softmaxName: 'softmax with cross-entropy',
  softmaxP: 'each row of p is the softmax of that row of x',
  softmax: 'y is minus the logarithm of p at the right class, where t is 1',
  softmaxBack: 'each row of the gradient of L by x is dy times p minus the one-hot row t',
  productName: 'matrix product',
  product: 'y is x times w',
  productX: `${dx} ${dy} times w transposed`,
  productW: `${dw} x transposed times ${dy}`,
  batchName: 'product, then tanh',
  batch: 'y is the hyperbolic tangent of x times w',
  batchX: `${dx} ${dy} times 1 minus y squared, entry by entry, times w transposed`,
  batchW: `${dw} x transposed times ${dy} times 1 minus y squared, entry by entry`,
}

/** What is wrong with numbers from a link that do not go together. */
export const refusals = {
  shape: (name: string, height: number, width: number) => `The link's ${name} is not ${height} × ${width}.`,
  labels: 'The link must give three labels, one for each row.',
}

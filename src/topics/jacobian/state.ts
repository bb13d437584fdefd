import { fields } from '@/figure/pure'
import { fill, opOf, ops, type By, type OpName, type Shape, type Sizes } from './ops'
import type { Question } from './derive'

/** What the reader chose to differentiate, and at which numbers, in row-major order. */
export type Asked = Sizes & {
  op: OpName | 'typed'
  /** The formula and what it is derived by, where the reader typed one. */
  formula: string
  by: By
  x: readonly number[]
  w: readonly number[]
}

export const largestSize = 12
/** How many characters a formula of the reader's own may have, in its field as in a link. */
export const longestTyped = 200
const count = (shape: Shape) => shape.reduce((a, b) => a * b, 1)
const size = fields.integer(1, largestSize)
const numbers = fields.list(fields.real(-1e6, 1e6), 169)

export const askedFields: fields.Fields<Asked> = {
  op: fields.choice(...ops.map(({ name }) => name), 'typed'),
  formula: fields.text(longestTyped),
  by: fields.choice('x', 'w'),
  N: size,
  D: size,
  M: size,
  x: numbers,
  w: numbers,
}

/** The shapes of x and w: of the chosen op, or those of a linear layer for a formula of the reader's own. */
export function shapesOf({ op, N, D, M }: Asked): { x: Shape; w: Shape } {
  const { x, w } = opOf(op)?.shapes({ N, D, M }) ?? { x: [N, D], w: [D, M] }
  return { x, w: w ?? [] }
}

/** What counts at this choice: three sizes for a formula of the reader's own. */
export const sizesOf = ({ op }: Asked) => opOf(op)?.sizes ?? (['N', 'D', 'M'] as const)

/** The reader's numbers where they fit the shape; those to begin with where they do not, after another op or size. */
const numbersFor = (which: By, shape: Shape, given: readonly number[]) =>
  given.length === count(shape) ? given : fill(which, shape)

export function question(asked: Asked): Question {
  const op = opOf(asked.op)
  const { x, w } = shapesOf(asked)
  return {
    formula: op?.formula(asked) ?? asked.formula,
    by: op?.by ?? asked.by,
    x: { shape: x, values: numbersFor('x', x, asked.x) },
    w: { shape: w, values: numbersFor('w', w, asked.w) },
  }
}

/** Whether the formula uses w at all. */
export const usesW = (asked: Asked) => asked.op === 'typed' || opOf(asked.op)?.shapes(asked).w !== undefined

/** The state that an op starts from at given sizes. */
export const start = (op: Asked['op'], sizes: Sizes = { N: 2, D: 2, M: 3 }): Asked => {
  const bare: Asked = { ...sizes, op, formula: 'relu(x @ w)', by: 'x', x: [], w: [] }
  const { x, w } = question(bare)
  return { ...bare, x: x.values, w: w.values }
}

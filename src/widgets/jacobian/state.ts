import { fields } from '@/figure'
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
const count = (shape: Shape) => shape.reduce((a, b) => a * b, 1)
const size = fields.integer(1, largestSize)
const numbers = fields.list(fields.real(-1e6, 1e6), 169)

export const askedFields: fields.Fields<Asked> = {
  op: fields.choice(...ops.map(({ name }) => name), 'typed'),
  formula: fields.text(120),
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

export function question(asked: Asked): Question {
  const op = opOf(asked.op)
  const { x, w } = shapesOf(asked)
  return {
    formula: op?.formula(asked) ?? asked.formula,
    by: op?.by ?? asked.by,
    x: { shape: x, values: asked.x },
    w: { shape: w, values: asked.w },
  }
}

/** Whether the formula uses w at all. */
export const usesW = (asked: Asked) => asked.op === 'typed' || opOf(asked.op)?.shapes(asked).w !== undefined

/** Another op or size: x and w keep their numbers where their shape stays, and get new ones where it does not. */
export function ask(asked: Asked, change: Partial<Asked>): Partial<Asked> {
  const next = { ...asked, ...change }
  const [was, is] = [shapesOf(asked), shapesOf(next)]
  const kept = (which: By) =>
    String(was[which]) === String(is[which]) ? asked[which] : fill(which, is[which])
  return { ...change, x: kept('x'), w: kept('w') }
}

/** The state that an op starts from at given sizes. */
export function start(op: Asked['op'], sizes: Sizes = { N: 2, D: 2, M: 3 }): Asked {
  const bare: Asked = { ...sizes, op, formula: 'relu(x @ w)', by: 'x', x: [], w: [] }
  const { x, w } = shapesOf(bare)
  return { ...bare, x: fill('x', x), w: fill('w', w) }
}

/** A start for a figure whose author says only what differs: numbers that fit the shapes that result. */
export const starting = (from: Asked, given: Partial<Asked> = {}): Asked => ({
  ...from,
  ...ask(from, given),
  ...given,
})

/** What a link may get wrong although each of its values is right. */
export function checkAsked(asked: Asked): string | undefined {
  const shapes = shapesOf(asked)
  for (const which of ['x', 'w'] as const)
    if (asked[which].length !== count(shapes[which]))
      return `The link gives ${which} ${asked[which].length} numbers, and its shape here takes ${count(shapes[which])}.`
}

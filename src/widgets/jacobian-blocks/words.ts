import { num, shapeText } from '@/plot/format'
import type { Shape, Index } from '@/plot/nesting'
import type { scene, State } from './model'
import type { Derived } from '@/topics/jacobian/derive'
import { question } from '@/topics/jacobian/state'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  jacobian: (by: string) => `Jacobian of y by ${by}`,
  rateOf: (output: string, input: string) => `${output} by ${input}`,
  axisOfY: (k: number) => `axis ${k + 1} of y`,
  axisOf: (k: number, by: string) => `axis ${k + 1} of ${by}`,
  rowAt: (i: string) => `Row i = (${i})`,
  columnAt: (j: string) => `Column j = (${j})`,
  shapedLike: (held: string, like: string) => `${held}: shaped like ${like}`,
  row: (y: string) => `row of ${y}`,
  column: (input: string) => `column of ${input}`,
  all: 'All of it, flat: ',
  press: 'Press on it to go there.',
  allSpoken: (pattern: string) => `All of the Jacobian, laid flat: ${pattern}`,
  blocks: 'Blocks',
  like: (by: string) => `like ${by}`,
  likeY: 'like y',
  flat: 'none: flat',
  hold: 'Hold',
  holdRow: 'i: a row',
  holdColumn: 'j: a column',
  title: 'A generalized Jacobian, block by block',
  rate: (y: string, input: string, rate: number) => `The rate of ${y} by ${input} is ${num(rate)}`,
  pattern: 'Pattern, flat',
  notZero: 'Entries that are not zero',
  different: 'Different numbers among them',
  share: (other: number, all: number) => `${other} of ${all}, ${num((100 * other) / all, 3)}%`,
  noJacobian: (error: string) => `The link asks for something without a Jacobian. ${error}`,
  outside: (rows: number, columns: number) =>
    `The link picks an entry outside of the Jacobian, which is ${rows} × ${columns} when flat.`,
}

const inBlocks = (shape: string) => `has one entry in each block, together ${shape}`

const places = {
  i: {
    y: (shape: string) => `is one block, ${shape}`,
    x: inBlocks,
    flat: (shape: string) => `is one row of the matrix; folded up, ${shape}`,
  },
  j: {
    y: inBlocks,
    x: (shape: string) => `is one block, ${shape}`,
    flat: (shape: string) => `is one column of the matrix; folded up, ${shape}`,
  },
}

const said = (shape: Shape) =>
  shape.length === 0 ? 'one number' : shape.length === 1 ? `a vector of ${shape[0]}` : shapeText(shape)

const key = (name: string, index: Index) => [name, ...index.map((k) => k + 1)].join('.')

/** Which slice is held, where it lies in the present picture, and what it says. */
export function sentence(state: State, { y, input }: Derived, { at }: ReturnType<typeof scene>): string {
  const { by } = question(state)
  const [output, moved] = [`{${key('y', at.i)}}`, `{${key(by, at.j)}}`]
  if (state.hold === 'i')
    return `Hold ${output} of the output. Its row ${places.i[state.look](`${said(input)} like {${by}}`)}: how fast ${output} moves with each entry of {${by}}.`
  return `Hold ${moved} of the input. Its column ${places.j[state.look](`${said(y.shape)} like {y}`)}: how fast each entry of {y} moves with ${moved}.`
}

import type { model, State } from './model'
import { shapeText } from '@/plot/format'
import { grouped } from '@/plot/bytes'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  axis: (n: number) => `axis ${n} `,
  length: 'length',
  lengthOf: (n: number) => `Length of axis ${n}`,
  indexOn: (n: number) => `Index on axis ${n}`,
  index: 'index',
  planes: 'as planes',
  inCells: 'in each cell',
  channel: (n: number) => `channel ${n}`,
  title: 'An index into a tensor',
  tensor: 'Tensor',
  drawLast: 'Draw the last axis',
  batch: 'batch of images',
  mismatch: (axes: number, places: number) =>
    `The link has a shape with ${axes} axes and an index with ${places}.`,
  empty: 'The link has an axis of length 0: each axis needs at least one place.',
  outside: (place: number, axis: number, length: number | undefined) =>
    `The link picks place ${place} on axis ${axis}, which has ${length}.`,
}

const names = [
  [],
  ['place'],
  ['row', 'column'],
  ['row', 'column', 'channel'],
  ['image', 'row', 'column', 'channel'],
]

/** What the axes of a tensor of this rank often stand for. */
export const axisNames = (rank: number): readonly string[] => names[rank] ?? []

/** What stands where: the sentence of the figure. */
export function sentence({ shape, index }: State, { size, place }: ReturnType<typeof model>): string {
  if (shape.length === 0)
    return '{x} is a single number. It has no axes and an empty shape, and an index with nothing in it finds it.'
  const axes = shape.length === 1 ? 'one axis' : `${shape.length} axes`
  const at = index.map((k, axis) => `${axisNames(shape.length)[axis]} ${k + 1}`).join(', ')
  return `{x} has ${axes} and shape ${shapeText(shape)}, so ${grouped(size)} numbers. The index (${index.map((k) => k + 1).join(', ')}) is ${shape.length === 1 ? 'one whole number' : `a vector of ${shape.length} whole numbers`}: ${at}. It names {${['x', ...index.map((k) => k + 1)].join('.')}}, the ${ordinal(place)} number in memory.`
}

const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }

const rule = new Intl.PluralRules('en', { type: 'ordinal' })

const ordinal = (n: number) => `${grouped(n)}${endings[rule.select(n)] ?? 'th'}`

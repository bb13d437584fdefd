import { nth, reshape, transpose, type Tensor } from '@/autodiff'
import type { LayerLetters } from '@/figure/pure'

/** What a linear layer has, by the handout's letters. */
export const owners = ['x', 'w', 'b', 'y'] as const
export type Owner = (typeof owners)[number]
/** What a formula gives: the output, or a gradient. */
export type Wanted = 'y' | 'dx' | 'dw' | 'db'

/**
 * One way to write the same linear layer: its letters, how each tensor lies, and x times w in it. All else that the book
 * says of it (its formulas, its code) is derived from the program that these make.
 */
export type Convention = {
  readonly name: LayerLetters
  readonly letters: Readonly<Record<Owner, string>>
  /** In letters, as a program says them. */
  readonly shapes: Readonly<Record<Owner, string>>
  /** The product of x and w, as a program has it. */
  readonly product: string
}

/** Every convention that the book can be read in; the first is its own. */
export const conventions: readonly Convention[] = [
  {
    name: 'handout',
    letters: { x: 'x', w: 'w', b: 'b', y: 'y' },
    shapes: { x: 'N×D', w: 'D×M', b: '1×M', y: 'N×M' },
    product: 'x w',
  },
  {
    name: 'nn.Linear',
    letters: { x: 'x', w: 'W', b: 'b', y: 'y' },
    shapes: { x: 'N×D', w: 'M×D', b: 'M', y: 'N×M' },
    product: 'x Wᵀ',
  },
  {
    name: 'columns',
    letters: { x: 'x', w: 'W', b: 'b', y: 'y' },
    shapes: { x: 'D×N', w: 'M×D', b: 'M×1', y: 'M×N' },
    product: 'W x',
  },
]

const handoutLetters = nth(conventions, 0)

/** The convention of a name. */
export const conventionOf = (name: LayerLetters): Convention =>
  conventions.find((one) => one.name === name) ?? handoutLetters

/** What a formula gives belongs to this tensor, whose shape it has. */
export const ownerOf = (name: Wanted): Owner => (name === 'y' ? 'y' : (name.slice(1) as Owner)) // dx, dw, db

const axes = (shape: string) => shape.split('×')

/** Whether a tensor lies the other way round than in the handout: rows where that has columns. */
export function isTurned({ shapes }: Convention, of: Owner): boolean {
  const [ours, theirs] = [axes(handoutLetters.shapes[of]), axes(shapes[of])]
  return theirs.length === 2 && String(ours) !== String(theirs)
}

/** A tensor of the handout's layer as this convention has it: turned, or without an axis of length 1. */
export function toOwn(convention: Convention, of: Owner, value: Tensor): Tensor {
  if (isTurned(convention, of)) return transpose(value)
  return axes(convention.shapes[of]).length === 1 ? reshape(value, [value.size]) : value
}

/** The way back: a tensor of this convention as the handout has it. */
export function toHandout(convention: Convention, of: Owner, value: Tensor): Tensor {
  if (isTurned(convention, of)) return transpose(value)
  return value.rank === 1 ? reshape(value, [1, value.size]) : value
}

/** What follows x times w in a layer of the book, by its name among `programs`. */
const bodies = {
  linear: (product: string) => `y = ${product}`,
  bias: (product: string) => `y = ${product} + b`,
  tanh: (product: string) => `s = ${product}\ny = tanh(s)`,
  relu: (product: string) => `y = relu(${product})`,
} as const
export type Body = keyof typeof bodies

/** A layer of the book as a program in this convention. */
export function programIn({ letters, shapes, product }: Convention, body: Body): string {
  const given = (['x', 'w', 'b'] as const).filter((of) => of !== 'b' || body === 'bias')
  return [...given.map((of) => `${letters[of]}: ${shapes[of]}`), bodies[body](product)].join('\n')
}

import { nth, type Span } from '../autodiff/index.ts'
import type { Ast, Slot } from './ast.ts'
import { LayerError } from './error.ts'
import { Lengths, unset, type Open } from './lengths.ts'
import { shapeText, unknown, type Names } from './scope.ts'
import * as tree from './tree.ts'
import { entry, type Dim, type Index } from './tree.ts'

/** Reads the letters of entries, and learns from each place how long its letter's axis is. */
export class Indices {
  protected readonly bound: Open[][] = []
  protected readonly lengths = new Lengths()
  protected readonly used = new Set<number>()
  /** All letters of the right side, as often as they stand there. */
  protected typed: readonly string[] = []

  constructor(
    protected readonly names: Names,
    protected readonly left: readonly Open[],
  ) {}

  private alone(name: string, span: Span): LayerError {
    const many = this.typed.filter((one) => one === name).length > 2
    const why = many
      ? 'three times in a product, and no Σ says where it is summed.'
      : 'on the right only: sum over it, or write it on the left too.'
    return new LayerError(many ? 'three of one letter' : 'free index', `“${name}” stands ${why}`, span)
  }

  protected find(name: string): Open | undefined {
    return [...this.bound.flat().reverse(), ...this.left].find(({ base }) => base === name)
  }

  protected indexed(name: string, slots: readonly Slot[], span: Span): tree.Entry {
    const shape = this.names.shapes.get(name)
    if (!shape) throw unknown(name, [span[0], span[0] + name.length], this.names)
    if (shape.length !== slots.length)
      throw new LayerError(
        'index count',
        `“${name}” is ${shapeText(shape)}, so it takes ${shape.length} letter${shape.length === 1 ? '' : 's'}, not ${slots.length}.`,
        span,
      )
    return entry(
      name,
      slots.map((slot, k) => this.index(slot, nth(shape, k), name, span)),
    )
  }

  protected index(slot: Slot, dim: Dim | undefined, name: string, span: Span): Index {
    if (slot.kind !== 'one')
      throw new LayerError('syntax', 'Between entries each axis has a letter or a number, no range.', span)
    const index = this.letters(slot.of, 1)
    const plain = tree.axisOf(index)
    if (dim === 1 && index.parts.length && plain) this.use(plain as Open, dim, name, slot.of.span)
    if (dim === 1 && !index.parts.length) return tree.place(0)
    if (!plain) {
      if (index.parts.length === 0 && typeof dim === 'number' && index.plus >= dim)
        throw new LayerError(
          'index length',
          `Place ${index.plus} is not on an axis of length ${dim}; the first is 0.`,
          slot.of.span,
        )
      if (dim !== undefined) this.lengths.reaches.push({ index, dim })
      for (const { axis: a } of index.parts) this.used.add(a.id)
      return index
    }
    this.use(plain as Open, dim, name, slot.of.span)
    return dim === 1 ? tree.place(0) : index
  }

  private use(letter: Open, dim: Dim | undefined, name: string, span: Span): void {
    this.used.add(letter.id)
    if (dim === undefined) return
    if (letter.dim === unset) letter.dim = dim
    else if (letter.dim !== dim)
      throw new LayerError(
        'index length',
        `“${letter.base}” has two lengths: ${letter.dim}, and ${dim} in ${name}.`,
        span,
      )
  }

  /** A letter, a number, or letters and numbers added. */
  private letters(ast: Ast, sign: 1 | -1): Index {
    if (ast.kind === 'number') return tree.place(sign * ast.value)
    if (ast.kind === 'name') {
      const letter = this.find(ast.name)
      if (!letter) throw this.alone(ast.name, ast.span)
      return { parts: [{ axis: letter, sign }], plus: 0 }
    }
    if (ast.kind === 'neg') return this.letters(ast.of, -sign as 1 | -1)
    if (ast.kind === 'binary' && (ast.op === '+' || ast.op === '-')) {
      const a = this.letters(ast.left, sign)
      const b = this.letters(ast.right, ast.op === '-' ? (-sign as 1 | -1) : sign)
      return { parts: [...a.parts, ...b.parts], plus: a.plus + b.plus }
    }
    throw new LayerError('syntax', 'An index is a letter, a number, or a sum of these.', ast.span)
  }
}

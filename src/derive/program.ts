import type { Span } from '../autodiff/index.ts'
import type { Ast, Slot } from './ast.ts'
import { ensureShort } from './burden.ts'
import { Entries } from './entries.ts'
import { LayerError } from './error.ts'
import { implied } from './implicit.ts'
import { subscripted, subscriptedLeft } from './subscripts.ts'
import { readEquation, type Equation } from './equation.ts'
import { readGrid } from './matrices.ts'
import { Steps, type Node } from './name.ts'
import { number as valueOf } from './operators.ts'
import { valueIn, type Names } from './scope.ts'
import { axis, places, type Axis, type Dim, type Expr } from './tree.ts'

/** What a layer is given. */
export interface Input {
  readonly name: string
  readonly shape: readonly Dim[]
  /** Its rows each have one 1, and 0 elsewhere. */
  readonly oneHot?: true
}

/** A layer as read: its inputs, its steps in order, and which of them is the output. */
export interface Program {
  readonly source: string
  readonly inputs: readonly Input[]
  readonly nodes: readonly Node[]
  readonly output: string
  readonly names: Names
}

const [maxLength, maxLines, maxRank] = [8000, 200, 8]

/** A line without its comment, with a line that begins with “=” told apart. */
export interface Line {
  readonly text: string
  /** Counted from 1. */
  readonly number: number
  /** How many characters stand before it in its line. */
  readonly right: number
}

/** The lines of a text that say something. */
export function linesOf(source: string): Line[] {
  if (source.length > maxLength)
    throw new LayerError(
      'too long',
      `A layer may have ${maxLength} characters, and this one has ${source.length}.`,
      [0, 1],
    )
  const all = source.split(/\r?\n/)
  if (all.length > maxLines)
    throw new LayerError(
      'too long',
      `A layer may have ${maxLines} lines, and this one has ${all.length}.`,
      [0, 1],
      maxLines,
    )
  return all.flatMap((line, k) => {
    let right = 0
    return line
      .replace(/#.*$/, '')
      .split(';')
      .flatMap((text) => {
        const from = right
        right += text.length + 1
        return text.trim() ? [{ text, number: k + 1, right: from }] : []
      })
  })
}

/** Runs a reading; its error gets the line that it belongs to. */
export function located<T>({ number, right }: Line, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof LayerError ? error.movedTo(number, right) : error
  }
}

const nameIn =
  /^\s*([\p{L}][\p{L}\p{N}_₀-₉'′]*(?:\s*,\s*[\p{L}][\p{L}\p{N}_₀-₉'′]*)*)\s*(?::(?!=)|∈|\\in\b)\s*([^=]*)$/u

/** `N×D`, `NxD`, `(N, D)`, `ℝ^{N×D}`, `3×4`, or nothing for a scalar. */
function readShape(text: string, from: number): Dim[] {
  const inner = text
    .replace(/^\s*(?:(?:ℝ|\\mathbb\{R\})\s*\^?|R\s*\^)\s*/u, '')
    .replace(/^[\s({[]+|[\s)}\]]+$/g, '')
  if (!inner || /^scalar$/i.test(inner)) return []
  const parts = inner
    .replace(/\\times/g, '×')
    .split(/\s*[×*✕,]\s*|(?<=[\p{Lu}\p{N}])\s*x\s*(?=[\p{Lu}\p{N}])/u)
  const shape = parts
    .filter((part, k) => part !== '' || k < parts.length - 1 || !/,\s*[)\]]?\s*$/.test(text))
    .map((part): Dim => {
      const word = part.trim()
      const place: Span = [from + text.indexOf(word), from + text.indexOf(word) + Math.max(1, word.length)]
      if (/^\d+$/.test(word)) {
        if (Number(word) >= 1 && Number(word) <= 1e6) return Number(word)
        throw new LayerError('shape', `A size is a whole number from 1, not ${word}.`, place)
      }
      if (/^\p{L}[\p{L}\p{N}_′']*$/u.test(word)) return word
      throw new LayerError(
        'shape',
        `“${word || text.trim()}” is no size: write a shape such as N×D or 3×4.`,
        place,
      )
    })
  if (shape.length > maxRank)
    throw new LayerError('too long', `A tensor may have ${maxRank} axes, and this one has ${shape.length}.`, [
      from,
      from + text.length,
    ])
  return shape
}

const oneHotWord = /[\s,]+one[-\s]?hot(?:\s+rows?)?\s*$/i
const normalName = (name: string): string =>
  name.replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080)).replace(/'/g, '′')

/** The line that turns implicit sums on, anywhere in a layer. */
export const implicitSums = 'implicit sums'
const implicitLine = /^\s*implicit\s+sums?\s*$/i

class Reader {
  readonly inputs: Input[] = []
  readonly shapes = new Map<string, readonly Dim[]>()
  readonly sizes = new Set<string>()
  readonly steps: Steps
  private readonly taken: Set<string>
  private last: { name: string; left: Ast | undefined } | undefined

  constructor(
    source: string,
    private readonly implicit: boolean,
  ) {
    this.taken = new Set(source.match(/[\p{L}][\p{L}\p{N}]*/gu) ?? [])
    this.steps = new Steps(this.taken)
  }

  get names(): Names {
    return { shapes: this.shapes, sizes: this.sizes, implicit: this.implicit }
  }

  line({ text, number }: Line): void {
    const declared = nameIn.exec(text)
    if (declared?.[1] !== undefined) this.declare(declared[1], declared[2] ?? '', text)
    else this.define(text, number)
  }

  private declare(list: string, typed: string, text: string): void {
    const shape = typed.replace(oneHotWord, '')
    const oneHot = shape !== typed
    const dims = readShape(shape, text.length - typed.length)
    if (oneHot && !dims.length)
      throw new LayerError('shape', 'A one-hot row has an axis: write t: N×C one-hot.', [0, text.length])
    for (const raw of list.split(',')) {
      const name = normalName(raw.trim())
      this.fresh(name, [text.indexOf(raw.trim()), text.indexOf(raw.trim()) + raw.trim().length])
      this.inputs.push({ name, shape: dims, ...(oneHot ? { oneHot } : {}) })
      this.shapes.set(name, dims)
    }
    for (const dim of dims)
      if (typeof dim === 'string') {
        this.sizes.add(dim)
        this.taken.add(axis(dim).base)
      }
  }

  private fresh(name: string, span: Span): void {
    if (this.shapes.has(name))
      throw new LayerError('defined twice', `“${name}” is defined already: each name is given once.`, span)
  }

  private define(text: string, line: number): void {
    const continues = /^\s*=(?!=)/.exec(text)
    if (continues && !this.last)
      throw new LayerError(
        'syntax',
        'A line that begins with “=” continues the one above, and there is none.',
        [0, 1],
      )
    const isValue = valueIn(this.names)
    const read = continues
      ? shifted(() => readEquation(text.slice(continues[0].length), isValue), continues[0].length)
      : readEquation(text, isValue)
    const left = continues ? this.last?.left : read.left && asEntries(flat(read.left), read.right, this.names)
    const name = left ? leftName(left) : 'y'
    if (continues) this.forget(name)
    else this.fresh(name, left?.span ?? [0, text.length])
    const shift = continues?.[0].length ?? 0
    const { axes, body } = shifted(() => readRight({ left, right: read.right }, this.names), shift)
    if (axes.length > maxRank)
      throw new LayerError(
        'too long',
        `A value may have ${maxRank} axes, and “${name}” has ${axes.length}.`,
        [0, text.length],
      )
    this.steps.step(name, axes, body, line)
    this.shapes.set(
      name,
      axes.map(({ dim }) => dim),
    )
    this.last = { name, left }
  }

  /** What the line above said is said anew. */
  private forget(name: string): void {
    this.shapes.delete(name)
    const k = this.steps.nodes.findIndex((node) => node.name === name)
    if (k >= 0) this.steps.nodes.splice(k, 1)
  }

  get output(): string | undefined {
    return this.last?.name
  }
}

function shifted<T>(read: () => T, right: number): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof LayerError ? error.movedTo(error.line, right) : error
  }
}

/** y[n][m] is y[n,m]. */
export const flat = (left: Ast): Ast => {
  const inner = left.kind === 'index' ? flat(left.of) : left
  if (left.kind !== 'index' || inner.kind !== 'index') return left
  return { ...left, of: inner.of, slots: [...inner.slots, ...left.slots] }
}

function leftName(left: Ast): string {
  if (left.kind === 'name') return left.name
  if (left.kind === 'index' && left.of.kind === 'name') return left.of.name
  throw new LayerError(
    'syntax',
    'Left of “=” stands a name, or a name with its letters, such as y[n,m].',
    left.span,
  )
}

/** The letters in the square brackets of a left side. */
export function leftLetters(slots: readonly Slot[], span: Span): { name: string; span: Span }[] {
  return slots.map((slot) => {
    // The only place on an axis of length 1.
    if (slot.kind === 'one' && slot.of.kind === 'number' && slot.of.value === 0)
      return { name: '0', span: slot.of.span }
    if (slot.kind === 'one' && slot.of.kind === 'name') return { name: slot.of.name, span: slot.of.span }
    throw new LayerError(
      'syntax',
      'Left of “=” each axis has a letter of its own.',
      slot.kind === 'one' ? slot.of.span : span,
    )
  })
}

const isPlace = (slot: Slot): boolean => slot.kind === 'one' && valueOf(slot.of) !== undefined

/** Whether an expression speaks of entries: a letter below a sum, a δ, or square brackets with letters. */
export function ofEntries(ast: Ast, { shapes }: Names): boolean {
  const inside = (part: Ast): boolean => ofEntries(part, { shapes, sizes: new Set() })
  switch (ast.kind) {
    case 'over':
      return !(ast.letters.length === 1 && shapes.has(ast.letters[0]?.name ?? '') && ast.fn === 'max')
    case 'delta':
      return true
    case 'partial':
      return (
        inside(ast.of) ||
        inside(ast.by) ||
        [ast.of, ast.by].every((one) => one.kind === 'name' && shapes.get(one.name)?.length === 0)
      )
    case 'index':
      return (
        ast.slots.some(({ kind }) => kind === 'one') &&
        ast.slots.every((slot) => slot.kind === 'one' && !(isPlace(slot) && ast.slots.every(isPlace)))
      )
    case 'binary':
      return inside(ast.left) || inside(ast.right)
    case 'neg':
    case 'transpose':
    case 'norm':
      return inside(ast.of)
    case 'call':
      return ast.args.some(inside)
    case 'list':
      return ast.items.some(inside)
    default:
      return false
  }
}

/** The left side of a line by entries; y_nm stands for y[n,m] there. */
export function asEntries(left: Ast, right: Ast, names: Names): Ast {
  const read = subscripted(right, names)
  return ofEntries(read, names) ? subscriptedLeft(left, read, names) : left
}

/** Reads a right side in either form; `dims` are the lengths of the left side where they are known. */
export function readRight(
  { left, right: typed }: Equation,
  names: Names,
  dims?: readonly Dim[],
): { axes: readonly Axis[]; body: Expr; entries: boolean } {
  ensureShort(typed)
  const right = subscripted(typed, names)
  const entries = left?.kind === 'index' || ofEntries(right, names)
  if (!entries) {
    const grid = readGrid(right, names)
    const axes = grid.dims.map((dim) => axis(dim))
    return { axes, body: grid.at(places(axes)), entries }
  }
  const slots = left?.kind === 'index' ? left.slots : []
  const letters = Entries.letters(leftLetters(slots, left?.span ?? right.span), dims)
  const summed = names.implicit ? implied(right, new Set(letters.map(({ base }) => base))) : right
  const body = new Entries(names, letters).whole(summed, { mayLack: dims !== undefined })
  return { axes: letters, body, entries }
}

/** Reads a layer. Throws a LayerError with the line, the place in it, and a sentence. */
export function readProgram(source: string): Program {
  const all = linesOf(source)
  const lines = all.filter(({ text }) => !implicitLine.test(text))
  const reader = new Reader(source, lines.length < all.length)
  for (const line of lines) located(line, () => reader.line(line))
  const { output, inputs, steps, names } = reader
  if (!lines.length)
    throw new LayerError(
      'empty',
      'There is no line yet: give the shapes of the inputs, as in x: N×D, then what the layer computes.',
      [0, 0],
    )
  const last = lines.at(-1)
  if (output === undefined || !last)
    throw new LayerError(
      'empty',
      'No line says what the layer computes, as y = x @ w does.',
      [0, last?.text.length ?? 0],
      last?.number ?? 1,
    )
  return { source, inputs, nodes: steps.nodes, output, names }
}

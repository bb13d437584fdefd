import type { Span, Tensor } from '../autodiff/index.ts'
import type { Ast } from './ast.ts'
import { lineValue, readLine, truth, type ReadLine } from './lines.ts'
import type { Context } from './instead.ts'
import { mistakes, type Kind } from './mistakes.ts'
import { near, type Point } from './point.ts'
import { ratioSays, summedSays, valueSays } from './results.ts'
import type { Program } from './program.ts'
import { shapeText, type Names } from './scope.ts'
import { sharesSay } from './shares.ts'
import { sites } from './sites.ts'
import { some, type Dim } from './tree.ts'

/** What is said of one line of a derivation. */
export interface Verdict {
  /** It is an equation that can be read. */
  readonly read: boolean
  /** It equals what it is about, by shape and by value. */
  readonly true: boolean
  /** It is the line above, one or two rules further. */
  readonly follows: boolean
  readonly kind: Kind
  /** The rule, or the rules, that lead to it. */
  readonly rule?: string
  readonly says: string
  /** The part of the line that is meant, from the first character to behind the last, from 0. */
  readonly span?: Span
  /** It is the gradient that was asked for, with nothing left to work out. */
  readonly finished?: true
  /** Of a line that ends the derivation: the short form, where that is shorter. */
  readonly shorter?: string
  /** What may have been meant by a name that nothing has, to stand in the place of that part. */
  readonly instead?: string
}

export type Read = ReadLine & { readonly left: Ast }

/** Random numbers for the layer, and the values that a reader has named since. */
export interface Numbers {
  readonly values: Map<string, Tensor>
  readonly point: Point
}

/** How many other readings of a line are tried before it is only said that it is wrong. */
const mostTries = 900

/** What the line says at each point, with ∂…/∂… along all ways, and in one line alone. */
export function valuesOf(line: Pick<ReadLine, 'axes' | 'body'>, points: readonly Numbers[]): Tensor[][] {
  const ways = some(line.body, ({ kind }) => kind === 'partial')
    ? (['direct', 'total'] as const)
    : (['direct'] as const)
  return ways.map((way) => points.map(({ point, values }) => lineValue(line, { ...point, values }, way)))
}

const long = (shape: readonly number[]): string => shape.filter((length) => length !== 1).join()
const sameButOnes = (data: Tensor['data'], shape: readonly number[], wanted: Tensor): boolean =>
  shape.length !== wanted.shape.length &&
  long(shape) === long(wanted.shape) &&
  data.every((v, k) => Math.abs(v - (wanted.data[k] ?? Number.NaN)) < 1e-7 * Math.max(1, Math.abs(v)))

const isComparison = (ast: Ast): boolean =>
  (ast.kind === 'binary' && /^(==|[<>]=?)$/.test(ast.op)) ||
  (ast.kind === 'call' && (ast.fn === 'equal' || ast.fn === 'greater'))

/** Finds what is wrong with a line that is not true. */
export class Diagnoser {
  private tries = 0

  constructor(
    private readonly names: Names,
    private readonly points: readonly Numbers[],
    private readonly program: Program,
  ) {}

  /** The first mistake without which the line would be right. */
  diagnosed(
    { left, right }: { left: Ast; right: Ast },
    text: string,
    which: (kind: Kind) => boolean,
    line?: Read,
  ): Verdict | undefined {
    const indexed =
      left.kind === 'index' ||
      (left.kind === 'partial' && left.by.kind === 'index') ||
      line?.form === 'indices'
    const letters =
      left.kind === 'index'
        ? left.slots.flatMap((slot) => (slot.kind === 'one' && slot.of.kind === 'name' ? [slot.of.name] : []))
        : []
    const typed = ({ span }: Ast): string => text.slice(...span).trim()
    const named = left.kind === 'index' ? left.of : left
    const about =
      named.kind === 'name'
        ? named.name
        : named.kind === 'partial' && named.by.kind === 'name'
          ? `d${named.by.name}`
          : ''
    const context: Context = { names: this.names, left: letters, whole: right, about, typed }
    const wrong = (kind: Kind, says: string, span: Span): Verdict => ({
      read: true,
      true: false,
      follows: false,
      kind,
      says,
      span,
    })
    if (line) {
      const values = valuesOf(line, this.points).at(-1) ?? []
      const wanted = this.points.map(({ point, values: known }) =>
        truth(line.subject, { ...point, values: known }),
      ) as Tensor[]
      const ratio = ratioSays(
        values,
        wanted,
        this.points.map(({ point }) => point.sizes),
        [...this.names.sizes],
      )
      const { name } = line.subject.kind === 'value' ? line.subject : { name: '' }
      const share =
        name.startsWith('d') &&
        sharesSay(
          this.program,
          this.points.map(({ point }) => point),
          name.slice(1),
          values,
        )
      if (share) return wrong('lost sum', share, right.span)
      const dropped = this.search(
        left,
        right,
        context,
        (m) => m.kind === 'summed too much' && m.form === 'indices',
      )
      if (dropped) return wrong('summed too much', dropped.says, dropped.span)
      if (ratio) return wrong('factor', ratio, right.span)
      // Equal but for axes of length 1.
      if (values.every(({ data, shape }, k) => sameButOnes(data, shape, wanted[k] as Tensor)))
        return undefined
      const summed = summedSays(values, wanted, about)
      const product =
        summed?.kind === 'summed too much' && !indexed
          ? this.search(left, right, context, (m) => m.kind === 'elementwise')
          : undefined
      if (product) return wrong(product.kind, product.says, product.span)
      if (summed && (summed.kind !== 'summed too much' || right.kind !== 'name'))
        return wrong(summed.kind, summed.says, right.span)
    }
    if (left.kind === 'index' && indexed && which('swapped index')) {
      for (const [i, a] of left.slots.entries())
        for (const b of left.slots.slice(i + 1)) {
          const slots = left.slots.map((s) => (s === a ? b : s === b ? a : s))
          if (this.isRight({ ...left, slots }, right))
            return wrong('swapped index', 'The letters on the left stand in the wrong order.', left.span)
        }
    }
    const found = this.search(
      left,
      right,
      context,
      (m) => which(m.kind) && (m.form === 'both' || (m.form === 'indices') === indexed),
    )
    return found && wrong(found.kind, found.says, found.span)
  }

  private search(
    left: Ast,
    right: Ast,
    context: Context,
    which: (mistake: (typeof mistakes)[number]) => boolean,
  ): { kind: Kind; says: string; span: Span } | undefined {
    const all = sites(right)
    const comparisons = all.filter(({ node }) => isComparison(node))
    // What is right without a comparison is not wrong inside of it, where a change may only make it never hold.
    const idle = ({ span: [from, to] }: Ast): boolean =>
      comparisons.some(
        ({ node: { span }, put }) =>
          span[0] <= from && to <= span[1] && this.isRight(left, put({ kind: 'number', value: 0, span })),
      )
    for (const mistake of mistakes.filter(which))
      for (const { node, put } of all)
        for (const instead of mistake.instead(node, context)) {
          if (++this.tries > mostTries) return undefined
          if (this.isRight(left, put(instead)) && !idle(node))
            return { kind: mistake.kind, says: mistake.says(context.typed(node), instead), span: node.span }
        }
    return undefined
  }

  private isRight(left: Ast, right: Ast): boolean {
    try {
      const line = readLine({ left, right }, this.names)
      return this.points.every(({ point, values }) => {
        const at = { ...point, values }
        const wanted = truth(line.subject, at)
        return wanted !== undefined && near(lineValue(line, at, 'direct'), wanted)
      })
    } catch (error) {
      if (error instanceof Error) return false
      throw error
    }
  }

  unexplained(line: Read, wanted: readonly Tensor[], values: readonly Tensor[]): Verdict {
    const span = line.right.span
    const [value, target] = [values[0], wanted[0]]
    const { subject } = line
    const shape = line.axes.map(({ dim }) => dim)
    const wantedShape: readonly Dim[] | undefined =
      subject.kind === 'value' ? this.names.shapes.get(subject.name) : undefined
    if (
      value &&
      target &&
      (value.rank !== target.rank || value.shape.some((length, k) => length !== target.shape[k]))
    )
      return {
        read: true,
        true: false,
        follows: false,
        kind: 'shape',
        says: `This is ${shapeText(shape)}; it has to be ${wantedShape ? shapeText(wantedShape) : 'of the shape on the left'}.`,
        span,
      }
    return {
      read: true,
      true: false,
      follows: false,
      kind: 'value',
      says: value && target ? valueSays(value, target) : 'This is not equal to it.',
      span,
    }
  }
}

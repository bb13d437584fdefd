import type { Tensor } from '../autodiff/index.ts'
import type { Equation } from './equation.ts'
import { asEntries, flat, leftLetters, readRight } from './program.ts'
import type { Program } from './program.ts'
import type { Point } from './point.ts'
import type { Names } from './scope.ts'
import type { Axis, Dim, Expr } from './tree.ts'
import { evaluate } from './value.ts'
import type { Ast } from './ast.ts'
import { LayerError } from './error.ts'

/** What a line is about: a gradient (or any value) by name, or one derivative of entries by another. */
export type Subject =
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'partial'; readonly of: string; readonly by: string }

/** A line of a derivation as read. */
export interface ReadLine {
  readonly subject: Subject
  readonly axes: readonly Axis[]
  readonly body: Expr
  readonly form: 'indices' | 'matrices'
  readonly right: Ast
}

/** The names a derivation may use: those of the layer, and d before each. */
export function derivationNames({ names, inputs, nodes, output }: Program): Names {
  const shapes = new Map(names.shapes)
  for (const { name, axes } of nodes)
    shapes.set(
      name,
      axes.map(({ dim }) => dim),
    )
  const all = [
    ...inputs.map(({ name, shape }) => [name, shape] as const),
    ...nodes.map(({ name, axes }) => [name, axes.map(({ dim }) => dim)] as const),
  ]
  for (const [name, shape] of all) if (!shapes.has(`d${name}`)) shapes.set(`d${name}`, shape)
  const out = shapes.get(output)
  if (out && !shapes.has('dy')) shapes.set('dy', out)
  return { shapes, sizes: names.sizes, implicit: names.implicit === true }
}

/** What the gradient by the output is called elsewhere. */
const upstream = new Set(['dout', 'd_out', 'dOut', 'grad_output', 'grad_out', 'upstream', 'dY'])

/** The name that a derivation has for what is called grad_output, dout or grad_w elsewhere. */
export const gradientSpelling =
  ({ shapes }: Names) =>
  (name: string): string => {
    if (shapes.has(name)) return name
    if (upstream.has(name) && shapes.has('dy')) return 'dy'
    const of = /^grad_(.+)$/u.exec(name)?.[1]
    return of !== undefined && shapes.has(`d${of}`) ? `d${of}` : name
  }

/** What stands left of the “=”. */
export function subjectOf(left: Ast, names: Names): Subject {
  const named = (ast: Ast): string | undefined =>
    ast.kind === 'name' ? ast.name : ast.kind === 'index' ? named(ast.of) : undefined
  if (left.kind === 'partial') {
    const [of, by] = [named(left.of), named(left.by)]
    if (of === undefined || by === undefined)
      throw new LayerError('syntax', 'Left of “=” stands a name or ∂…/∂….', left.span)
    return names.shapes.has(of) && of !== 'L'
      ? { kind: 'partial', of, by }
      : { kind: 'value', name: `d${by}` }
  }
  // dL/dx is the gradient dx.
  if (left.kind === 'binary' && left.op === '/') {
    const [of, by] = [named(left.left), named(left.right)]
    if (of && by && of.startsWith('d') && by.startsWith('d')) return { kind: 'value', name: by }
  }
  const name = named(left)
  if (name === undefined)
    throw new LayerError(
      'syntax',
      'Left of “=” stands what the line is about, such as dx or dx[n,d].',
      left.span,
    )
  return { kind: 'value', name }
}

type Slots = Extract<Ast, { kind: 'index' }>['slots']
const slotsOf = (ast: Ast): Slots => (ast.kind === 'index' ? ast.slots : [])
function leftSlots(left: Ast): Slots {
  if (left.kind === 'partial') return [...slotsOf(left.of), ...slotsOf(left.by)]
  if (left.kind === 'binary') return slotsOf(left.right)
  return slotsOf(left)
}

/** Reads a line of a derivation. */
export function readLine(
  { left, right }: Equation,
  names: Names,
  above?: ReadLine & { readonly left: Ast },
): ReadLine & { readonly left: Ast } {
  const stands = left ? asEntries(flat(left), right, names) : above?.left
  if (!stands)
    throw new LayerError('syntax', 'A line says what it is about: begin it with dx = …', right.span)
  const subject = subjectOf(stands, names)
  const slots = leftSlots(stands)
  const shapes =
    subject.kind === 'value'
      ? [names.shapes.get(subject.name)]
      : [names.shapes.get(subject.of), names.shapes.get(subject.by)]
  const dims = shapes.every((shape) => shape !== undefined) ? shapes.flat() : undefined
  const letters = leftLetters(slots, stands.span)
  if (letters.length && dims && letters.length !== dims.length)
    throw new LayerError(
      'index count',
      `The left side takes ${dims.length} letters, not ${letters.length}.`,
      stands.span,
    )
  const bracketed: Ast | undefined = slots.length
    ? { kind: 'index', of: { kind: 'name', name: '', span: stands.span }, slots, span: stands.span }
    : undefined
  const { axes, body, entries } = readRight(
    { left: bracketed, right },
    names,
    dims as readonly Dim[] | undefined,
  )
  return { subject, axes, body, form: entries ? 'indices' : 'matrices', right, left: stands }
}

/** What the line ought to be. */
export function truth(subject: Subject, point: Point): Tensor | undefined {
  return subject.kind === 'value'
    ? point.values.get(subject.name)
    : point.derivative(subject.of, subject.by, 'total')
}

/** What the line says, at a point; `way` is how ∂…/∂… in it is meant. */
export const lineValue = (
  { axes, body }: Pick<ReadLine, 'axes' | 'body'>,
  point: Point,
  way: 'total' | 'direct',
): Tensor => evaluate(body, axes, { ...point, jacobian: (of, by) => point.derivative(of, by, way) })

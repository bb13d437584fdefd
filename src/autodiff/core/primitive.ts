import type { Formula, Shown } from './formula.ts'
import type { Shape } from './shape.ts'
import { Tensor } from './tensor.ts'
import type { Loop } from '../fast/loops.ts'

/** The inputs of an op that takes one, two or three. */
export type One = readonly [Tensor]
export type Two = readonly [Tensor, Tensor]
export type Three = readonly [Tensor, Tensor, Tensor]

/** Where a rule is asked for: the inputs, the output already computed from them, and the fixed settings. */
export interface At<I extends readonly Tensor[], P> {
  readonly inputs: I
  readonly output: Tensor
  readonly params: P
}

/**
 * Where to test an op: shapes as letters, `'nd,dm'` for two matrices that share an axis (`1` is a length of
 * one, the empty string a scalar), settings that may depend on the lengths drawn, and the range of values.
 */
export interface Point<P> {
  readonly shapes: string
  readonly params?: P | ((lengths: Readonly<Record<string, number>>) => P)
  readonly range?: readonly [number, number]
  /** Lengths the letters may not fall below: an op such as max has no value over an empty axis. */
  readonly least?: number
  /** Inputs that name places, with the letter of the axis they are on: whole numbers, which differences may not move. */
  readonly whole?: Readonly<Record<number, string>>
}

/** What a setting is: one whole number, a list of them, one axis or several or none, yes or no, or a text. */
export type Kind = 'whole' | 'wholes' | 'axes' | 'flag' | 'text'
export interface Setting {
  readonly name: string
  readonly kind: Kind
  readonly optional?: true
  /** Whether it stands before the values in a call, as the subscripts of einsum do. */
  readonly leads?: true
}

type Show = (value: number) => string

/** Where an op has a value, told from the numbers that one entry of it is made from. */
export interface Domain {
  has(a: number, b: number): boolean
  /** Why it has none at other numbers, to end a sentence; `show` writes a number. */
  why(show: Show, a: number, b: number): string
  /** What its value is called there, where its name alone says little. */
  named?(show: Show, a: number, b: number): string
}

/**
 * All there is to know about one op. The rules are written with the library's own ops, so they can be
 * differentiated in turn: derivatives of any order need nothing more.
 */
export interface Primitive<I extends readonly Tensor[] = readonly Tensor[], P = unknown> {
  readonly name: string
  /** The value, from plain tensors. */
  forward(inputs: I, params: P): Tensor
  /** Forward mode: what a tangent of input i adds to the tangent of the output, J·t. */
  jvp(tangent: Tensor, i: number, at: At<I, P>): Tensor
  /** Reverse mode: what a cotangent of the output sends to input i, Jᵀ·g. */
  vjp(cotangent: Tensor, i: number, at: At<I, P>): Tensor
  /** The shape of the value, known before anything is computed; a ShapeError where there is none. */
  shape(inputs: readonly Shape[], params: P): Shape
  /** How it is written, as pieces that are printed as TeX or drawn. */
  formula(shown: Shown, shapes: readonly Shape[], params: P): Formula
  /** How many operations on numbers it takes. */
  cost(inputs: readonly Shape[], output: Shape, params: P): number
  readonly points: readonly Point<P>[]
  /** Vanishes, entry by entry, where it has a corner: a kink, a jump, or an edge of its domain. Else it is smooth. */
  corners?(inputs: I, params: P): Tensor
  /** What an op does entry by entry, as the loop that does it. */
  readonly loop?: Loop
  /** Its slope is 0 wherever it has one, so nothing that moves comes out of it: 0 · NaN further on would be NaN. */
  readonly steady?: true
  /** Where it has a value, unless that is everywhere. */
  readonly domain?: Domain
  /** How many values a call takes; left out where it takes any number of them. */
  readonly arity?: number
  /** Whether these values come as one list, as those of concat do. */
  readonly takesList?: true
  readonly settings?: readonly Setting[]
  /** Whether a call in code gathers its settings into one object, instead of giving them one by one. */
  readonly gathered?: true
}

/** A way to run ops: forward mode carries tangents along, reverse mode writes down what was done. */
export interface Level {
  /** Inner levels start later, so the largest id among the inputs is the innermost. */
  readonly id: number
  process(op: Primitive, inputs: readonly Tensor[], params: unknown): Tensor
}

/** Who runs ops on plain tensors, while one does; else they run at once. */
let ground: Level | undefined

/** Runs f with every op on plain tensors given to a level, or (when undefined) run at once. */
export function within<T>(level: Level | undefined, f: () => T): T {
  const before = ground
  ground = level
  try {
    return f()
  } finally {
    ground = before
  }
}

let levels = 0
/** The id of a level that starts now. */
export const nextLevel = (): number => ++levels

/** A tensor that some level follows. Its data are those of its primal, so code may look at them and branch. */
export class Tracer extends Tensor {
  constructor(
    override readonly level: Level,
    readonly primal: Tensor,
  ) {
    super(primal.data, primal.shape)
  }
}

/** A value as the levels outside this one see it. */
export const lower = (level: Level, value: Tensor): Tensor =>
  value.level === level ? (value as Tracer).primal : value

/** Runs a primitive: at once on plain tensors, else as the innermost level among the inputs has it. */
export function bind<I extends readonly Tensor[], P>(op: Primitive<I, P>, inputs: I, params: P): Tensor {
  let innermost = ground
  for (const { level } of inputs)
    if (level !== undefined && (innermost === undefined || level.id > innermost.id)) innermost = level
  return innermost === undefined
    ? op.forward(inputs, params)
    : innermost.process(op as Primitive, inputs, params)
}

/**
 * Completes an op that is linear in each input by itself: its tangent is the op again, with the tangent in the
 * place of that input.
 */
export function multilinear<I extends readonly Tensor[], P>(
  rest: Omit<Primitive<I, P>, 'jvp'>,
): Primitive<I, P> {
  const whole: Primitive<I, P> = {
    ...rest,
    jvp: (t, i, { inputs, params }) => bind(whole, inputs.with(i, t) as readonly Tensor[] as I, params), // as many
  }
  return whole
}

/** A function that carries its primitive: the table of primitives is the list of functions that do. */
export type Op<F, P extends Primitive = Primitive> = F & { readonly primitive: P }

/** Ties a function that a reader calls to the primitive that it runs. */
export const op = <F extends (...args: never[]) => Tensor, I extends readonly Tensor[], P>(
  primitive: Primitive<I, P>,
  call: F,
): Op<F> => Object.assign(call, { primitive: primitive as Primitive })

import {
  estimate,
  formulaOf as written,
  grad,
  nth,
  parse,
  ParseError,
  pieces,
  symbolOf,
  tensor,
  trace,
  type Ast,
  type DType,
  type Env,
  type Parsed,
  type Piece,
} from '@/autodiff'
import type { Field } from '../state/fields'
import { ofCurve } from './bounds'
import { spoken } from './words'

/** A function of named numbers that is written once: computed, differentiated and typeset from the same text. */
export type Fn = {
  readonly source: string
  readonly names: readonly string[]
  /** How it is written, each name in the hue that `hues` gives it. */
  readonly formula: Piece
  readonly ast: Ast
  /** The function itself, made of the core's ops: to be composed with others. */
  readonly run: Parsed['f']
  /** The value at numbers for the names, in their order; NaN or ±Infinity where there is none. */
  readonly value: (at: readonly number[], dtype?: DType) => number
  /** The derivative by each name, from one reverse pass of the core. */
  readonly gradient: (at: readonly number[]) => number[]
}

/** A function to choose: its text, and how it is shown. */
export type Preset = { readonly source: string; readonly name: string }

export type Reading = { readonly fn: Fn } | { readonly error: string }

/** How many characters a typed function may have. */
export const longestFormula = 80

/** A text that would not fit into a link; a field says so, where cutting it off would change what it means. */
export const tooLong = (text: string, longest = longestFormula) =>
  text.length > longest
    ? `A formula here may have ${longest} characters, and this one has ${text.length.toLocaleString('en')}.`
    : undefined

type Hues = Readonly<Record<string, string>>

const lately = new Map<string, Reading>()

/** Reads a function of the given names, or says in a sentence what is wrong with it and where. */
export function readFunction(source: string, names: readonly string[], hues: Hues = {}): Reading {
  // A drag asks for the same function sixty times a second.
  const key = JSON.stringify([source, names, hues])
  const known = lately.get(key)
  if (known) return known
  const found = readAnew(source, names, hues)
  if (lately.size > 50) lately.clear()
  lately.set(key, found)
  return found
}

function readAnew(source: string, names: readonly string[], hues: Hues): Reading {
  try {
    if (source.trim() === '') return { error: `The function is missing: type a formula in ${spoken(names)}.` }
    const parsed = parse(source, { names, numbers: true })
    const problem = unfit(parsed, names)
    return problem ? { error: problem } : { fn: functionOf(parsed, names, hues) }
  } catch (error) {
    if (error instanceof ParseError) return { error: error.message }
    return { error: `This can't be computed: ${(error as Error).message}.` }
  }
}

/** The same for a text that is known to be right: an author's preset, or a state that was checked. */
export function functionFrom(source: string, names: readonly string[], hues: Hues = {}): Fn {
  const read = readFunction(source, names, hues)
  if ('error' in read) throw new Error(`${source}: ${read.error}`)
  return read.fn
}

/** A function of the given names, as it stands in a link. */
export const formulaOf = (names: readonly string[]): Field<string> => ({
  parse(source) {
    if (tooLong(source)) throw new Error(`expected at most ${longestFormula} characters`)
    const read = readFunction(source, names)
    if ('error' in read) throw new Error(read.error)
    return source
  },
  format: (source) => source,
})

const record = (names: readonly string[], at: readonly number[]) =>
  Object.fromEntries(names.map((name, k) => [name, nth(at, k)]))

function unfit({ f }: Parsed, names: readonly string[]): string | undefined {
  const halves = names.map(() => 0.5)
  const { shape } = estimate<[Env]>((env) => f(env), [record(names, halves)], ofCurve)
  if (shape.length > 0)
    return `This gives a tensor of shape ${shape.join(' × ')}; a function here gives one number.`
}

/** Parts without a name are one number by the time a graph is traced: shortened, as all numbers of a figure are. */
const shortened = (value: number) => (/\.\d{6}/.test(String(value)) ? Number(value.toPrecision(4)) : value)

function formulaIn({ source, f }: Parsed, names: readonly string[], hues: Hues): Piece {
  let strange = false
  const number = (value: number) => {
    strange ||= !Number.isFinite(value)
    return pieces.numeral(shortened(value))
  }
  const symbol = (label: string) => {
    const role = hues[label]
    return role === undefined ? symbolOf(label) : pieces.hue(role, symbolOf(label))
  }
  const halves = names.map(() => 0.5)
  const formula = written(trace(f, [record(names, halves)]), { symbol, number })
  // A part that comes to no number, as log(−1) does, stands as it was typed.
  return strange ? pieces.word(source) : formula
}

function functionOf(parsed: Parsed, names: readonly string[], hues: Hues): Fn {
  const { source, ast, f } = parsed
  const slope = grad(f)
  return {
    source,
    names,
    ast,
    run: f,
    formula: formulaIn(parsed, names, hues),
    value: (at, dtype = 'float64') => {
      const env = names.map((name, k) => [name, tensor(nth(at, k), { dtype })] as const)
      return f(Object.fromEntries(env)).item()
    },
    gradient: (at) => {
      const by = slope(record(names, at)) as Readonly<Record<string, { item(): number }>>
      return names.map((name) => by[name]?.item() ?? 0)
    },
  }
}

import { pieces, symbolOf, type Piece, type Tensor } from '@/autodiff'
import { typeset, type Layer, type Numbered } from '@/derive'
import { shapeText } from '@/plot/format'
import { whole, type Window } from '@/plot/nesting'
import type { Kind, Role } from '@/plot/role'
import { compute, entryKey, sizesOf, type Computed } from './numbers'
import { namesIn, read, type Fault } from './reading'
import { linesOf, type State } from './state'
import { words } from './words'

/** A name of the program with its numbers. */
export type Named = {
  readonly name: string
  readonly role: Role
  /** In letters. */
  readonly shape: readonly (string | number)[]
  readonly value: Tensor | undefined
  readonly gradient: Tensor | undefined
  /** The reader may change its entries. */
  readonly given: boolean
  /** The gradient by it arrives from outside, and the reader may change that. */
  readonly output: boolean
  /** What is drawn of it. */
  readonly window: Window
}

export type Row = {
  readonly text: string
  readonly formula: Piece | undefined
  readonly fault: Fault | undefined
  readonly named: readonly Named[]
  /** Something in it is no number, where all before it are. */
  readonly breaks: string
}

export type Scene = {
  readonly rows: readonly Row[]
  readonly layer: Layer | undefined
  /** Why there is no layer, or why its numbers are not computed. */
  readonly refused: string
  /** The name whose gradient is looked at; the first input, unless the reader's is there. */
  readonly of: string
  readonly sizes: readonly { readonly letter: string; readonly value: number }[]
  readonly inputs: Readonly<Record<string, Tensor>>
  readonly numbers: Numbered | undefined
  /** What arrives at the output. */
  readonly arriving: Tensor | undefined
  /** Lines that cannot be read, counted from 1. */
  readonly broken: readonly number[]
}

/** No more rows and columns of a tensor are drawn. */
const mostDrawn = 6
const windowOf = (shape: readonly number[]): Window =>
  whole(shape).map(({ from, count }, axis) => ({
    from,
    count: Math.min(count, shape.length - axis <= 2 ? mostDrawn : shape.length - axis <= 4 ? 2 : 1),
  }))

/** The book's hue for a name, where it has one. */
const roleOf = (name: string, layer: Layer): Role =>
  name === layer.output
    ? /^(L|loss)$/.test(name)
      ? 'L'
      : 'y'
    : /^x\d*$/.test(name)
      ? 'x'
      : /^w\d*$/i.test(name)
        ? 'w'
        : 'ink'

function named(name: string, layer: Layer, { numbers, inputs }: Computed): Named {
  const shape = [...layer.inputs, ...layer.steps].find((one) => one.name === name)?.shape ?? []
  const value = numbers?.value(name)
  return {
    name,
    role: roleOf(name, layer),
    shape,
    value,
    gradient: numbers?.value(`d${name}`),
    given: Object.hasOwn(inputs, name),
    output: name === layer.output,
    window: windowOf(value?.shape ?? []),
  }
}

/** What each line of the program names: its inputs, or its step. */
function namesOf(layer: Layer | undefined, text: string, k: number): string[] {
  if (!layer) return []
  const steps = layer.steps.filter(({ line, hidden }) => line === k + 1 && !hidden).map(({ name }) => name)
  const names = namesIn(text.replace(/#.*$/, ''))
  return steps.length ? steps : layer.inputs.map(({ name }) => name).filter((name) => names.includes(name))
}

const { joined, letter, listed, mark, numeral, raised, row, sign } = pieces

/** x ∈ ℝ^N×D */
const declared = (names: readonly string[], shape: readonly (string | number)[]): Piece =>
  row(
    listed(names.map(symbolOf)),
    sign('∈'),
    letter('ℝ'),
    ...(shape.length
      ? [
          raised(
            joined(
              shape.map((dim) => (typeof dim === 'number' ? numeral(dim) : letter(dim))),
              mark('×'),
            ),
          ),
        ]
      : []),
  )

const isWhole = ({ data }: Tensor) => data.every((value) => Number.isFinite(value))

/** All that the lines show. */
export function model(state: State): Scene {
  const reading = read(state.program)
  const { layer, faults, nothing } = reading
  const lines = linesOf(state.program)
  const computed: Computed = layer
    ? compute(layer, lines, state)
    : { numbers: undefined, inputs: {}, refused: nothing }
  let sound = true
  const rows = lines.map((text, k): Row => {
    const fault = faults.get(k)
    const names = fault ? [] : namesOf(layer, text, k)
    const all = layer ? names.map((name) => named(name, layer, computed)) : []
    const first = all[0]
    const given = first && layer?.inputs.some(({ name }) => name === first.name)
    const bad = all.find(({ value }) => value && !isWhole(value))
    const breaks = sound && bad ? words.breaks(bad.name) : ''
    if (bad) sound = false
    const formula = given ? declared(names, first.shape) : first && layer && typeset(layer, text)
    return { text, formula, fault, named: all, breaks }
  })
  const known = layer
    ? [...layer.inputs, ...layer.steps.filter(({ hidden }) => !hidden)].map(({ name }) => name)
    : []
  return {
    rows,
    layer,
    refused: computed.refused,
    of: known.includes(state.of) ? state.of : (known[0] ?? ''),
    sizes: layer
      ? Object.entries(sizesOf(layer, state.sizes)).map(([size, value]) => ({ letter: size, value }))
      : [],
    inputs: computed.inputs,
    numbers: computed.numbers,
    arriving: layer && computed.numbers?.value(`d${layer.output}`),
    broken: [...faults.keys()].map((k) => k + 1).sort((a, b) => a - b),
  }
}

/** The state with one entry set: of a value, or of the gradient that arrives. */
export const withSet = (
  { entries }: State,
  { name, value }: Named,
  offset: number,
  to: number,
  kind: Kind = 'value',
): Partial<State> => {
  const key = entryKey(kind === 'gradient' ? `d${name}` : name, value?.shape ?? [], offset)
  return { entries: { ...entries, [key]: to } }
}

/** The shape in letters, with what they are: N × D = 3 × 4. */
export const badge = ({ shape, value }: Named): string => {
  const letters = shapeText(shape)
  const lengths = value ? shapeText(value.shape) : letters
  return letters === lengths ? letters : `${letters} = ${lengths}`
}

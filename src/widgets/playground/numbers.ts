import { nth, random, Tensor } from '@/autodiff'
import { count, effort, evaluate, type Layer, type Numbered } from '@/derive'
import { indexOf } from '@/plot/nesting'
import { namesIn } from './reading'
import { longestAxis, type Counts, type State } from './state'
import { words } from './words'

/** The most numbers that a pass may make while the reader drags. */
export const mostNumbers = 300_000

/** The letters that sizes are written with, in the order in which they come. */
export const lettersOf = ({ inputs }: Layer): string[] => [
  ...new Set(inputs.flatMap(({ shape }) => shape.filter((dim) => typeof dim === 'string'))),
]

/** Lengths of which no two that stand side by side agree, so that no axis passes for another. */
const lengths = [3, 4, 2, 5] as const

/** What each letter is: what the reader says, or what it is to begin with, where each axis such as T-K+1 has two places. */
export function sizesOf(layer: Layer, chosen: Counts): Record<string, number> {
  const sizes: Record<string, number> = Object.fromEntries(
    lettersOf(layer).map((letter, k) => [letter, nth(lengths, k % lengths.length)]),
  )
  const sums = layer.steps.flatMap(({ shape }) => shape.filter((dim) => /[+-]/.test(String(dim))))
  for (const dim of sums) {
    const [first = ''] = /^\p{L}[\p{L}\p{N}_′]*/u.exec(String(dim)) ?? []
    const { [first]: length } = sizes
    if (length !== undefined) sizes[first] = length + Math.max(0, 2 - nth(shapeAt([dim], sizes), 0))
  }
  for (const letter of Object.keys(sizes)) {
    const { [letter]: said } = chosen
    if (said !== undefined) sizes[letter] = Math.min(longestAxis, Math.max(1, Math.round(said)))
  }
  return sizes
}

/** The lengths of a shape. */
export const shapeAt = (shape: readonly (string | number)[], sizes: Counts): number[] =>
  shape.map((dim) => (typeof dim === 'number' ? dim : count(dim, sizes)))

/** What the comment of a line says about its numbers. */
export type Drawn = 'one-hot' | 'causal' | 'switch' | 'positive' | 'any'

/** Reads “one-hot”, as a shape or a comment says it, “# causal”, “# 1 or 0”, “# positive”. */
export function drawnBy(line: string): Drawn {
  const comment = /#(.*)$/.exec(line)?.[1] ?? ''
  if (/one-?hot/i.test(line)) return 'one-hot'
  if (/causal/i.test(comment)) return 'causal'
  if (/\b(1 or 0|0 or 1|mask)\b/i.test(comment)) return 'switch'
  return /positive/i.test(comment) ? 'positive' : 'any'
}

/** Two digits, never 0, where a step may have its corner. */
const plain = (r: number) => Math.round((r < 0.5 ? -2 + 3.8 * r : 0.1 + 3.8 * (r - 0.5)) * 10) / 10

function draw(how: Drawn, shape: readonly number[], next: () => number): number[] {
  const size = shape.reduce((n, length) => n * length, 1)
  const width = shape.at(-1) ?? 1
  const range = Array.from({ length: size }, (_, k) => k)
  if (how === 'one-hot') {
    const hot = Array.from({ length: size / width }, () => Math.floor(next() * width))
    return range.map((k) => (k % width === hot[Math.floor(k / width)] ? 1 : 0))
  }
  if (how === 'causal')
    return range.map((k) => (k % width <= Math.floor(k / width) % (shape.at(-2) ?? 1) ? 1 : 0))
  // The first is 1, so that no row of one entry is all 0.
  if (how === 'switch') return range.map((k) => (k % width === 0 || next() < 0.5 ? 1 : 0))
  return range.map(() => (how === 'positive' ? Math.round(2 + 18 * next()) / 10 : plain(next())))
}

/** The key of an entry in the state: x.1.2. */
export const entryKey = (name: string, shape: readonly number[], offset: number): string =>
  [name, ...indexOf(shape, offset).map((k) => k + 1)].join('.')

function tensorOf(
  name: string,
  shape: number[],
  how: Drawn,
  { seed, entries }: State,
  which: number,
): Tensor {
  const next = random(seed * 1009 + which)
  const drawn = draw(how, shape, next)
  const values = Float64Array.from(drawn, (value, k) => entries[entryKey(name, shape, k)] ?? value)
  return new Tensor(how === 'one-hot' ? oneHot(values, drawn, shape) : values, shape)
}

/** In a row of one 1, an entry that the reader made other than 0 is where it stands. */
function oneHot(values: Float64Array, drawn: readonly number[], shape: readonly number[]): Float64Array {
  const width = shape.at(-1) ?? 1
  const hot = Array.from({ length: values.length / width }, (_, row) => {
    const places = Array.from({ length: width }, (__, k) => row * width + k)
    return (
      places.find((k) => values[k] !== 0 && drawn[k] === 0) ??
      places.find((k) => drawn[k] === 1) ??
      row * width
    )
  })
  return values.map((_, k) => (hot[Math.floor(k / width)] === k ? 1 : 0))
}

/** The layer at the reader's numbers; or why these are not computed, in a sentence. */
export type Computed =
  | { readonly numbers: Numbered; readonly inputs: Readonly<Record<string, Tensor>>; readonly refused: '' }
  | {
      readonly numbers: undefined
      readonly inputs: Readonly<Record<string, Tensor>>
      readonly refused: string
    }

/** What arrives at the output: 1 at a loss, else drawn, and the reader's to change. */
const arriving = (layer: Layer, sizes: Counts, state: State): Tensor => {
  const shape = shapeAt(layer.shape, sizes)
  const key = `d${layer.output}`
  // ∂L/∂L, where the output is the loss.
  const asLoss = 1
  return shape.length === 0
    ? new Tensor(Float64Array.of(state.entries[key] ?? asLoss), [])
    : tensorOf(key, shape, 'any', state, 997)
}

/** Every value and every gradient, if they are few enough to be computed at once. */
export function compute(layer: Layer, lines: readonly string[], state: State): Computed {
  const sizes = sizesOf(layer, state.sizes)
  const refuse = (refused: string): Computed => ({ numbers: undefined, inputs: {}, refused })
  for (const { name, shape } of [...layer.inputs, ...layer.steps]) {
    const short = shape.find((dim) => !(nth(shapeAt([dim], sizes), 0) >= 1))
    if (short !== undefined) return refuse(words.tooShort(name, String(short)))
  }
  const given = layer.inputs.reduce((n, { shape }) => n + shapeAt(shape, sizes).reduce((a, b) => a * b, 1), 0)
  const wanted = given + effort(layer, sizes)
  if (!(wanted <= mostNumbers)) return refuse(words.tooMany(wanted, mostNumbers))
  const inputs = Object.fromEntries(
    layer.inputs.map(({ name, shape }, k) => {
      const line = lines.find((text) => namesIn(text).includes(name)) ?? ''
      return [name, tensorOf(name, shapeAt(shape, sizes), drawnBy(line), state, k)]
    }),
  )
  return { numbers: evaluate(layer, inputs, arriving(layer, sizes, state)), inputs, refused: '' }
}

import { nth, random, reshape, ShapeError, tensor, texOf, type Tensor } from '@/autodiff'
import {
  check,
  derive,
  evaluate,
  LayerError,
  readLayer,
  typeset,
  type Line,
  type Numbered,
  type Plant,
} from '@/derive'
import type { Formula } from './item'
import type { PracticeLayer } from './layers'
import type { Offer } from './choose'

export type Dims = readonly (string | number)[]

/** The shape of an input, or of any step. */
export function shapeOf({ text }: PracticeLayer, name: string): Dims {
  const { inputs, steps } = readLayer(text)
  const found = [...inputs, ...steps].find((one) => one.name === name)
  if (!found) throw new Error(`The layer has no ${name}.`)
  return found.shape
}
export const outputOf = ({ text }: PracticeLayer) => readLayer(text)

/** The letters that the sizes of a layer are written with. */
function lettersOf(layer: PracticeLayer): string[] {
  const { inputs } = readLayer(layer.text)
  return [...new Set(inputs.flatMap(({ shape }) => shape.filter((dim) => typeof dim === 'string')))]
}

/** A length for each letter of a layer. */
export const sizesOf = (layer: PracticeLayer, length: (k: number) => number): Record<string, number> =>
  Object.fromEntries(lettersOf(layer).map((letter, k) => [letter, length(k)]))

/** How long an axis is when its letter has a length. */
export function lengthOf(dim: string | number, sizes: Readonly<Record<string, number>>): number {
  if (typeof dim === 'number') return dim
  const { [dim]: length } = sizes
  if (length === undefined) throw new Error(`There is no length for ${dim}.`)
  return length
}

const about = (text: string) => nth(text.split(' = '), 0).replace(/\[.*\]/, '')

/** The lines of a derivation that are about ∂L/∂of itself. */
export const linesAbout = ({ text }: PracticeLayer, of: string): Line[] =>
  derive(text, of).lines.filter((line) => about(line.text) === `d${of}`)

/** The last line of a derivation in a form. */
export function lastLine(layer: PracticeLayer, of: string, form: Line['form']): Line | undefined {
  return linesAbout(layer, of).findLast((line) => line.form === form)
}

/** The step by whose gradient that of `of` is found: the output, or one that lies between. */
export function above(layer: PracticeLayer, of: string): string | undefined {
  const [first] = linesAbout(layer, of)
  return first && /∂(\p{L}+\d*)(?:\[[^\]]*\])?\/∂/u.exec(first.text)?.[1]
}

function texOfLine({ text: layer }: PracticeLayer, line: string): string | undefined {
  const set = typeset(layer, line)
  return set && texOf(set)
}

export const formula = (layer: PracticeLayer, text: string): Formula => ({
  text,
  tex: texOfLine(layer, text) ?? text,
})

/** A line with one planted mistake. */
export type Planted = Offer & { readonly plant: string }

/**
 * The lines that one usual mistake makes of a right one, each false by the core, no two of the same value, with what the
 * check says of it.
 */
export function planted(layer: PracticeLayer, of: string, line: string, among: readonly Plant[]): Planted[] {
  const found: Planted[] = []
  for (const { name, plant } of among) {
    const text = plant(line)
    const made = text === undefined || text === line ? undefined : falsehood(layer, of, text)
    if (made && !found.some((other) => sameValue(layer, other.text, made.text)))
      found.push({ ...made, plant: name })
  }
  return found
}

/** A line as a wrong answer, if it is one that can be read, with what the check says of it. */
export function falsehood(layer: PracticeLayer, of: string, text: string): Offer | undefined {
  const [verdict] = check(layer.text, of, [text])
  const tex = texOfLine(layer, text)
  if (!verdict?.read || verdict.true || tex === undefined) return undefined
  return { text, tex, says: verdict.says }
}

/** Whether two lines come to the same on random numbers at sizes that all differ; one that has no value is like no other. */
export function sameValue(layer: PracticeLayer, a: string, b: string): boolean {
  const [one, two] = [a, b].map((line) => valueOf(layer, line))
  if (!one || !two || one.shape.join() !== two.shape.join()) return false
  return one.data.every((entry, k) => Math.abs(entry - nth(two.data, k)) < 1e-9)
}

const lengths = [2, 3, 4, 5]

function valueOf(layer: PracticeLayer, line: string): Tensor | undefined {
  const next = random(5)
  const { inputs, shape } = readLayer(layer.text)
  const sizes = sizesOf(layer, (k) => nth(lengths, k))
  const draw = (dims: Dims) => {
    const numbers = dims.map((dim) => lengthOf(dim, sizes))
    const count = numbers.reduce((n, length) => n * length, 1)
    return reshape(tensor(Array.from({ length: count }, () => 0.5 + next())), numbers)
  }
  const at = evaluate(
    layer.text,
    Object.fromEntries(inputs.map((input) => [input.name, draw(input.shape)])),
    shape.length === 0 ? 1 : draw(shape),
  )
  return computed(at, line)
}

/** What a line comes to; undefined where its shapes do not go together. */
export function computed(at: Numbered, line: string): Tensor | undefined {
  try {
    return at.line(line)
  } catch (error) {
    if (error instanceof LayerError || error instanceof ShapeError) return undefined
    throw error
  }
}

import { fields, type Fields } from '@/figure/pure'
import { nthOr, tensor, type TensorLike } from '@/autodiff'
import { count, type Sizes } from '@/derive'
import type { Derived } from '@/topics/programs/derived'
import { words } from './words'

/** The inputs as an author writes them: their shapes are the sizes of the figure. */
export type Inputs = Readonly<Record<string, TensorLike>>

/** What the reader sets: the entries of all inputs one after the other, row by row, and those that arrive at the output. */
export type State = {
  values: readonly number[]
  dy: readonly number[]
  by: string
  /** The entry of the gradient that is picked, counted row by row. */
  place: number
}

/** A tensor of the layer that is given: its name and its shape in numbers. */
export type Shaped = { readonly name: string; readonly shape: readonly number[] }
export type Shapes = { readonly inputs: readonly Shaped[]; readonly output: Shaped }

export const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1)

function valueOf(given: Inputs, name: string) {
  const { [name]: values } = given
  if (values === undefined) throw new Error(`The layer has an input ${name}, and no value is given for it.`)
  return tensor(values)
}

/** The shapes that the inputs have, and the one that the output has with them. Throws for an input that is not given. */
export function shapesOf({ inputs, output, shape }: Derived, given: Inputs): Shapes {
  const sizes: Record<string, number> = {}
  const shaped = inputs.map(({ name, shape: letters }): Shaped => {
    const lengths = valueOf(given, name).shape
    letters.forEach((letter, k) => {
      const length = lengths[k]
      if (length !== undefined) sizes[letter] = length
    })
    return { name, shape: lengths }
  })
  return { inputs: shaped, output: { name: output, shape: lengthsOf(shape, sizes) } }
}

const lengthsOf = (shape: Derived['shape'], sizes: Sizes) => shape.map((dim) => count(String(dim), sizes))

/** What arrives at the output, to begin with; an output of one number is a loss, and moves with itself. */
const arriving = [0.5, -1, 2, 1.5, 0.5, -0.5, -1, 2, 1]

export function startOf(layer: Derived, given: Inputs): State {
  const { inputs, output } = shapesOf(layer, given)
  return {
    values: inputs.flatMap(({ name }) => [...valueOf(given, name).data]),
    dy: Array.from({ length: sizeOf(output.shape) }, (_, k) =>
      output.shape.length ? nthOr(arriving, k % arriving.length, 1) : 1,
    ),
    by: layer.gradients[0]?.name ?? '',
    place: 0,
  }
}

/** What a link to such a figure may hold. */
export function fieldsOf(layer: Derived, given: Inputs): Fields<State> {
  const { inputs, output } = shapesOf(layer, given)
  const entry = fields.real(-1e6, 1e6)
  const sizes = inputs.map(({ shape }) => sizeOf(shape))
  return {
    values: fields.list(
      entry,
      sizes.reduce((a, b) => a + b, 0),
    ),
    dy: fields.list(entry, sizeOf(output.shape)),
    by: fields.choice(...layer.gradients.map(({ name }) => name)),
    place: fields.integer(0, Math.max(...sizes) - 1),
  }
}

/** What is wrong with lists from a link that are each fine by themselves. */
export const checkFor =
  ({ values, dy }: State) =>
  (state: State): string | undefined =>
    state.values.length === values.length && state.dy.length === dy.length
      ? undefined
      : words.refused(values.length, dy.length)

import { jacrev, mul, nth, reshape, sum, tensor, type Tensor } from '@/autodiff'
import { applied, evaluate } from '@/derive'
import { entry } from '@/plot/format'
import { indexOf } from '@/plot/nesting'
import { written } from '@/plot/equation'
import { keyAt, type Entry } from '@/topics/flat/entries'
import type { Summed, Term } from '@/topics/flat/words'
import { differencesOf, largestGap, type Numbers } from '@/topics/linear-layer/model'
import type { Derived } from '@/topics/programs/derived'
import { sizeOf, type Shaped, type Shapes, type State } from './state'

/** A tensor as the figure draws it: its entries row by row. */
export type Drawn = Shaped & { readonly data: readonly number[] }

const drawn = (name: string, { shape, data }: Tensor): Drawn => ({ name, shape, data: [...data] })
const asRow = (data: ArrayLike<number>): Numbers => [Array.from(data)]

/** The inputs by name, from the entries that stand one after the other. */
function inputsOf({ inputs }: Shapes, values: readonly number[]): Record<string, Tensor> {
  let at = 0
  return Object.fromEntries(
    inputs.map(({ name, shape }) => {
      const from = at
      at += sizeOf(shape)
      return [name, reshape(tensor(values.slice(from, at)), shape)]
    }),
  )
}

/** Where the entries of an input begin in `values`. */
export const offsetOf = ({ inputs }: Shapes, name: string): number =>
  inputs
    .slice(
      0,
      inputs.findIndex((input) => input.name === name),
    )
    .reduce((at, { shape }) => at + sizeOf(shape), 0)

/** Numbers at which no rate is zero by chance. */
const generic = (value: Tensor): Tensor =>
  reshape(
    tensor(Array.from({ length: value.size }, (_, k) => 0.31 + 0.17 * ((k * 7) % 11) + 0.023 * k)),
    value.shape,
  )

type Named = Readonly<Record<string, Tensor>>

/** ∂output/∂by with both groups of axes flattened row by row, from the core's reverse mode. */
function flattened(text: string, inputs: Named, by: string): Numbers {
  const at = inputs[by]
  if (!at) throw new Error(`The layer has no input ${by}.`)
  const rates = jacrev((moved: Tensor) => applied(text, { ...inputs, [by]: moved }))(at)
  return reshape(rates, [rates.size / at.size, at.size]).toArray() as number[][]
}

/** The layer on the reader's numbers: forward, the Jacobian, and the gradient by formula, by the core, by differences. */
export function model(layer: Derived, shapes: Shapes, state: State) {
  const { text, gradients } = layer
  const {
    name: by,
    lines,
    pattern,
    between,
  } = gradients.find(({ name }) => name === state.by) ?? nth(gradients, 0)
  const inputs = inputsOf(shapes, state.values)
  const { output } = shapes
  const arriving = reshape(tensor(state.dy), output.shape)
  const at = evaluate(text, inputs, arriving)
  const input = at.value(by)
  const formula = lines.at(-1)?.text ?? ''
  const gradient = reshape(at.line(formula), input.shape)
  const nudged = differencesOf(
    ([row = []]) =>
      sum(mul(arriving, applied(text, { ...inputs, [by]: reshape(tensor(row), input.shape) }))).item(),
    asRow(input.data),
  )
  // Data, by which no gradient is asked, stays as it is: a zero in a one-hot row is one for good.
  const learned = gradients.map(({ name }) => [name, generic(at.value(name))] as const)
  const wired = flattened(text, { ...inputs, ...Object.fromEntries(learned) }, by)
  const jacobian = flattened(text, inputs, by).map((row, i) =>
    row.map((value, j): Entry => ({ value, wired: wired[i]?.[j] !== 0 })),
  )
  const place = Math.min(state.place, input.size - 1)
  const terms = termsOf(jacobian, place, state.dy, output, { name: by, shape: input.shape })
  const value = nth(gradient.data, place)
  const summed: Summed = {
    key: keyAt(`d${by}`, place, input.shape),
    terms,
    sum: written(terms.length ? terms.map(({ dy, rate }) => [dy, rate]) : [[0]], value),
  }
  const all = jacobian.flat()
  return {
    by,
    lines,
    pattern,
    place,
    inputs: shapes.inputs.map(({ name }) => drawn(name, at.value(name))),
    /** What the short formula names on the way: steps of the layer, and gradients by them. */
    between: between.map((name) => drawn(name, at.value(name))),
    output: drawn(output.name, at.value(output.name)),
    arriving: drawn(`d${output.name}`, arriving),
    gradient: drawn(`d${by}`, gradient),
    jacobian,
    shapes: { input: input.shape, output: output.shape },
    summed,
    value,
    /** Entries of the output that a nudge of the picked entry reaches. */
    reached: new Set(jacobian.flatMap((row, k) => (row[place]?.wired ? [k] : []))),
    count: { all: all.length, wired: all.filter((each) => each.wired).length },
    gap: {
      core: largestGap(asRow(gradient.data), asRow(at.value(`d${by}`).data)),
      differences: largestGap(asRow(gradient.data), nudged),
    },
  }
}

export type Scene = ReturnType<typeof model>

function termsOf(
  jacobian: readonly (readonly Entry[])[],
  place: number,
  arriving: readonly number[],
  output: Shaped,
  input: Shaped,
): Term[] {
  const text = (of: Shaped, k: number) => entry(of.name, ...indexOf(of.shape, k).map((i) => i + 1))
  return jacobian.flatMap((row, k) => {
    const found = row[place]
    if (!found?.wired) return []
    return [
      {
        sym: keyAt(`d${output.name}`, k, output.shape),
        dy: nth(arriving, k),
        rate: found.value,
        text: `∂${text(output, k)}/∂${text(input, place)}`,
      },
    ]
  })
}

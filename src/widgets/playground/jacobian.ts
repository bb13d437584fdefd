import { nth, Tensor } from '@/autodiff'
import { count, effort, evaluate, type Jacobian, type Layer } from '@/derive'
import { inside, indexOf, offsetOf, shifted, spread, type Arrangement, type Window } from '@/plot/nesting'
import { shapeAt, sizesOf } from './numbers'
import type { Counts } from './state'
import { words } from './words'

/** Rows and columns of a Jacobian that are drawn at most, and numbers that may be made for them. */
const [mostRows, mostColumns, mostMade] = [12, 12, 3_000_000]

/** The names whose Jacobian can be asked for, each with the names that stand before it. */
export const headsOf = ({
  inputs,
  steps,
}: Layer): { readonly name: string; readonly by: readonly string[] }[] => {
  const named = steps.filter(({ hidden }) => !hidden)
  return named.map(({ name }, k) => ({
    name,
    by: [...inputs.map((one) => one.name), ...named.slice(0, k).map((one) => one.name)],
  }))
}

/** The program up to the line of a step, whose output that step then is. */
export function upTo({ source, steps }: Layer, head: string): string {
  const line = steps.find(({ name, hidden }) => name === head && !hidden)?.line ?? 0
  return source.split('\n').slice(0, line).join('\n')
}

/** The first places of each axis, so that no more than `most` stand side by side. */
function windowOf(shape: readonly number[], most: number): Window {
  let room = most
  return shape
    .toReversed()
    .map((length) => {
      const shown = Math.max(1, Math.min(length, room))
      room = Math.max(1, Math.floor(room / shown))
      return { from: 0, count: shown }
    })
    .reverse()
}

export type Drawn = {
  readonly shape: readonly number[]
  readonly rank: number
  readonly arrangement: Arrangement
  readonly window: Window
  /** By place in the whole Jacobian; 0 where it is not drawn. */
  readonly values: ReadonlyMap<number, number>
  readonly cut: boolean
  /** How many entries there are, and how many may differ from 0. */
  readonly entries: number
  readonly nonzeros: number
}

/** The entries of ∂output/∂of that are drawn, a row a pullback; or why there are none, as a sentence. */
export function drawJacobian(
  layer: Layer,
  of: string,
  { entries, nonzeros }: Jacobian,
  chosen: Counts,
  inputs: Readonly<Record<string, Tensor>>,
): Drawn | string {
  const sizes = sizesOf(layer, chosen)
  const y = shapeAt(layer.shape, sizes)
  const input = [...layer.inputs, ...layer.steps].find(({ name }) => name === of)?.shape ?? []
  const x = shapeAt(input, sizes)
  const [down, across] = [windowOf(y, mostRows), windowOf(x, mostColumns)]
  const rows = down.reduce((n, range) => n * range.count, 1)
  const made = effort(layer, sizes) * rows
  if (!(made <= mostMade)) return words.tooMany(made, mostMade)
  const columns = x.reduce((n, length) => n * length, 1)
  const values = new Map<number, number>()
  for (let k = 0; k < rows; k++) {
    const i = offsetOf(
      y,
      indexOf(
        down.map((range) => range.count),
        k,
      ),
    )
    const one = new Float64Array(y.reduce((n, length) => n * length, 1))
    one[i] = 1
    const row = evaluate(layer, inputs, new Tensor(one, y)).value(`d${of}`)
    for (let j = 0; j < columns; j++) values.set(i * columns + j, nth(row.data, j))
  }
  return {
    shape: [...y, ...x],
    rank: y.length,
    arrangement: inside(spread(y.length), shifted(spread(x.length), y.length)),
    window: [...down, ...across],
    values,
    cut: [...down, ...across].some((range, axis) => range.count < nth([...y, ...x], axis)),
    entries: count(entries, sizes),
    nonzeros: count(nonzeros, sizes),
  }
}

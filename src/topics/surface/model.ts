import { bind, nth, parse, tensor, trace, type Graph, type Tensor } from '@/autodiff'
import { functionFrom, type Fn } from '@/figure/pure'

/** Two inputs, or a nudge of both. */
export type Pair = readonly [x1: number, x2: number]

/** A function of two inputs, read from an expression; its numbers come from the core. */
export type Surface = {
  fn: Fn
  /** y at one place; NaN or ±∞ where there is none. */
  value: (x: Pair) => number
  /** y at many places at once: x₁ and x₂ as lists of one length. */
  values: (x1: readonly number[], x2: readonly number[]) => Float64Array
  /** ∂y/∂x by reverse mode, at a place where y has a derivative. */
  gradient: (x: Pair) => Pair
}

export const names = ['x1', 'x2'] as const

const byElements = new Set(
  ['add', 'sub', 'mul', 'div', 'neg', 'pow', 'exp', 'log', 'sqrt', 'abs', 'sin', 'cos', 'tan', 'tanh'].concat(
    ['sigmoid', 'relu', 'softplus', 'maximum', 'minimum', 'greater', 'equal', 'sign', 'where'],
  ),
)

/** Whether the graph of two numbers, run on two lists, computes each place by itself. */
const canRunOnLists = ({ nodes }: Graph) =>
  nodes.every(({ primitive }) => primitive === undefined || byElements.has(primitive.name))

/** The graph run again on lists of places. */
function replay({ nodes, inputs, outputs }: Graph, given: readonly Tensor[]): Tensor {
  const made: Tensor[] = []
  for (const { id, inputs: from, primitive, params, value } of nodes) {
    const input = given[inputs.indexOf(id)]
    const args = from.map((source) => made[source] as Tensor) // inputs have smaller ids
    made.push(input ?? (primitive ? bind(primitive, args, params) : value))
  }
  return made[nth(outputs, 0)] as Tensor // one output
}

/** y = f(x₁, x₂) from an expression that is known to be one; throws the sentence of `readFunction` if it is not. */
export function readSurface(source: string): Surface {
  const fn = functionFrom(source, names, { x1: 'x', x2: 'x' })
  const { f } = parse(source, { names, numbers: true })
  const recipe = trace<[Tensor, Tensor]>((x1, x2) => f({ x1, x2 }), [1, 1])
  const listable = canRunOnLists(recipe)
  const value = (x: Pair) => fn.value(x)
  return {
    fn,
    value,
    values(x1, x2) {
      if (!listable) return Float64Array.from(x1, (a, k) => value([a, nth(x2, k)]))
      const { data } = replay(recipe, [tensor(x1), tensor(x2)])
      // A constant never met the lists, and is one number still.
      return Float64Array.from(x1, (_, k) => nth(data, data.length === 1 ? 0 : k))
    },
    gradient(x) {
      const [g1 = NaN, g2 = NaN] = fn.gradient(x)
      return [g1, g2]
    },
  }
}

export const length = ([a, b]: Pair) => Math.hypot(a, b)
export const dot = ([a, b]: Pair, [c, d]: Pair) => a * c + b * d
export const plus = ([a, b]: Pair, [c, d]: Pair): Pair => [a + c, b + d]

const degree = Math.PI / 180
/** The vector of some length that points `turn` degrees counterclockwise from the x₁ axis. */
export const heading = (turn: number, size: number): Pair => [
  size * Math.cos(turn * degree),
  size * Math.sin(turn * degree),
]
/** Which way a vector points, in degrees from 0 up to 360. */
export const turnOf = ([a, b]: Pair) => (Math.atan2(b, a) / degree + 360) % 360

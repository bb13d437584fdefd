import { entryOf, jacrev, matmul, reshape, ShapeError, tensor } from '@/autodiff'
import { shapeText } from '@/plot/format'
import { flip, largestGap, layer, pass, sizes, type Layer, type Numbers } from '@/topics/linear-layer/model'
import { words } from './words'

export type State = Layer

/** The errata about a product of two factors, by their numbers: a sum over the wrong index, an order, a wrong factor. */
export type Slip = 5 | 6 | 7

/** What becomes of the printed product: refused, of a wrong shape, or of the right one and `off` at the worst entry. */
export type Outcome =
  | { kind: 'refused'; message: string }
  | { kind: 'shape'; values: number[][] }
  | { kind: 'values'; values: number[][]; off: number; wrong: boolean[][] }

/** ∂y/∂x with both groups of axes laid flat. */
type Jacobian = 'J' | 'J turned'
type Name = 'dy' | 'x turned' | 'w turned' | 'nudge' | Jacobian
export type Factor = { of: Name; values: Numbers }
export type Result = 'dx' | 'change'

const tolerance = 1e-9

const product = (a: Numbers, b: Numbers) => matmul(tensor(a), tensor(b)).toArray() as number[][]
const shape = (of: Numbers) => [of.length, of[0]?.length ?? 0] as const

function outcome(left: Numbers, right: Numbers, due: Numbers): Outcome {
  try {
    const values = product(left, right)
    if (String(shape(values)) !== String(shape(due))) return { kind: 'shape', values }
    const wrong = values.map((line, i) =>
      line.map((value, j) => Math.abs(value - entryOf(due, i, j)) > tolerance),
    )
    return { kind: 'values', values, off: largestGap(values, due), wrong }
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error
    return { kind: 'refused', message: error.message }
  }
}

/** The layer's Jacobian by x, laid flat: the core's own four axes, two groups made two lines. */
function flatJacobian(of: Layer): number[][] {
  const jacobian = jacrev((x) => layer(x, tensor(of.w)))(tensor(of.x))
  const { N, D, M } = sizes(of)
  return reshape(jacobian, [N * M, N * D]).toArray() as number[][]
}

/** Both factors as printed and as they should be. Where the nudge counts, x stands in for it: ∂y/∂x is the same at any x. */
function factorsOf(state: State, slip: Slip): { printed: [Factor, Factor]; right: [Factor, Factor] } {
  const dy: Factor = { of: 'dy', values: pass(state).dy }
  if (slip === 7)
    return {
      printed: [dy, { of: 'x turned', values: flip(state.x) }],
      right: [dy, { of: 'w turned', values: flip(state.w) }],
    }
  const J: Factor = { of: 'J', values: flatJacobian(state) }
  if (slip === 6) return { printed: [J, dy], right: [dy, J] }
  const nudge: Factor = { of: 'nudge', values: flip(state.x) }
  return { printed: [{ of: 'J turned', values: flip(J.values) }, nudge], right: [J, nudge] }
}

/** A product as the handout prints it, tried on the reader's numbers, beside the right one. */
export function model(state: State, slip: Slip = 7) {
  const { printed, right } = factorsOf(state, slip)
  const due = product(right[0].values, right[1].values)
  const result: Result = slip === 5 ? 'change' : 'dx'
  const tried = outcome(printed[0].values, printed[1].values, due)
  return {
    slip,
    printed,
    right,
    due,
    result,
    tried,
    shapes: {
      printed: tried.kind === 'refused' ? 'none' : shapeText(shape(tried.values)),
      due: shapeText(shape(due)),
    },
    ...sizes(state),
  }
}

/** A link may ask for a batch; the Jacobians here are laid flat for one example. */
export const checkOneExample = ({ x }: State): string | undefined =>
  x.length > 1 ? words.oneExample(x.length) : undefined

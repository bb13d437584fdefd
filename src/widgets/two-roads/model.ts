import { jacrev, matmul, reshape, transpose, type Tensor } from '@/autodiff'
import {
  differences,
  flip,
  largestGap,
  layer,
  pass,
  sizes,
  type Layer,
  type Numbers,
} from '@/topics/linear-layer/model'

export type State = Layer & { by: 'x' | 'w' }

/** One entry of the generalized Jacobian; `sym` names the number of the layer that it repeats, none where it is zero. */
export type Entry = { value: number; sym?: string }
/** The rates of one entry of y, shaped like x (or w). */
export type Block = {
  n: number
  m: number
  /** What that entry is called, where not as in the handout. */
  name?: string
  entries: Entry[][]
}

const rows = (value: Tensor) => value.toArray() as number[][]

/** How far apart two matrices are at most, as a share of the largest entry where entries are large. */
export type Gap = { value: number; relative: boolean }

/** Above this, an absolute difference would only tell how large the numbers are. */
const large = 1e3

function gap(a: Numbers, b: Numbers): Gap {
  const size = Math.max(...a.flat().map(Math.abs), ...b.flat().map(Math.abs))
  const far = largestGap(a, b)
  return size > large ? { value: far / size, relative: true } : { value: far, relative: false }
}

/** How far central differences nudge an entry, as a share of it: about ∛ε. */
const nudge = 2 ** -17

/** ∂y/∂x (or ∂y/∂w) as the y-shaped grid of blocks shaped like x (or w). */
function blocks({ by }: State, jacobian: Tensor): Block[][] {
  const values = jacobian.toArray() as number[][][][]
  // Row n of y sees row n of x, by way of w; column m of y sees column m of w, by way of x.
  const sym = (n: number, m: number, i: number, j: number) => {
    if (by === 'x') return i === n ? { sym: `w.${j + 1}.${m + 1}` } : {}
    return j === m ? { sym: `x.${n + 1}.${i + 1}` } : {}
  }
  return values.map((line, n) =>
    line.map((block, m) => ({
      n,
      m,
      entries: block.map((row, i) => row.map((value, j) => ({ value, ...sym(n, m, i, j) }))),
    })),
  )
}

/** What the short road multiplies by: wᵀ (or xᵀ), the one copy that the Jacobian repeats. */
const turned = ({ by, x, w }: State): Entry[][] => {
  const [name, of] = by === 'x' ? (['w', w] as const) : (['x', x] as const)
  return flip(of).map((row, i) => row.map((value, j) => ({ value, sym: `${name}.${j + 1}.${i + 1}` })))
}

/** The gradient of L by x or w on both roads, what each road costs, and how far they are from central differences. */
export function model(state: State) {
  const { by, x, w } = state
  const { N, D, M } = sizes(state)
  const { L, dy } = pass(state)
  const [inputs, outputs] = [by === 'x' ? N * D : D * M, N * M]
  const shape = by === 'x' ? [N, D] : [D, M]

  const jacobian = jacrev(layer, by === 'x' ? 0 : 1)(x, w)
  const long = reshape(matmul(reshape(dy, [1, outputs]), reshape(jacobian, [outputs, inputs])), shape)
  const short = by === 'x' ? matmul(dy, transpose(w)) : matmul(transpose(x), dy)

  const gradient = rows(short)
  const nudged = differences(state, by)
  const witness = gap(gradient, nudged)
  const shortest = nudge * Math.max(1, Math.min(...state[by].flat().map(Math.abs)))
  return {
    ...sizes(state),
    dy,
    shape,
    nudged,
    witness,
    blocks: blocks(state, jacobian),
    turned: turned(state),
    explicit: { gradient: rows(long), built: outputs * inputs, products: outputs * inputs },
    short: { gradient, built: 0, products: N * D * M },
    /** Entries that the layer's wiring makes zero, whatever the numbers. */
    zeros: outputs * inputs - N * D * M,
    apart: gap(gradient, rows(long)),
    /** Why central differences are far off, if they are. */
    blurred: blur(witness, gradient, (Number.EPSILON * Math.abs(L)) / shortest),
  }
}

function blur(
  { value, relative }: Gap,
  gradient: Numbers,
  rounding: number,
): 'rounding' | 'bend' | undefined {
  const size = Math.max(1, ...gradient.flat().map(Math.abs))
  const far = relative ? value * size : value
  if (far < 1e-6 * size) return
  return rounding * 10 > far ? 'rounding' : 'bend'
}

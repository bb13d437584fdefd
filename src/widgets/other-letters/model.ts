import { add, jacrev, matmul, max, nth, abs, sub, tensor, vjp, type Tensor } from '@/autodiff'
import { withEntry, type Layout } from '@/figure/pure'
import { settled } from '@/plot/format'
import {
  conventions,
  isTurned,
  ownerOf,
  toHandout,
  toOwn,
  type Convention,
  type Owner,
} from '@/topics/letters/conventions'
import { owning } from '@/topics/letters/factors'
import { arrivingIn, chained, flatIn, orderOf } from '@/topics/letters/layouts'
import { biasGradient, factorsIn, forwardIn, gradientIn, productOf } from '@/topics/letters/translate'
import type { Factor } from '@/topics/letters/labels'
import { checkLayer, fit, handout, resize, type Numbers, type Sizes } from '@/topics/linear-layer/model'
import { refusals } from './words'

/** The layer and what arrives, as the handout has them: all three conventions are other views of these. */
export type State = { x: Numbers; w: Numbers; b: Numbers; dy: Numbers }
export type Given = keyof State

export const most = 3

const spareBias = [[0.5, -1, 1]]

/** The same numbers at other sizes. */
export function resized({ x, w, b, dy }: State, sizes: Sizes): State {
  const next = resize({ ...handout, x, w, c: dy }, sizes)
  return { x: next.x, w: next.w, dy: next.c, b: fit(b, spareBias, 1, sizes.M) }
}

export const start = resized(
  { x: handout.x, w: handout.w, b: spareBias, dy: handout.c },
  { N: 2, D: 2, M: 3 },
)

/** What is wrong with matrices from a link that are each fine by themselves. */
export function checkState({ x, w, b, dy }: State): string | undefined {
  const M = w[0]?.length ?? 0
  const found = checkLayer({ ...handout, x, w, c: dy, t: dy, labels: x.map(() => 1) })
  if (found !== undefined) return found
  if (b.length !== 1 || b[0]?.length !== M) return refusals.b(M)
}

const rows = (value: Tensor): Numbers =>
  (value.rank === 1 ? [value.toArray() as number[]] : (value.toArray() as number[][])).map((row) =>
    row.map(settled),
  )

/** The reader's numbers with one changed, by its place in a convention's own matrix. */
export const changed = (
  state: State,
  convention: Convention,
  of: Given,
  [i, j]: readonly [number, number],
  value: number,
): Partial<State> => {
  const [row, column] = isTurned(convention, owner(of)) ? [j, i] : [i, j]
  return { [of]: withEntry(state[of], row, column, value) }
}

const owner = (of: Given): Owner => (of === 'dy' ? 'y' : of)

const letters = (shape: string, turned = false) => {
  const axes = shape.split('×')
  return (turned ? axes.toReversed() : axes).join(' × ')
}

/** What a product meets in letters: “N × M · M × D → N × D”. */
function meeting(convention: Convention, factors: readonly Factor[], of: Owner): string {
  const parts = factors.map(({ of: name, turned }) => letters(convention.shapes[owning(name)], turned))
  return `${parts.join(' · ')} → ${letters(convention.shapes[of])}`
}

/** The layer in one convention: its matrices as it keeps them, and each gradient by its own formula. */
function inLetters(state: State, convention: Convention) {
  const own = (of: Given) => toOwn(convention, owner(of), tensor(state[of]))
  const [x, w, b, dy] = [own('x'), own('w'), own('b'), own('dy')]
  const y = add(productOf(factorsIn(convention, 'y'), { x, w }), b)
  const gradient = (of: 'dx' | 'dw') => {
    const factors = factorsIn(convention, of)
    return { value: productOf(factors, { x, w, dy }), shapes: meeting(convention, factors, ownerOf(of)) }
  }
  const results = {
    dx: gradient('dx'),
    dw: gradient('dw'),
    db: {
      value: biasGradient(convention, dy),
      shapes: `${letters(convention.shapes.y)} → ${letters(convention.shapes.b)}`,
    },
  }
  const answer = (of: keyof typeof results) => ({
    of,
    values: rows(results[of].value),
    shapes: results[of].shapes,
    formula: gradientIn(convention, of, 'bias').set,
  })
  return {
    convention,
    forward: forwardIn(convention, 'bias').set,
    given: { x: rows(x), w: rows(w), b: rows(b), dy: rows(dy) },
    isVector: b.rank === 1,
    y: rows(y),
    gradients: [answer('dx'), answer('dw'), answer('db')],
    back: (['dx', 'dw', 'db'] as const).map((of) => toHandout(convention, ownerOf(of), results[of].value)),
  }
}

/** The Jacobian of the first example in a layout, what arrives beside it, and the gradient that they make. */
function exampleIn({ x, w, dy }: State, layout: Layout) {
  const [first, arriving] = [tensor(nth(x, 0)), tensor(nth(dy, 0))]
  const J = jacrev((row: Tensor) => matmul(row, tensor(w)))(first)
  const values = {
    J: rows(flatIn(layout, J, 1)),
    dy: rows(arrivingIn(layout, arriving)),
  }
  return {
    layout,
    factors: orderOf(layout).map((of) => ({ of, values: values[of] })),
    dx: rows(chained(layout, J, arriving)),
  }
}

/** Everything that the figure shows. */
export function model(state: State) {
  const columns = conventions.map((convention) => inLetters(state, convention))
  const [, pull] = vjp((x: Tensor, w: Tensor, b: Tensor) => add(matmul(x, w), b), [state.x, state.w, state.b])
  const core = pull(tensor(state.dy))
  const gaps = columns.flatMap(({ back }) =>
    back.map((value, k) => max(abs(sub(value, nth(core, k)))).item()),
  )
  return {
    columns,
    examples: [exampleIn(state, 'output-first'), exampleIn(state, 'input-first')] as const,
    /** How far any gradient of any convention is from the core's, laid the same way. */
    apart: Math.max(...gaps),
    sizes: { N: state.x.length, D: state.w.length, M: nth(state.w, 0).length },
  }
}

export type Scene = ReturnType<typeof model>

import { nth } from '@/autodiff'
import { fit, indexOf, nest, reach, type Shape } from '@/plot/nesting'
import { columnOf, derive, rowOf, type Derived } from '@/topics/jacobian/derive'
import { arrange, type Look } from '@/topics/jacobian/ops'
import { census, patternOf } from '@/topics/jacobian/pattern'
import { question, type Asked } from '@/topics/jacobian/state'
import { words } from './words'

export type State = Asked & {
  /** A y-shaped grid of blocks, an x-shaped one, or one flat matrix. */
  look: Look
  /** Which index is held: i picks a row, j a column. */
  hold: 'i' | 'j'
  /** The entry of y and that of the input, in row-major order, and where the window onto the Jacobian starts. */
  i: number
  j: number
  from: readonly number[]
}

const room = { rows: 12, columns: 12 }

/** The question's answer, which outlives every choice of how to look at it. */
export const answer = (asked: Asked) => derive(question(asked))

const within = (offset: number, count: number) => Math.min(offset, count - 1)

/** How the Jacobian is drawn, what is picked, and the slice that is held. */
export function scene(state: State, derived: Derived) {
  const { y, input, rows, columns, jacobian } = derived
  const [i, j] = [within(state.i, rows), within(state.j, columns)]
  const arrangement = arrange(y.shape, input, state.look)
  const index = indexOf(jacobian.shape, i * columns + j)
  const first = fit(jacobian.shape, arrangement, room, state.from)
  // The window shows the picked entry, wherever a link or another look left it.
  const window = fit(jacobian.shape, arrangement, room, reach(first, index))
  return {
    i,
    j,
    arrangement,
    window,
    at: { i: indexOf(y.shape, i), j: indexOf(input, j) },
    rate: nth(jacobian.data, i * columns + j),
    slice: state.hold === 'i' ? rowOf(derived, i) : columnOf(derived, j),
    looks: looks.map((look) => ({ look, rows: rowsOf(y.shape, input, look) })),
  }
}

const looks = ['y', 'x', 'flat'] as const

/** The rows of cells that a look draws. */
function rowsOf(y: Shape, input: Shape, look: Look) {
  const shape = [...y, ...input]
  const arrangement = arrange(y, input, look)
  return nest(shape, arrangement, fit(shape, arrangement, room)).rows
}

/** What the numbers look like: the pattern's name, zeros, repeats. */
export function findings(asked: Asked, { jacobian, rows, columns }: Derived) {
  const { x, w } = question(asked)
  const named = [
    { name: 'w', ...w },
    { name: 'x', ...x },
  ]
  const { all, other, different } = census(jacobian.data)
  return {
    pattern: patternOf({ rows, columns, at: (i, j) => nth(jacobian.data, i * columns + j) }, named),
    share: words.share(other, all),
    different,
  }
}

export function check(state: State): string | undefined {
  const found = answer(state)
  if ('error' in found) return words.noJacobian(found.error)
  if (state.i >= found.rows || state.j >= found.columns) return words.outside(found.rows, found.columns)
}

import { num, shapeText } from '@/plot/format'
import { fit, indexOf, reach, type Index, type Shape } from '@/plot/nesting'
import { columnOf, derive, rowOf, type Derived } from '../jacobian/derive'
import { arrange, type Look } from '../jacobian/ops'
import { census, patternOf } from '../jacobian/pattern'
import { question, type Asked } from '../jacobian/state'

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
    rate: jacobian.data[i * columns + j] ?? 0,
    slice: state.hold === 'i' ? rowOf(derived, i) : columnOf(derived, j),
    heights: looks.map((look) => heightOf(y.shape, input, look)),
  }
}

const looks = ['y', 'x', 'flat'] as const

/** How many rows of cells a look draws, and how many lines of blocks, each with a label above it. */
function heightOf(y: Shape, input: Shape, look: Look) {
  const shape = [...y, ...input]
  const arrangement = arrange(y, input, look)
  const window = fit(shape, arrangement, room)
  const count = (axes: readonly number[]) =>
    axes.reduce((lines, axis) => lines * (window[axis]?.count ?? 1), 1)
  const isOuter = (axis: number) => axis < y.length === (look === 'y')
  return {
    rows: count(arrangement.down),
    blocks: look === 'flat' ? 1 : count(arrangement.down.filter(isOuter)),
  }
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
    pattern: patternOf({ rows, columns, at: (i, j) => jacobian.data[i * columns + j] ?? 0 }, named),
    share: `${other} of ${all}, ${num((100 * other) / all, 3)}%`,
    different,
  }
}

const key = (name: string, index: Index) => [name, ...index.map((k) => k + 1)].join('.')

const places = {
  i: {
    y: (like: string) => `one block of the picture, ${like}`,
    x: (like: string) => `the same place in every block; put together they are ${like}`,
    flat: (like: string) => `one row of the matrix; folded up again it is ${like}`,
  },
  j: {
    y: (like: string) => `the same place in every block; put together they are ${like}`,
    x: (like: string) => `one block of the picture, ${like}`,
    flat: (like: string) => `one column of the matrix; folded up again it is ${like}`,
  },
}

/** Which slice is held, where it lies in the present picture, and what it says. */
export function sentence(state: State, { y, input }: Derived, { at }: ReturnType<typeof scene>): string {
  const { by } = question(state)
  const [output, moved] = [`{${key('y', at.i)}}`, `{${key(by, at.j)}}`]
  if (state.hold === 'i')
    return `Hold the entry ${output} of the output. Its row of the Jacobian is ${places.i[state.look](`${shapeText(input)} like {${by}}`)}. It says how fast ${output} moves with each entry of {${by}}.`
  return `Hold the entry ${moved} of the input. Its column of the Jacobian is ${places.j[state.look](`${shapeText(y.shape)} like {y}`)}. It says how fast each entry of {y} moves with ${moved}.`
}

export function check(state: State): string | undefined {
  const found = answer(state)
  if ('error' in found) return `The link asks for something without a Jacobian. ${found.error}`
  if (state.i >= found.rows || state.j >= found.columns)
    return `The link picks an entry outside of the Jacobian, which is ${found.rows} × ${found.columns} when flat.`
}

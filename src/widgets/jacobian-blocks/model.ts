import { nth } from '@/autodiff'
import { num, shapeText } from '@/plot/format'
import { fit, indexOf, nest, reach, type Index, type Shape } from '@/plot/nesting'
import { columnOf, derive, rowOf, type Derived } from '@/topics/jacobian/derive'
import { arrange, type Look } from '@/topics/jacobian/ops'
import { census, patternOf } from '@/topics/jacobian/pattern'
import { question, type Asked } from '@/topics/jacobian/state'

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
    share: `${other} of ${all}, ${num((100 * other) / all, 3)}%`,
    different,
  }
}

const key = (name: string, index: Index) => [name, ...index.map((k) => k + 1)].join('.')

const inBlocks = (shape: string) => `has one entry in each block, together ${shape}`
const places = {
  i: {
    y: (shape: string) => `is one block, ${shape}`,
    x: inBlocks,
    flat: (shape: string) => `is one row of the matrix; folded up, ${shape}`,
  },
  j: {
    y: inBlocks,
    x: (shape: string) => `is one block, ${shape}`,
    flat: (shape: string) => `is one column of the matrix; folded up, ${shape}`,
  },
}

const said = (shape: Shape) =>
  shape.length === 0 ? 'one number' : shape.length === 1 ? `a vector of ${shape[0]}` : shapeText(shape)

/** Which slice is held, where it lies in the present picture, and what it says. */
export function sentence(state: State, { y, input }: Derived, { at }: ReturnType<typeof scene>): string {
  const { by } = question(state)
  const [output, moved] = [`{${key('y', at.i)}}`, `{${key(by, at.j)}}`]
  if (state.hold === 'i')
    return `Hold ${output} of the output. Its row ${places.i[state.look](`${said(input)} like {${by}}`)}: how fast ${output} moves with each entry of {${by}}.`
  return `Hold ${moved} of the input. Its column ${places.j[state.look](`${said(y.shape)} like {y}`)}: how fast each entry of {y} moves with ${moved}.`
}

export function check(state: State): string | undefined {
  const found = answer(state)
  if ('error' in found) return `The link asks for something without a Jacobian. ${found.error}`
  if (state.i >= found.rows || state.j >= found.columns)
    return `The link picks an entry outside of the Jacobian, which is ${found.rows} × ${found.columns} when flat.`
}

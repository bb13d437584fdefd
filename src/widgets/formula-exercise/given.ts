import { abs, add, matmul, max, nth, random, sum, tensor, transpose, vjp, type Tensor } from '@/autodiff'
import { handout, layer, resize, type Numbers, type Sizes } from '@/topics/linear-layer/model'
import { hidden, refusals } from './words'

export type Target = 'dw' | 'db'

/** What the reader is given, and may change; b is a row, 1 × M, and takes part only where the layer has a bias. */
export type Given = { x: Numbers; w: Numbers; dy: Numbers; b: Numbers }
export type Env = Readonly<Record<'x' | 'w' | 'dy' | 'b' | 'N' | 'D' | 'M', Tensor>>

/** The sizes are numbers that a formula may use: / N makes a sum a mean. */
export const sizeNames = ['N', 'D', 'M'] as const

type Task = {
  /** A right answer as code, of the names with these shapes: what another convention's answers are judged by. */
  answer: string
  shapes: Readonly<Record<string, string>>
  /** The names that a formula may use. */
  names: readonly (keyof Given)[]
  /** The right answer, from the reverse pass of the core. */
  truth: (env: Env) => Tensor
  /** How large the sums in it can get: what rounding is measured against. */
  bound: (env: Env) => Tensor
}

export const tasks: Record<Target, Task> = {
  dw: {
    answer: 'x.T @ dy',
    shapes: { x: 'N×D', w: 'D×M', dy: 'N×M' },
    names: ['x', 'w', 'dy'],
    truth: ({ x, w, dy }) => vjp(layer, [x, w])[1](dy)[1],
    bound: ({ x, dy }) => max(matmul(transpose(abs(x)), abs(dy))),
  },
  db: {
    answer: 'sum(dy, axis=0, keepdims=true)',
    shapes: { x: 'N×D', w: 'D×M', b: '1×M', dy: 'N×M' },
    names: ['x', 'w', 'b', 'dy'],
    truth: ({ x, w, b, dy }) => vjp((row: Tensor) => add(layer(x, w), row), [b])[1](dy)[0],
    bound: ({ dy }) => max(sum(abs(dy), { axis: 0 })),
  },
}

export const shapeOf = (rows: Numbers) => [rows.length, rows[0]?.length ?? 0]

export const envOf = ({ x, w, dy, b }: Given): Env => ({
  x: tensor(x),
  w: tensor(w),
  dy: tensor(dy),
  b: tensor(b),
  ...lengths(sizesOf({ x, w })),
})
const lengths = ({ N, D, M }: Sizes) => ({ N: tensor(N), D: tensor(D), M: tensor(M) })

export const sizesOf = ({ x, w }: Pick<Given, 'x' | 'w'>): Sizes => ({
  N: x.length,
  D: w.length,
  M: w[0]?.length ?? 0,
})

/** The same numbers at other sizes; what is new comes from the table that the figures of the chapter share. */
export function resized({ x, w, dy, b }: Given, sizes: Sizes): Given {
  const next = resize({ ...handout, x, w, c: dy, t: b }, sizes)
  return { x: next.x, w: next.w, dy: next.c, b: next.t.slice(0, 1) }
}

const first = resize(handout, { N: 3, D: 2, M: 4 })
export const firstGiven: Given = { x: first.x, w: first.w, dy: first.c, b: [[0.5, -1, 1, 2]] }

/** What is wrong with matrices from a link that are each fine by themselves. */
export function checkGiven({ x, w, dy, b }: Given): string | undefined {
  const { N, D, M } = sizesOf({ x, w })
  if (x[0]?.length !== D) return refusals.w(x[0]?.length, D)
  if (dy.length !== N || dy[0]?.length !== M) return refusals.dy(N, M)
  if (b.length !== 1 || b[0]?.length !== M) return refusals.b(M)
}

/** One set of numbers to try a formula on, with the right answer for them. */
export type Trial = { env: Env; sizes: Sizes; truth: Tensor; tolerance: number }

export function trialOf(target: Target, env: Env): Trial {
  const { truth, bound } = tasks[target]
  const [N = 0, D = 0] = env.x.shape
  return {
    env,
    sizes: { N, D, M: nth(env.dy.shape, 1) },
    truth: truth(env),
    tolerance: 1e-9 * bound(env).item() + 1e-300,
  }
}

function drawn(seed: number, { N, D, M }: Sizes): Env {
  const next = random(seed)
  const matrix = (rows: number, columns: number) =>
    tensor(Array.from({ length: rows }, () => Array.from({ length: columns }, () => 4 * next() - 2)))
  return { x: matrix(N, D), w: matrix(D, M), dy: matrix(N, M), b: matrix(1, M), ...lengths({ N, D, M }) }
}

/** A layer with so many rows, its other sizes different. */
export const rowsTrial = (target: Target, N: number): Trial =>
  trialOf(target, drawn(N + 3, { N, D: 6, M: 8 }))

/** Layers with sizes and numbers that no formula fits by chance: they say what kind of formula it is. */
export const probes = (target: Target): readonly [Trial, Trial, Trial, Trial] => [
  trialOf(target, drawn(1, { N: 5, D: 3, M: 7 })),
  trialOf(target, drawn(2, { N: 2, D: 4, M: 3 })),
  trialOf(target, drawn(3, { N: 4, D: 5, M: 2 })),
  // Longer than any list of rows that somebody writes out.
  trialOf(target, drawn(4, { N: 11, D: 2, M: 3 })),
]

/** A shape in letters, read off the first probe, whose sizes all differ: [5, 7] is N × M. */
export const letters = (shape: readonly number[]) =>
  shape.map((size) => ({ 5: 'N', 3: 'D', 7: 'M' })[size] ?? String(size))

/** What the reader's sizes hide, as a sentence; nothing when all three differ and none is 1. */
export function blindSpot(given: Given, target: Target): string {
  const { N, D, M } = sizesOf(given)
  if (N === 1) return hidden.oneRow
  if (target === 'db') return N === M ? hidden.axis : ''
  if (D === M) return hidden.turn
  if (N === D || N === M) return hidden.product(N === D ? 'D' : 'M')
  if (D === 1 || M === 1) return hidden.stretch(D === 1 ? 'D' : 'M')
  return ''
}

import * as core from '../autodiff/index.ts'
import { nthOr, random, Tensor } from '../autodiff/index.ts'
import { effortOf } from './effort.ts'
import { LayerError } from './error.ts'
import { functions } from './functions.ts'
import type { Program } from './program.ts'
import { some, type Dim } from './tree.ts'
import { evaluate, lengthOf, type Scope, type Sizes } from './value.ts'

/** A layer at random numbers: every value in it, every gradient by the core's own pullback, and any Jacobian. */
export interface Point extends Scope {
  readonly sizes: Sizes
  /** ∂of/∂by along all ways between, or only where `of` has `by` in its own line. */
  readonly derivative: (of: string, by: string, way: 'total' | 'direct') => Tensor
}

/** Two sets of lengths in which no two letters agree. */
const pools = [
  [3, 4, 2, 5, 6, 7, 8, 9],
  [4, 2, 5, 3, 7, 6, 9, 8],
] as const

/** The letters that sizes are written with, in order of appearance. */
export function sizeLetters({ inputs, nodes }: Pick<Program, 'inputs' | 'nodes'>): string[] {
  const dims = [
    ...inputs.flatMap(({ shape }) => shape),
    ...nodes.flatMap(({ axes }) => axes.map(({ dim }) => dim)),
  ]
  return [
    ...new Set(
      dims.flatMap((dim) => (typeof dim === 'string' ? (dim.match(/\p{L}[\p{L}\p{N}_′]*/gu) ?? []) : [])),
    ),
  ]
}

/** Lengths for the letters, long enough that every sum of letters such as T-K+1 is one. */
export function chooseSizes(program: Program, which: number): Sizes {
  const pool = pools[which % pools.length] ?? pools[0]
  const sizes: Record<string, number> = {}
  for (const [k, letter] of sizeLetters(program).entries())
    sizes[letter] = nthOr(pool, k, 10 + ((k * (which + 3)) % 7))
  const sums = program.nodes
    .flatMap(({ axes }) => axes.map(({ dim }) => dim))
    .filter((dim) => typeof dim === 'string' && /[+-]/.test(dim))
  for (const dim of sums) {
    const first = /^\p{L}[\p{L}\p{N}_′]*/u.exec(String(dim))?.[0]
    const lacks = Math.max(0, 2 - lengthOf(dim, sizes))
    if (first) {
      const { [first]: length = 1 } = sizes
      sizes[first] = length + lacks
    }
  }
  return sizes
}

const draw = (shape: readonly number[], next: () => number, positive: boolean): Tensor =>
  new Tensor(
    Float64Array.from({ length: shape.reduce((n, d) => n * d, 1) }, () =>
      positive ? 0.3 + 1.4 * next() : 3 * next() - 1.5,
    ),
    shape,
  )

/** Rows with one 1 each. */
function drawOneHot(shape: readonly number[], next: () => number): Tensor {
  const { length: size } = draw(shape, () => 0, false).data
  const length = nthOr(shape, shape.length - 1, 1)
  const data = new Float64Array(size)
  for (let row = 0; row < size; row += length) data[row + Math.floor(length * next())] = 1
  return new Tensor(data, shape)
}

/** Runs the steps, each moved by what `moved` has for it. */
export function run(
  { nodes }: Program,
  inputs: ReadonlyMap<string, Tensor>,
  sizes: Sizes,
  moved: ReadonlyMap<string, Tensor>,
): Map<string, Tensor> {
  const values = new Map(inputs)
  for (const [name, value] of inputs) {
    const by = moved.get(name)
    if (by) values.set(name, core.add(value, by))
  }
  for (const { name, axes, body } of nodes) {
    const value = evaluate(body, axes, { values, sizes })
    const by = moved.get(name)
    values.set(name, by ? core.add(value, by) : value)
  }
  return values
}

const finite = (values: ReadonlyMap<string, Tensor>): boolean =>
  [...values.values()].every(({ data }) => data.every((v) => Number.isFinite(v)))

const zeros = ({ shape, size }: Tensor): Tensor => new Tensor(new Float64Array(size), shape)

/** The most numbers that a pass may make where lines are tried. */
const mostTried = 4_000_000

/** Refuses, before anything is made, a layer whose own sizes are too large to try lines at. */
function ensureLight(program: Program, sizes: Sizes): void {
  const given = program.inputs.reduce(
    (sum, { shape }) => sum + shape.reduce<number>((n, dim) => n * lengthOf(dim, sizes), 1),
    0,
  )
  if (given + effortOf(program, sizes) <= mostTried) return
  throw new LayerError(
    'too long',
    `Lines are tried with ${mostTried.toLocaleString('en')} numbers at most, and this layer makes more at its own sizes: write large sizes as letters, such as N and D.`,
    [0, 1],
  )
}

/** The layer's numbers with the `which`-th set of lengths; one seed gives the same numbers always. */
export function pointOf(program: Program, which: number, seed = 7): Point {
  const sizes = chooseSizes(program, which)
  ensureLight(program, sizes)
  const shapeOf = (dims: readonly Dim[]): number[] => dims.map((dim) => lengthOf(dim, sizes))
  const inputsAt = (positive: boolean, scale = 1): Map<string, Tensor> => {
    const next = random(seed + which)
    return new Map(
      program.inputs.map(({ name, shape, oneHot }) => [
        name,
        oneHot ? drawOneHot(shapeOf(shape), next) : core.mul(draw(shapeOf(shape), next, positive), scale),
      ]),
    )
  }
  const rooted = program.nodes.some(({ body }) =>
    some(
      body,
      (e) =>
        (e.kind === 'pow' && e.power.kind !== 'num') ||
        (e.kind === 'call' && functions[e.fn]?.domain === 'positive'),
    ),
  )
  const attempts = rooted ? [true, false] : [false, true]
  let inputs = inputsAt(attempts[0] ?? false)
  let values = run(program, inputs, sizes, new Map())
  if (!finite(values)) {
    inputs = inputsAt(attempts[1] ?? true)
    values = run(program, inputs, sizes, new Map())
  }
  if (!finite(values)) {
    // An arc sine reaches no further than 1.
    inputs = inputsAt(false, 0.3)
    values = run(program, inputs, sizes, new Map())
  }
  const output = values.get(program.output) as Tensor
  // A scalar called L is the loss itself.
  const loss = /^(L|loss)$/.test(program.output) && output.rank === 0
  const cotangent = loss ? core.tensor(1) : draw(output.shape, random(seed + which + 100), false)
  return pointAt(program, sizes, inputs, cotangent)
}

/** The layer at these numbers, with what arrives at its output: every value in it, and every gradient. */
export function pointAt(
  program: Program,
  sizes: Sizes,
  inputs: ReadonlyMap<string, Tensor>,
  cotangent: Tensor,
): Point {
  const values = run(program, inputs, sizes, new Map())
  const names = [...values.keys()]
  const still = names.map((name) => zeros(values.get(name) as Tensor))
  const outputAt = (name: string, moves: readonly Tensor[]): Tensor =>
    run(program, inputs, sizes, new Map(names.map((one, k) => [one, moves[k] as Tensor]))).get(name) as Tensor
  const [, pullback] = core.vjp((...moves) => outputAt(program.output, moves as Tensor[]), still)
  const gradients = pullback(cotangent) as readonly Tensor[]
  const all = new Map(values)
  for (const [k, name] of names.entries()) {
    const d = `d${name}`
    if (!values.has(d)) all.set(d, gradients[k] as Tensor)
  }
  if (!all.has('dy')) all.set('dy', cotangent)
  const known = new Map<string, Tensor>()
  const derivative = (of: string, by: string, way: 'total' | 'direct'): Tensor => {
    const key = `${of}/${by}/${way}`
    const found = known.get(key) ?? (way === 'total' ? total(of, by) : direct(of, by))
    known.set(key, found)
    return found
  }
  const total = (of: string, by: string): Tensor =>
    core.jacrev((move: Tensor) => run(program, inputs, sizes, new Map([[by, move]])).get(of) as Tensor)(
      zeros(values.get(by) as Tensor),
    ) as Tensor
  const direct = (of: string, by: string): Tensor => {
    const node = program.nodes.find(({ name }) => name === of)
    if (!node) return total(of, by)
    return core.jacrev((value: Tensor) =>
      evaluate(node.body, node.axes, { values: new Map([...values, [by, value]]), sizes }),
    )(values.get(by) as Tensor) as Tensor
  }
  return { values: all, sizes, derivative }
}

/** Whether two values agree within rounding. */
export function near(a: Tensor, b: Tensor): boolean {
  if (a.shape.length !== b.shape.length || a.shape.some((length, k) => length !== b.shape[k])) return false
  const scale = [...b.data].reduce((most, v) => Math.max(most, Math.abs(v)), 1)
  return a.data.every((v, k) => Math.abs(v - (b.data[k] ?? Number.NaN)) <= 1e-7 * scale)
}

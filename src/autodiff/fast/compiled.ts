import { nth } from '../core/entry.ts'
import { bind, nextLevel, within, type Level, type Primitive } from '../core/primitive.ts'
import { broadcastStrides, offsets, sizeOf, stretches } from '../core/shape.ts'
import { Tensor, type Data } from '../core/tensor.ts'
import { logSoftmax, mean, sum } from '../ops/reduce.ts'
import { broadcastTo } from '../ops/layout.ts'
import { product } from '../ops/product.ts'
import { few, gemm } from './gemm.ts'
import type { Loop } from './loops.ts'

/** An op run again: from the numbers that its inputs hold now, into the room of its output. */
type Again = () => void
/** How an op is run again without making anything; undefined where this can't be done for these inputs. */
type Way = (inputs: readonly Tensor[], output: Tensor, params: never) => Again | undefined

const entrywise =
  (loop: Loop): Way =>
  (inputs, { data: out, shape }) => {
    const [a, b = a, c = a] = inputs as readonly [Tensor, Tensor?, Tensor?] // no op is without inputs
    const shapes = inputs.map((input) => input.shape)
    const { length, starts, steps } = stretches(shape, shapes)
    const [i = [], j = i, k = i] = starts
    const [p = 0, q = 0, r = 0] = steps
    const [x, y, z] = [a.data, b.data, c.data]
    if (i.length === 1) {
      const [from, second, third] = [nth(i, 0), nth(j, 0), nth(k, 0)]
      return () => loop(out, 0, length, x, from, p, y, second, q, z, third, r)
    }
    return () => {
      for (let n = 0; n < i.length; n++)
        loop(out, n * length, length, x, i[n] as number, p, y, j[n] as number, q, z, k[n] as number, r) // as many of each
    }
  }

const matrices: Way = ([a, b], output, { ta, tb }: { ta: boolean; tb: boolean }) => {
  if (!a || !b || a.rank !== 2 || b.rank !== 2) return
  const [n, m] = output.shape as readonly [number, number]
  const d = nth(a.shape, ta ? 0 : 1)
  const out = output.data
  const [aRow, aColumn, bRow, bColumn] = [ta ? 1 : d, ta ? n : 1, tb ? 1 : m, tb ? d : 1]
  if (n * d * m < 64)
    return () => {
      out.fill(0)
      few(n, d, m, a.data, 0, aRow, aColumn, b.data, 0, bRow, bColumn, out, 0, m)
    }
  const left = { data: a.data, start: 0, row: aRow, column: aColumn }
  const right = { data: b.data, start: 0, row: bRow, column: bColumn }
  const result = { data: out, start: 0, row: m, column: 1 }
  return () => {
    out.fill(0)
    gemm(n, d, m, left, right, result)
  }
}

/** Sums in double precision, then rounded, then (for a mean) divided, as the op itself does it. */
const total =
  (divided: boolean): Way =>
  ([x], { data: out }, { axis }: { axis: readonly number[] }) => {
    if (!x) return
    const wide = x.shape.map((length, k) => (axis.includes(k) ? 1 : length))
    const count = sizeOf(axis.map((k) => nth(x.shape, k)))
    const { length, starts, steps } = stretches(x.shape, [wide])
    const [at, step] = [nth(starts, 0), nth(steps, 0)]
    const sums = new Float64Array(out.length)
    return () => {
      sums.fill(0)
      for (let r = 0; r < at.length; r++) addUp(sums, at[r] as number, step, x.data, r * length, length) // in range
      out.set(sums)
      if (divided) for (let k = 0; k < out.length; k++) out[k] = (out[k] as number) / count // in range
    }
  }

function addUp(sums: Float64Array, to: number, step: number, x: Data, from: number, length: number): void {
  for (let k = 0; k < length; k++)
    sums[to + k * step] = (sums[to + k * step] as number) + (x[from + k] as number) // in range
}

/** Along the last axis: each row less its log Σ exp, rounded where the op itself rounds. */
const logShares: Way = ([x], { data: out }, { axis }: { axis: readonly number[] }) => {
  if (!x || axis.length !== 1 || axis[0] !== x.rank - 1) return
  const width = nth(x.shape, x.rank - 1)
  const rounded = x.data.slice(0, 1)
  const round = (value: number): number => {
    rounded[0] = value
    return rounded[0]
  }
  return () => {
    const from = x.data
    for (let start = 0; start < from.length; start += width) {
      let top = -Infinity
      for (let k = start; k < start + width; k++) top = Math.max(top, from[k] as number) // in range, like all here
      if (!Number.isFinite(top)) top = 0
      let sums = 0
      for (let k = start; k < start + width; k++) sums += round(Math.exp(round((from[k] as number) - top)))
      const whole = round(Math.log(round(sums)) + top)
      for (let k = start; k < start + width; k++) out[k] = (from[k] as number) - whole
    }
  }
}

const repeated: Way = ([x], { data: out, shape }) => {
  if (!x) return
  const at = offsets(shape, broadcastStrides(x.shape, shape))
  return () => {
    for (let k = 0; k < out.length; k++) out[k] = x.data[at[k] as number] as number // in range: made for this shape
  }
}

const ways = new Map<Primitive, Way>([
  [product as Primitive, matrices],
  [sum.primitive, total(false)],
  [mean.primitive, total(true)],
  [logSoftmax.primitive, logShares],
  [broadcastTo.primitive, repeated],
])

/** How an op is run again: by a way of its own, or else as it is, with what it makes copied to its place. */
function again(op: Primitive, inputs: readonly Tensor[], output: Tensor, params: unknown): Again {
  const way = op.loop ? entrywise(op.loop) : ways.get(op)
  const made = way?.(inputs, output, params as never)
  return made ?? (() => output.data.set(op.forward(inputs, params).data))
}

export interface Compiled {
  /** Copies of what was given: what is written into their numbers is what `run` goes by. */
  readonly inputs: readonly Tensor[]
  /** What the function gave; `run` writes their numbers anew. */
  readonly outputs: readonly Tensor[]
  /** Computes the outputs again, in the room that they have: the same loops in the same order, so to the last bit the same. */
  run(): void
}

/**
 * A function run once, with every op on plain numbers written down, those of a backward pass too; from then on it is that
 * list. What depends on no input is not computed again. The function may not look at numbers to decide what to do.
 */
export function compiled(f: (...inputs: Tensor[]) => readonly Tensor[], given: readonly Tensor[]): Compiled {
  const inputs = given.map(({ data, shape }) => new Tensor(data.slice(), shape))
  const moving = new Set<Data>(inputs.map(({ data }) => data))
  const list: Again[] = []
  const level: Level = {
    id: nextLevel(),
    process: (op, from, params) =>
      within(undefined, () => {
        const output = bind(op, from, params)
        if (!from.some(({ data }) => moving.has(data)) || moving.has(output.data)) return output
        moving.add(output.data)
        list.push(again(op, from, output, params))
        return output
      }),
  }
  const outputs = within(level, () => f(...inputs))
  return {
    inputs,
    outputs,
    run() {
      for (let k = 0; k < list.length; k++) (list[k] as Again)() // in range
    },
  }
}

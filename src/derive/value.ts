import * as core from '../autodiff/index.ts'
import { nth, Tensor } from '../autodiff/index.ts'
import { functions } from './functions.ts'
import {
  at,
  axisOf,
  type Axis,
  type Dim,
  type Entry,
  type Expr,
  type Index,
  type Partial,
  type Row,
} from './tree.ts'

/** A number for each letter that a size is written with. */
export type Sizes = Readonly<Record<string, number>>

/** How many places an axis has when N, D and their kin have these lengths. */
export function lengthOf(dim: Dim, sizes: Sizes): number {
  if (typeof dim === 'number') return dim
  return [...dim.matchAll(/([+-]?)([^+-]+)/g)].reduce((sum, [, sign, term = '']) => {
    const length = /^\d/.test(term) ? Number(term) : (sizes[term] ?? Number.NaN)
    return sum + (sign === '-' ? -length : length)
  }, 0)
}

/** What an expression is evaluated in: values by name, lengths, and what ∂…/∂… is. */
export interface Scope {
  readonly values: ReadonlyMap<string, Tensor>
  readonly sizes: Sizes
  /** The Jacobian of one named value by another, its axes those of the first and then those of the second. */
  readonly jacobian?: (of: string, by: string) => Tensor
}

/** A value with a letter for each of its axes. */
interface Lettered {
  readonly value: Tensor
  readonly axes: readonly Axis[]
}

const scalar = (value: number): Lettered => ({ value: core.tensor(value), axes: [] })

/** The value with its axes in this order, with length 1 where it lacks a letter. */
function aligned({ value, axes }: Lettered, target: readonly Axis[]): Tensor {
  if (axes.length === 0) return value
  const order = target.flatMap((a) => {
    const k = axes.findIndex(({ id }) => id === a.id)
    return k < 0 ? [] : [k]
  })
  const moved = order.every((k, j) => k === j) ? value : core.transpose(value, order)
  const shape = target.map((a) => {
    const k = axes.findIndex(({ id }) => id === a.id)
    return k < 0 ? 1 : nth(value.shape, k)
  })
  return core.reshape(moved, shape)
}

const union = (lists: readonly (readonly Axis[])[]): Axis[] => [
  ...new Map(lists.flat().map((a) => [a.id, a])).values(),
]

function together(parts: readonly Lettered[], op: (...args: Tensor[]) => Tensor): Lettered {
  const axes = union(parts.map((part) => part.axes))
  const [only] = parts
  if (parts.length === 1 && only) return { value: op(only.value), axes }
  return { value: op(...parts.map((part) => aligned(part, axes))), axes }
}

const times = (a: Lettered, b: Lettered): Lettered => together([a, b], (x, y) => core.mul(x, y))

/** Sums a letter away; one that is not there counts how often it would have been. */
function summed(part: Lettered, over: Axis, sizes: Sizes): Lettered {
  const k = part.axes.findIndex(({ id }) => id === over.id)
  if (k < 0) return times(part, scalar(lengthOf(over.dim, sizes)))
  return { value: core.sum(part.value, { axis: k }), axes: part.axes.filter((_, j) => j !== k) }
}

/** 1 where the index, with its letters at their places, is the place along the axis, else 0. */
function indicator(index: Index, along: Axis, sizes: Sizes): Lettered {
  const axes = union([[along], index.parts.map((p) => p.axis)])
  const shape = axes.map((a) => lengthOf(a.dim, sizes))
  const data = new Float64Array(shape.reduce((n, length) => n * length, 1))
  for (let k = 0; k < data.length; k++) {
    let rest = k
    const where = new Map<number, number>()
    for (const [j, a] of [...axes.entries()].reverse()) {
      where.set(a.id, rest % nth(shape, j))
      rest = Math.floor(rest / nth(shape, j))
    }
    const found = index.parts.reduce((sum, p) => sum + p.sign * (where.get(p.axis.id) ?? 0), index.plus)
    data[k] = found === where.get(along.id) ? 1 : 0
  }
  return { value: new Tensor(data, shape), axes }
}

/** A tensor with an index at each axis: a letter names it, all else picks by an indicator. */
function indexed(value: Tensor, index: readonly Index[], sizes: Sizes): Lettered {
  const taken = new Set<number>()
  const picks: [Index, Axis][] = []
  const axes = index.map((one, k) => {
    const plain = axisOf(one)
    if (plain && !taken.has(plain.id)) {
      taken.add(plain.id)
      return plain
    }
    const along = { id: -k - 1, base: 'i', dim: nth(value.shape, k) }
    picks.push([one, along])
    return along
  })
  return picks.reduce<Lettered>(
    (part, [one, along]) => summed(times(part, indicator(one, along, sizes)), along, sizes),
    { value, axes },
  )
}

function entryOf({ name, at: index }: Entry, scope: Scope): Lettered {
  const value = scope.values.get(name)
  if (!value) throw new Error(`There is no value for ${name}.`)
  return indexed(value, index, scope.sizes)
}

function partial({ of, by }: Partial, { jacobian, sizes }: Scope): Lettered {
  if (!jacobian) throw new Error('No derivative is known here.')
  return indexed(jacobian(of.name, by.name), [...of.at, ...by.at], sizes)
}

/** A product under its sum: each letter is summed as soon as nothing more has it. */
function contracted(over: readonly Axis[], factors: readonly Expr[], scope: Scope): Lettered {
  const waiting = [...over]
  const parts = factors.map((f) => lettered(f, scope))
  const result = parts.reduce((product, part, k) => {
    let next = times(product, part)
    const later = union(parts.slice(k + 1).map((p) => p.axes))
    for (const a of waiting.slice())
      if (next.axes.some(({ id }) => id === a.id) && !later.some(({ id }) => id === a.id)) {
        next = summed(next, a, scope.sizes)
        waiting.splice(waiting.indexOf(a), 1)
      }
    return next
  }, scalar(1))
  return waiting.reduce((part, a) => summed(part, a, scope.sizes), result)
}

function row({ fn, over, body, at: where }: Row, scope: Scope): Lettered {
  const part = lettered(body, scope)
  const k = part.axes.findIndex(({ id }) => id === over.id)
  const along =
    k < 0 ? { value: core.reshape(part.value, [...part.value.shape, 1]), axes: [...part.axes, over] } : part
  const axis = k < 0 ? part.axes.length : k
  if (fn !== 'softmax')
    return {
      value: (fn === 'max' ? core.max : core.logsumexp)(along.value, { axis }),
      axes: along.axes.filter((_, j) => j !== axis),
    }
  const index = along.axes.map((a) => (a.id === over.id && where ? where : at(a)))
  return indexed(core.softmax(along.value, { axis }), index, scope.sizes)
}

function lettered(e: Expr, scope: Scope): Lettered {
  switch (e.kind) {
    case 'num':
      return scalar(e.value)
    case 'size':
      return scalar(lengthOf(e.dim, scope.sizes))
    case 'entry':
      return entryOf(e, scope)
    case 'delta': {
      const [whole, other] = axisOf(e.a) ? [axisOf(e.a), e.b] : [axisOf(e.b), e.a]
      if (whole) return indicator(other, whole, scope.sizes)
      const along = { id: 0, base: 'i', dim: 64 }
      return summed(
        times(indicator(e.a, along, scope.sizes), indicator(e.b, along, scope.sizes)),
        along,
        scope.sizes,
      )
    }
    case 'sum':
      return contracted(e.over, e.body.kind === 'mul' ? e.body.of : [e.body], scope)
    case 'mul':
      return contracted([], e.of, scope)
    case 'add':
      return together(
        e.of.map((part) => lettered(part, scope)),
        (...parts) => parts.reduce((a, b) => core.add(a, b)),
      )
    case 'pow':
      return together([lettered(e.base, scope), lettered(e.power, scope)], (a, b) => core.pow(a, b))
    case 'call': {
      const fn = functions[e.fn]
      if (!fn) throw new Error(`There is no function ${e.fn}.`)
      return together(
        e.of.map((part) => lettered(part, scope)),
        fn.value,
      )
    }
    case 'row':
      return row(e, scope)
    case 'partial':
      return partial(e, scope)
  }
}

/** The value of an expression, with one axis for each of these letters, in this order. */
export function evaluate(e: Expr, axes: readonly Axis[], scope: Scope): Tensor {
  const found = lettered(e, scope)
  const extra = found.axes.filter((a) => !axes.some(({ id }) => id === a.id))
  if (extra.length) throw new Error(`The letters ${extra.map((a) => a.base).join()} are left.`)
  return core.broadcastTo(
    aligned(found, axes),
    axes.map((a) => lengthOf(a.dim, scope.sizes)),
  )
}

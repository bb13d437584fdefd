import { describe, expect, test } from 'vitest'
import { bind, concat, primitives, type Primitive, reshape, tensor } from '../index.ts'

const grid = [-2, -1, -0.5, 0, 0.5, 1, 2]
/** Ops of one number, two or three, entry by entry. */
const elementwise = [...primitives.values()].filter(
  ({ points, settings }) => points.some(({ shapes }) => /^,*$/.test(shapes)) && !settings,
)
const places = (arity: number): number[][] =>
  arity === 0 ? [[]] : grid.flatMap((x) => places(arity - 1).map((rest) => [x, ...rest]))
const value = (op: Primitive, at: readonly number[]): number =>
  bind(
    op,
    at.map((x) => tensor(x)),
    undefined,
  ).item()
const isCorner = (op: Primitive, at: readonly number[]): boolean =>
  op
    .corners?.(
      at.map((x) => tensor(x)),
      undefined,
    )
    .item() === 0
const within = ({ domain }: Primitive, [a = NaN, b = NaN]: readonly number[]): boolean =>
  domain?.has(a, b) ?? true

/** Whether the slopes on the two sides agree along one number; a side may have no value, or be ever steeper. */
function agree(op: Primitive, at: readonly number[], k: number): boolean {
  const y = value(op, at)
  const quotient = (h: number): number => (value(op, at.with(k, (at[k] ?? NaN) + h)) - y) / h
  const [left, right] = [quotient(-1e-7), quotient(1e-7)]
  // Where neither side has a value, nothing bends.
  if (Number.isNaN(left) && Number.isNaN(right)) return true
  // A jump is steeper than anything smooth here.
  return Math.abs(left) < 1e5 && Math.abs(left - right) < 1e-4 * (1 + Math.abs(left))
}

test('the ops of single numbers are found', () => expect(elementwise.length).toBeGreaterThan(30))

describe.each(elementwise.map((op) => [op.name, op] as const))('%s', (_, op) => {
  const arity = op.arity ?? 0
  const inside = places(arity).filter((at) => within(op, at))
  test('has a value on its domain, and none elsewhere', () => {
    for (const at of places(arity)) expect(Number.isFinite(value(op, at)), String(at)).toBe(within(op, at))
  })
  test('bends where it says, and nowhere else', () => {
    for (const at of inside) {
      const smooth = at.every((_, k) => agree(op, at, k))
      if (!isCorner(op, at)) expect(smooth, `${at} is no corner`).toBe(true)
    }
    const corners = inside.filter((at) => isCorner(op, at))
    const bent = corners.some((at) => !at.every((_, k) => agree(op, at, k)))
    expect(bent).toBe(op.corners !== undefined)
  })
  test('says why it has no value', () => {
    for (const at of places(arity).filter((outside) => !within(op, outside))) {
      const [a = NaN, b = NaN] = at
      expect(op.domain?.why(String, a, b)).toMatch(/ .*[^.]$/)
    }
  })
})

test('the largest of several has a corner where two are largest', () => {
  for (const name of ['max', 'argmax']) {
    const op = primitives.get(name) as Primitive
    const params = name === 'max' ? { axis: [0], keepdims: false } : { axis: 0 }
    const gap = (...xs: number[]): unknown => op.corners?.([tensor(xs)], params).toArray()
    expect([gap(3, 1, 3), gap(3, 1, 2), gap(5)]).toEqual([0, 1, Infinity])
    const rows = concat([reshape([1, 1], [2, 1]), reshape([4, 1], [2, 1])], { axis: 1 })
    const byRow = name === 'max' ? { axis: [1], keepdims: false } : { axis: 1 }
    expect(op.corners?.([rows], byRow).toArray()).toEqual([3, 0])
  }
})

import { nth } from '@/autodiff'
import { describe, expect, test } from 'vitest'
import { nest, offsetOf } from '@/plot/nesting'
import { flip, handout, pass, resize, type Numbers } from '@/topics/linear-layer/model'
import { model, steps, type State } from './model'

const at = (by: 'x' | 'w', step: number, sizes = { N: 2, D: 2, M: 3 }): State => ({
  ...resize(handout, sizes),
  by,
  step,
})
const stepOf = (by: 'x' | 'w', kind: string) => steps(at(by, 0)).findIndex((one) => one.kind === kind)

/** The Jacobian as the page shows it at a step. */
function drawn(state: State): number[][] {
  const { jacobian, arrangements, window } = model(state)
  const { rows, columns, entry } = nest(jacobian.shape, arrangements.jacobian, window)
  return rows.map((_, i) => columns.map((__, j) => nth(jacobian.data, offsetOf(jacobian.shape, entry(i, j)))))
}
const page = (
  numbers: readonly number[],
  shape: readonly number[],
  arrangement: Parameters<typeof nest>[1],
) => {
  const { rows, columns, entry } = nest(shape, arrangement)
  return rows.map((_, i) => columns.map((__, j) => nth(numbers, offsetOf(shape, entry(i, j)))))
}

describe.each(['x', 'w'] as const)('by %s', (by) => {
  test('each entry is summed once, in order, and is the core’s gradient', () => {
    const wanted = pass(at(by, 0))[`d${by}`].flat()
    const entries = steps(at(by, 0)).flatMap(({ kind }, k) => (kind === 'entry' ? [k] : []))
    expect(entries).toHaveLength(wanted.length)
    entries.forEach((step, k) => {
      const { total, terms, gradient } = model(at(by, step))
      expect(total).toBeCloseTo(nth(wanted, k), 12)
      expect(terms.reduce((sum, [a, b]) => sum + a * b, 0)).toBeCloseTo(total, 12)
      expect(wanted.map((_, j) => gradient(j) !== null)).toEqual(wanted.map((_, j) => j <= k))
    })
  })

  test('what is dropped is zero, and what stays lands on one copy', () => {
    const { jacobian, counts, merge } = model(at(by, 0))
    jacobian.data.forEach((value, k) => {
      if (!counts(k)) expect(value).toBe(0)
      else expect(jacobian.data[merge(k) ?? -1]).toBe(value)
    })
  })

  test('both roads agree at every size', () => {
    for (const N of [1, 3])
      for (const D of [1, 4])
        for (const M of [1, 2]) expect(model(at(by, 99, { N, D, M })).gap).toBeLessThan(1e-12)
  })
})

test('by x, folded, the picture is ∂L/∂y times wᵀ', () => {
  const state = at('x', stepOf('x', 'fold'))
  expect(drawn(state)).toEqual(flip(state.w))
  const { dy, arrangements } = model(state)
  expect(page(dy, [2, 3], arrangements.dy)).toEqual(pass(state).dy)
})

test('by w, sorted, x stands on the diagonal; folded it is x; turned it is xᵀ', () => {
  const x: Numbers = at('w', 0).x
  const sorted = drawn(at('w', stepOf('w', 'sort')))
  for (let m = 0; m < 3; m++)
    expect(sorted.slice(2 * m, 2 * m + 2).map((row) => row.slice(2 * m, 2 * m + 2))).toEqual(x)
  expect(drawn(at('w', stepOf('w', 'fold')))).toEqual(x)
  expect(drawn(at('w', stepOf('w', 'turn')))).toEqual(flip(x))
})

test('a link to a step that this size does not have stops at the last', () => {
  const { index, list } = model(at('x', 99))
  expect(index).toBe(list.length - 1)
})

import { describe, expect, test } from 'vitest'
import { jvp, nth, Tensor } from '@/autodiff'
import { start } from '@/topics/jacobian/state'
import { model, nudgeFor, type Scene, type State } from './model'
import { sentence } from './words'

const state = (change: Partial<State> = {}): State => ({
  ...start('matmul-x'),
  with: 'nudge',
  delta: nudgeFor(4),
  outer: 'rows',
  step: 0,
  flat: false,
  over: 'input',
  ...change,
})
function scene(of: State): Scene {
  const found = model(of)
  if ('error' in found) throw new Error(found.error)
  return found
}
const of = (op: Parameters<typeof start>[0], change: Partial<State> = {}) => {
  const asked = start(op)
  return state({ ...asked, delta: nudgeFor((op === 'matmul-w' ? asked.w : asked.x).length), ...change })
}

test.each(['matmul-x', 'matmul-w', 'elementwise', 'sum', 'transpose', 'softmax'] as const)(
  '%s: row by row, the Jacobian times the nudge is what forward mode gives',
  (op) => {
    const { of: product, derived, by } = scene(of(op))
    const asked = of(op)
    const x = new Tensor(Float64Array.from(asked[by]), derived.input)
    const [, tangent] = jvp(derived.f, [x], [new Tensor(Float64Array.from(asked.delta), derived.input)])
    expect(product.groups).toEqual([derived.y.shape])
    tangent.data.forEach((value, k) => expect(product.values[k]).toBeCloseTo(value, 12))
  },
)

test('the terms add up to the entry', () => {
  for (const step of [0, 1, 5]) {
    const { terms, result } = scene(state({ step }))
    expect(terms.reduce((sum, [a, b]) => sum + a * b, 0)).toBeCloseTo(result, 12)
  }
})

describe('the chain', () => {
  test.each(['rows', 'all', 'tanh', 'softmax'] as const)('with %s is the Jacobian of the whole', (outer) => {
    const { of: product, outer: second, derived } = scene(state({ with: 'chain', outer }))
    const step = 1e-6
    const x = new Tensor(Float64Array.from(state().x), [2, 2])
    for (let j = 0; j < 4; j++) {
      const at = (by: number) =>
        second.f(
          derived.f(
            new Tensor(
              x.data.map((v, k) => (k === j ? v + by : v)),
              [2, 2],
            ),
          ),
        )
      const [up, down] = [at(step), at(-step)]
      up.data.forEach((value, i) =>
        expect(product.values[i * 4 + j]).toBeCloseTo((value - nth(down.data, i)) / (2 * step), 6),
      )
    }
  })

  test('has the axes of z, then those of x', () => {
    expect(scene(state({ with: 'chain', outer: 'tanh' })).of.groups).toEqual([
      [2, 3],
      [2, 2],
    ])
    expect(scene(state({ with: 'chain', outer: 'tanh' })).of.place(4 * 4 + 3)).toEqual([
      [1, 1],
      [1, 1],
    ])
  })
})

describe('the sum as printed', () => {
  test('is refused by the core where x and y differ in shape', () => {
    const found = scene(state({ over: 'output' }))
    expect(found.wrong).toEqual({ error: 'pullback: (2×3) and (2×2): output and cotangent differ in shape' })
    expect(sentence(state({ over: 'output' }), found)).toMatch(/The shapes refuse\.$/)
  })

  test('where they agree it is the transposed product, which differs', () => {
    const square = start('matmul-x', { N: 2, D: 2, M: 2 })
    const found = scene(state({ ...square, over: 'output' }))
    const { wrong, of: right } = found
    if (!wrong || 'error' in wrong) throw new Error('it should have been taken')
    expect(Array.from(wrong.values.data)).not.toEqual(Array.from(right.values))
    expect(wrong.far).toBeGreaterThan(0.01)
  })

  test('for a symmetric Jacobian the slip does not show', () => {
    const { wrong, of: right } = scene(of('elementwise', { over: 'output' }))
    if (!wrong || 'error' in wrong) throw new Error('it should have been taken')
    expect(Array.from(wrong.values.data)).toEqual(Array.from(right.values))
    expect(wrong.far).toBe(0)
  })
})

test('a linear layer leaves no remainder, tanh does', () => {
  expect(scene(state()).change?.remainder).toBe(0)
  expect(Math.abs(scene(of('elementwise')).change?.remainder ?? 0)).toBeGreaterThan(1e-6)
})

test('a chain has rates, no change of y, at each of its steps', () => {
  const chained = scene(state({ with: 'chain' }))
  Array.from(chained.of.values).forEach((_, step) =>
    expect(scene(state({ with: 'chain', step })).change, `step ${step}`).toBeUndefined(),
  )
})

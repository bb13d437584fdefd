import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jacrev, matmul, random, reshape, tensor, vjp } from '@/autodiff'
import { layouts } from '@/figure/pure'
import { groupsIn } from './groups'
import { arrivingIn, chained, chainShapesIn, flatIn, orderOf } from './layouts'

const size = fc.integer({ min: 1, max: 4 })

describe('the chain rule in both layouts of a Jacobian', () => {
  it.each(layouts)('%s: multiplies in its order to the gradient, at every size', (layout) => {
    fc.assert(
      fc.property(size, size, size, fc.integer({ min: 1, max: 999 }), (N, D, M, seed) => {
        const next = random(seed)
        const draw = (...shape: [number, number]) =>
          tensor(Array.from({ length: shape[0] }, () => Array.from({ length: shape[1] }, () => next() - 0.5)))
        const [x, w, dy] = [draw(N, D), draw(D, M), draw(N, M)]
        const [, pull] = vjp(matmul, [x, w])
        const [dx, dw] = pull(dy)
        ;[dx, dw].forEach((right, k) => {
          const found = reshape(chained(layout, jacrev(matmul, k)(x, w), dy), right.shape)
          found.data.forEach((value, i) => expect(value).toBeCloseTo(right.data[i] ?? NaN, 10))
        })
        const J = flatIn(layout, jacrev(matmul, 0)(x, w), 2)
        const groups = groupsIn(layout, [N, M], [N, D]).split('\u00a0× ')
        expect(
          groups.map((group) => (group.match(/\d+/g) ?? []).reduce((all, k) => all * Number(k), 1)),
        ).toEqual(J.shape)
        expect(groupsIn(layout, [M], [N])).toBe(
          layout === 'output-first' ? `${M}\u00a0× ${N}` : `${N}\u00a0× ${M}`,
        )
        expect(J.shape).toEqual(layout === 'output-first' ? [N * M, N * D] : [N * D, N * M])
        // The other way round it refuses, or makes a table of every pair.
        const [left] = orderOf(layout)
        const arriving = arrivingIn(layout, dy)
        if (N * D !== 1)
          expect(() => (left === 'dy' ? matmul(J, arriving) : matmul(arriving, J))).toThrow(/≠/)
      }),
    )
  })

  it('says its shapes in the order in which they meet', () => {
    expect(chainShapesIn('output-first', 'N×M', 'N×D')).toBe(
      '(1) × (N\u00a0×\u00a0M) · (N\u00a0×\u00a0M) × (N\u00a0×\u00a0D) → (1) × (N\u00a0×\u00a0D)',
    )
    expect(chainShapesIn('input-first', 'N×M', 'N×D')).toBe(
      '(N\u00a0×\u00a0D) × (N\u00a0×\u00a0M) · (N\u00a0×\u00a0M) × (1) → (N\u00a0×\u00a0D) × (1)',
    )
  })
})

import { nth } from '../core/entry.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkGrads } from '../check/check.ts'
import * as ops from './index.ts'
import { primitives } from './primitives.ts'
import { moving, sample } from '../check/sample.ts'
import { jvp, vjp } from '../index.ts'

test('every op is exported under the name of its primitive', () => {
  expect(Object.entries(ops).map(([name, { primitive }]) => [name, primitive.name])).toEqual(
    Object.keys(ops).map((name) => [name, name]),
  )
})

describe.each([...primitives])('%s', (_, primitive) => {
  test('has points to test it at', () => expect(primitive.points.length).toBeGreaterThan(0))

  test.each(primitive.points)(
    'agrees with central differences to second order at shapes "$shapes"',
    (point) => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const { f, xs } = moving(primitive, point, sample(point, seed))
          const report = checkGrads(f, xs, { seed })
          expect(report.checks.filter(({ ok }) => !ok)).toEqual([])
        }),
        { numRuns: 25 },
      )
    },
  )

  test.each(primitive.points)(
    'keeps ⟨ȳ, Jẋ⟩ = ⟨Jᵀȳ, ẋ⟩ and the shapes of its inputs at "$shapes"',
    (point) => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const { f, xs: inputs } = moving(primitive, point, sample(point, seed))
          const moves = inputs.map((x) => ops.sub(ops.sin(ops.mul(x, 5)), 0.1))
          const [y, dy] = jvp(f, [...inputs], moves)
          expect(dy.shape).toEqual(y.shape)
          const pull = ops.cos(ops.mul(y, 3))
          const back = vjp(f, [...inputs])[1](pull)
          expect(back.map(({ shape }) => shape)).toEqual(inputs.map(({ shape }) => shape))
          const left = ops.sum(ops.mul(pull, dy)).item()
          const right = back.reduce((total, g, i) => total + ops.sum(ops.mul(g, nth(moves, i))).item(), 0)
          expect(Math.abs(left - right)).toBeLessThan(1e-9 * (1 + Math.abs(left)))
        }),
        { numRuns: 25 },
      )
    },
  )
})

import { describe, expect, test } from 'vitest'
import * as core from '../autodiff/index.ts'
import { compositions, functions } from './functions.ts'
import { axis, entry, at, num, type Expr } from './tree.ts'
import { evaluate } from './value.ts'
import { derive, readLayer } from './index.ts'

const points: Readonly<Record<string, readonly number[]>> = {
  everywhere: [-1.7, -0.6, 0.3, 0.9, 2.4],
  positive: [0.2, 0.7, 1, 1.9, 5.5],
  unit: [-0.9, -0.4, 0.1, 0.5, 0.95],
}
const along = axis('N', 'n')
const value = (e: Expr, x: core.Tensor): core.Tensor =>
  evaluate(e, [along], { values: new Map([['x', x]]), sizes: { N: 5 } })
const one = entry('x', [at(along)])

describe('each function of one entry has the slope that the core has', () => {
  const single = Object.entries(functions).filter(([, fn]) => fn.slopes(num(1), num(1), num(1)).length === 1)
  test.each(single)('%s', (_, fn) => {
    const where = core.tensor([...(points[fn.domain ?? 'everywhere'] ?? [])])
    const [, wanted] = core.jvp((v: core.Tensor) => fn.value(v), [where], [core.tensor([1, 1, 1, 1, 1])])
    const [slope] = fn.slopes(one)
    const found = slope && value(slope, where)
    for (const [k, number] of (wanted as core.Tensor).data.entries())
      expect(found?.data[k]).toBeCloseTo(number, 9)
  })
})

const { log, exp, tanh, abs, sqrt } = Math
/** What each composition is, by the definition in PyTorch's pages. */
const wanted: Readonly<Record<string, (x: number) => number>> = {
  square: (x) => x * x,
  reciprocal: (x) => 1 / x,
  rsqrt: (x) => 1 / sqrt(x),
  log1p: (x) => log(1 + x),
  expm1: (x) => exp(x) - 1,
  exp2: (x) => 2 ** x,
  logsigmoid: (x) => log(1 / (1 + exp(-x))),
  softsign: (x) => x / (1 + abs(x)),
  mish: (x) => x * tanh(log(1 + exp(x))),
  relu6: (x) => Math.min(Math.max(0, x), 6),
  hardtanh: (x) => Math.min(Math.max(-1, x), 1),
  clip: (x) => x,
  leaky_relu: (x) => Math.max(0, x) + 0.01 * Math.min(0, x),
  elu: (x) => (x > 0 ? x : exp(x) - 1),
  selu: (x) => 1.0507009873554805 * (Math.max(0, x) + Math.min(0, 1.6732632423543772 * (exp(x) - 1))),
}

describe('each composition', () => {
  test.each(Object.entries(compositions))(
    '%s is what its name says, and is derived',
    (name, { made, settings }) => {
      const places = name === 'rsqrt' || name === 'log1p' ? points['positive'] : points['everywhere']
      const where = core.tensor([...(places ?? [])])
      const found = value(made(one, ...settings.map(([, otherwise]) => num(otherwise))), where)
      for (const [k, number] of where.data.entries())
        expect(found.data[k]).toBeCloseTo(wanted[name]?.(number) ?? Number.NaN, 9)
      expect(derive(`x: N×D\ny = ${name}(x)`, 'x').lines.at(-1)?.text).toMatch(/^dx = /)
      expect(derive(`x: N×D\ny[n,d] = ${name}(x[n,d])`, 'x').lines.at(-1)?.text).toMatch(/^dx/)
    },
  )
})

test('a setting is a number, by name or by place; one that is not known is refused, never passed over', () => {
  for (const line of ['leaky_relu(x, 0.2)', 'leaky_relu(x, negative_slope=0.2)'])
    expect(derive(`x: N\ny = ${line}`, 'x').lines.at(-1)?.text).toContain('0.2')
  expect(() => readLayer('x: N\ny = leaky_relu(x, slope=0.2)')).toThrow('“slope=”')
  expect(() => readLayer('x: N\ny = softplus(x, beta=2)')).toThrow('“beta=”')
  expect(() => readLayer('x: N\ny[n] = softplus(x[n], beta=2)')).toThrow('“beta=”')
})

test('a call reads a function by its other names', () => {
  expect(derive('x: N\ny = σ(x)', 'x').lines.at(-1)?.text).toBe('dx = dy ⊙ y ⊙ (1 - y)')
})

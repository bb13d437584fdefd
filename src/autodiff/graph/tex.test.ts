import { expect, test } from 'vitest'
import {
  add,
  div,
  dot,
  exp,
  label,
  matmul,
  mul,
  neg,
  pow,
  sin,
  sub,
  sum,
  symbolOf,
  texOf,
  pieces,
  toTex,
  trace,
  transpose,
  type Tensor,
} from '../index.ts'

const tex = (
  f: (x: Tensor, w: Tensor) => Tensor | Tensor[],
  x: number | number[][] = 1,
  w: number | number[][] = 2,
) => toTex(trace(f, [x, w], { labels: ['x', 'w1'] }))

test('a formula is set with as few brackets as it can be', () => {
  expect(tex((x) => mul(pow(x, 2), sin(x)))).toBe('x^{2} \\, \\sin\\left(x\\right)')
  expect(tex((x, w) => sub(x, sub(w, 1)))).toBe('x - \\left(w_{1} - 1\\right)')
  expect(tex((x, w) => mul(add(x, w), 2))).toBe('\\left(x + w_{1}\\right) \\cdot 2')
  expect(tex((x) => mul(2, x))).toBe('2 x')
  expect(tex((x) => add(x, neg(x)))).toBe('x + \\left(-x\\right)')
  expect(tex((x) => add(x, -3))).toBe('x + \\left(-3\\right)')
  expect(tex((x, w) => div(exp(neg(x)), w))).toBe('\\frac{e^{-x}}{w_{1}}')
  expect(tex((x) => pow(sin(x), 2))).toBe('\\left(\\sin\\left(x\\right)\\right)^{2}')
})

test('matrices multiply side by side, elements with ⊙', () => {
  const m = [
    [1, 2],
    [3, 4],
  ]
  expect(tex((x, w) => matmul(transpose(x), w), m, m)).toBe('x^{\\top} \\, w_{1}')
  expect(tex((x, w) => mul(x, add(w, [[1, 0]])), m, m)).toBe(
    'x \\odot \\left(w_{1} + \\begin{bmatrix}1 & 0\\end{bmatrix}\\right)',
  )
  expect(tex((x) => sum(x, { axis: 0 }), m)).toBe('\\operatorname{sum}_{0}\\left(x\\right)')
})

test('a sum in a dot product stands in brackets', () => {
  const dotted = trace((x: Tensor, w: Tensor) => dot(add(x, w), add(x, 1)), [[1], [2]])
  expect(toTex(dotted)).toBe('\\left(x_{1} + x_{2}\\right) \\cdot \\left(x_{1} + 1\\right)')
})

test('a value used twice gets a line of its own, so the length cannot explode', () => {
  expect(
    tex((x) => {
      const u = sin(x)
      return mul(u, u)
    }),
  ).toBe('\\begin{aligned}u_{1} &= \\sin\\left(x\\right) \\\\ y &= u_{1} \\, u_{1}\\end{aligned}')
  const doubled = (x: Tensor) => {
    let y = x
    for (let k = 0; k < 60; k++) y = add(y, y)
    return y
  }
  expect(tex(doubled).length).toBeLessThan(3000)
  expect(tex((x, w) => sum(label('y', matmul(x, w))), [[1]], [[1]])).toContain('y &= x \\, w_{1}')
})

test('what leads nowhere is left out, and several results are listed', () => {
  expect(
    tex((x) => {
      sin(x)
      return x
    }),
  ).toBe('x')
  expect(tex((x, w) => [sin(x), w])).toBe('\\sin\\left(x\\right),\\quad w_{1}')
})

test('names and numbers are set as by hand', () => {
  expect(['x', 'w1', 'x_1', 'theta', 'dy', 'x_in', 'loss2'].map((name) => texOf(symbolOf(name)))).toEqual([
    'x',
    'w_{1}',
    'x_{1}',
    '\\theta',
    '\\mathit{dy}',
    'x_{\\text{in}}',
    '\\mathit{loss}_{2}',
  ])
  expect([1e-7, 2.5e21, -0.5, Infinity, NaN].map((value) => texOf(pieces.numeral(value)))).toEqual([
    '10^{-7}',
    '2.5 \\cdot 10^{21}',
    '-0.5',
    '\\infty',
    '\\text{NaN}',
  ])
})

import { describe, expect, it } from 'vitest'
import { texOf } from '../autodiff/index.ts'
import { derive, typeset } from './index.ts'

const set = (layer: string, line: string) => {
  const formula = typeset(layer, line)
  return formula && texOf(formula)
}

const layer = 'x: N×D\nw: D×M\nb: M\ny = x w + b'

describe('a line is typeset as it was typed', () => {
  it.each([
    ['dw = x.T @ dy', '\\frac{\\partial L}{\\partial w} = x^{\\top} \\, \\frac{\\partial L}{\\partial y}'],
    [
      'dw[d,m] = Σ_n dy[n,m] x[n,d]',
      '\\frac{\\partial L}{\\partial w_{d,m}} = \\sum_{n}\\frac{\\partial L}{\\partial y_{n,m}} \\, x_{n,d}',
    ],
    ['= x (w - 2 w)', '= x \\, \\left(w - 2 \\, w\\right)'],
    [
      'db = dy * dy',
      '\\frac{\\partial L}{\\partial b} = \\frac{\\partial L}{\\partial y} \\odot \\frac{\\partial L}{\\partial y}',
    ],
    [
      'dx[n,d] = Σ_m Σ_k dy[n,m]',
      '\\frac{\\partial L}{\\partial x_{n,d}} = \\sum_{m}\\sum_{k}\\frac{\\partial L}{\\partial y_{n,m}}',
    ],
    ['dx = x - (w - w)', '\\frac{\\partial L}{\\partial x} = x - \\left(w - w\\right)'],
  ])('%s', (line, tex) => expect(set(layer, line)).toBe(tex))

  it('is nothing where it cannot be read', () => expect(typeset(layer, 'dw = (x')).toBeUndefined())

  it('every line of a derivation has a form', () => {
    for (const of of ['x', 'w', 'b'])
      for (const { text } of derive(layer, of).lines) expect(set(layer, text), text).toMatch(/=/)
  })
})

it('a vector beside a matrix is typeset as a matrix, so that the shapes of a formula fit', () => {
  const tex = derive('x: N×D\ny = sum(x^2, axis=1) / D', 'x').lines.at(-1)?.tex
  expect(tex).toContain('\\odot \\left(\\frac{\\partial L}{\\partial y} \\, {\\mathbf{1}}^{\\top}\\right)')
})

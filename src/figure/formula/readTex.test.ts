import { expect, it } from 'vitest'
import { pieces, texOf } from '@/autodiff'
import { derive } from '@/derive'
import { plainText } from './plainText'
import { readTex } from './readTex'

const layers = [
  'x: N×D\nw: D×M\nb: M\ny = relu(x w + b)',
  'x: N×M\ny = softmax(x, axis=1)',
  'x: N\ny = log2(x)',
]

it('leaves no TeX in what a derivation is written in', () => {
  for (const layer of layers)
    for (const { tex } of derive(layer, 'x').lines)
      expect(plainText(readTex(tex)), tex).not.toMatch(/[\\{}]|operatorname|frac|left|right/)
})

it('gives the pieces that were printed', () => {
  const { fraction, letter, mark, numeral, raised, root, row, sign } = pieces
  const made = [
    row(letter('x'), raised(numeral(2)), sign('+'), root(letter('θ'))),
    fraction(row(mark('−'), letter('x')), pieces.fenced(row(letter('a'), sign('⊙'), letter('b')))),
  ]
  for (const piece of made) expect(plainText(readTex(texOf(piece)))).toBe(plainText(piece))
})

it('sets a sum apart from what it sums, and an index close', () => {
  const of = readTex('\\sum_{m} \\frac{\\partial L}{\\partial y_{n,m}} \\, w_{d,m}')
  expect(plainText(of)).toBe('Σ_m (∂L)/(∂y_n,m) w_d,m')
  expect(plainText(readTex('f(a, b)'))).toBe('f(a, b)')
})

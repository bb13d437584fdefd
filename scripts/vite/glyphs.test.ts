import katex from 'katex'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { katexOptions } from '../katex.ts'
import { markGlyphs } from './glyphs.ts'

/** The keys of a formula, in the order of its symbols. */
function keys(source: string): string[] {
  const tree = fromHtml(katex.renderToString(source, { ...katexOptions, output: 'html' }), { fragment: true })
  markGlyphs(tree)
  const found: string[] = []
  visit(tree, 'element', ({ properties: { dataSym } }) => void (dataSym && found.push(String(dataSym))))
  return found
}

test.each([
  ['N \\times D', ['N', 'D']],
  ['NM \\cdot ND', ['N', 'M', 'dot', 'N', 'D']],
  ['f : A_{i,:}', ['f', 'A', 'i', 'colon']],
  ['\\Delta \\x \\approx \\|h\\|', ['delta', 'x', 'approx', 'norm', 'h', 'norm']],
  ["f'(\\x) \\to \\mathbb{R}^N", ['f', 'prime', 'x', 'to', 'R', 'N']],
  ['\\nabla f \\odot z', ['nabla', 'f', 'odot', 'z']],
])('the letters of %s are symbols', (source, expected) => {
  expect(keys(source)).toEqual(expected)
})

test('what a macro of the book writes is one symbol, its index and all', () => {
  expect(keys('\\xe{n}{d}')).toEqual(['x.n.d'])
  expect(keys('\\dye{n}{m}')).toEqual(['dy.n.m'])
  // KaTeX writes what is below the line first.
  expect(keys('\\dydx')).toEqual(['dydx', 'x', 'y'])
})

test('dy without a macro is the gradient, and no index before an output', () => {
  expect(keys('dy_{n,m} + d')).toEqual(['dy', 'dy', 'd'])
})

test('a fraction of two ∂ is a symbol, and so are the letters in it', () => {
  expect(keys('\\frac{\\partial z}{\\partial \\y}')).toEqual(['dzdy', 'y', 'z'])
  expect(keys('\\frac{\\partial L}{\\partial w}')).toEqual(['dw', 'w', 'L'])
  expect(keys('\\frac{1}{x}')).toEqual(['x'])
})

test('words and numbers are no symbols', () => {
  expect(keys('\\text{NDM} \\operatorname{h} 12')).toEqual([])
})

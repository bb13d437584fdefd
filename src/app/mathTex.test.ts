import katex from 'katex'
import { expect, test } from 'vitest'
import { parse } from '@/autodiff'
import { mathTex, type MathNode } from './mathTex'

/** The MathML of a formula, as elements. */
function mathOf(tex: string): MathNode {
  const source = katex.renderToString(tex, { output: 'mathml', strict: 'ignore' })
  type Element = MathNode & { children: Element[]; textContent: string }
  const made = (localName: string, attributes: string): Element => ({
    localName,
    children: [],
    textContent: '',
    getAttribute: (name) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? null,
  })
  const root = made('root', '')
  const open = [root]
  for (const [, close, name = '', attributes = '', text] of source.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) for (const element of open) element.textContent += text
    else if (close) open.pop()
    else {
      const element = made(name, attributes)
      open.at(-1)?.children.push(element)
      if (!attributes.endsWith('/')) open.push(element)
    }
  }
  return root
}

test.each([
  ['y = \\frac{x_1^2 + 2x_2^2}{2}', '(x1^2 + 2x2^2) / 2'],
  ['x^2 \\sin(x)', 'x^2 sin(x)'],
  ['\\frac{\\partial L}{\\partial w} = x^{\\mathrm T} \\frac{\\partial L}{\\partial y}', 'x.T dy'],
  ['x \\odot w', 'x * w'],
  ['\\sqrt{x} + e^{-x}', 'sqrt(x) + e^(-x)'],
  ['-2\\pi x \\cdot w', '-2pi x w'],
  ['|x| \\le 1', '(abs(x) < 1) + equal(abs(x), 1)'],
])('%s, copied and pasted into a field, is %s', (tex, book) => {
  const copied = mathTex(mathOf(tex))
  expect(parse(copied, { names: ['x', 'w', 'dy', 'x1', 'x2'] }).source).toBe(book)
})

test('what is copied is TeX that gives the same formula again', () => {
  for (const tex of [
    '\\sum_{n=1}^{N} x_{n,d}',
    '\\mathbb R \\to \\mathbb R',
    '\\frac{a}{b}^2',
    'f(x) \\approx 1',
  ]) {
    const copied = mathTex(mathOf(tex))
    expect(mathTex(mathOf(copied)), copied).toBe(copied)
  }
})

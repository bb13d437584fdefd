import katex from 'katex'
import { fromHtml } from 'hast-util-from-html'
import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { lighten } from './lighten.ts'

const formulas = [
  'y_{1,2} = x_{1,1}w_{1,2} + b',
  '\\frac{\\partial L}{\\partial x}',
  '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
  '\\sum_{k=1}^{n} f(x_k)',
]

const htmlOf = (tex: string): Root =>
  fromHtml(katex.renderToString(tex, { output: 'html' }), { fragment: true })
const count = (tree: Root) => {
  let boxes = 0
  visit(tree, 'element', () => void boxes++)
  return boxes
}
const textOf = (tree: Root) => {
  let text = ''
  visit(tree, 'text', ({ value }) => void (text += value))
  return text
}

describe.each(formulas)('%s', (tex) => {
  const before = htmlOf(tex)
  const after = htmlOf(tex)
  lighten(after)

  it('keeps its text in its order, in fewer boxes', () => {
    expect(textOf(after)).toBe(textOf(before))
    expect(count(after)).toBeLessThan(count(before))
  })

  it('keeps every box that has a style, a datum or a class with a rule', () => {
    const told = (tree: Root) => {
      const all: string[] = []
      visit(tree, 'element', ({ properties: { className, ...more } }: Element) => {
        const names = [className]
          .flat()
          .filter((name) => !/^(m(ord|bin|rel|open|close|punct|inner|tight))$/.test(String(name)))
        if (names.join('') || Object.keys(more).length > 0)
          all.push(JSON.stringify([names.filter((n) => n !== undefined), more]))
      })
      return all.filter((one) => one !== '[[],{}]')
    }
    expect(told(after)).toEqual(told(before))
  })
})

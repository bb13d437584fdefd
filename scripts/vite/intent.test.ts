import { fromHtml } from 'hast-util-from-html'
import type { Element } from 'hast'
import katex from 'katex'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { katexOptions } from '../katex'
import { rehypeIntent } from './intent'

/** The intents of a formula, and the text of each part that it names. */
function intents(tex: string) {
  const tree = fromHtml(katex.renderToString(tex, { ...katexOptions, output: 'mathml' }), { fragment: true })
  rehypeIntent()(tree)
  const found: string[] = []
  visit(tree, 'element', (node) => {
    const { intent } = node.properties
    if (intent !== undefined)
      found.push(String(intent).replace(/\$(\w+)/g, (_, arg: string) => named(node, arg)))
  })
  return found
}

/** The part that an intent names: not one of an intent within. */
function named(node: Element, arg: string): string {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (child.properties.arg === arg) return text(child)
    const { arg: other, intent } = child.properties
    const within = other === undefined && intent === undefined ? named(child, arg) : ''
    if (within) return within
  }
  return ''
}
const text = (node: Element['children'][number]): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(text).join('') : ''

describe('the notation of the book says what it means', () => {
  test.each([
    [String.raw`\dydx`, ['partial-derivative(y,x)']],
    [String.raw`\dLdxe{1}{2}`, ['partial-derivative(L,x1,2)']],
    [String.raw`\dLdx = \dLdy\,\w\T`, ['partial-derivative(L,x)', 'partial-derivative(L,y)', 'transpose(w)']],
    [String.raw`x^\top`, ['transpose(x)']],
    [String.raw`(x w)\T`, ['transpose']],
    [String.raw`\left(\dydx\right)\T`, ['transpose((∂y∂x))', 'partial-derivative(y,x)']],
    [String.raw`\nabla f(x) = J`, ['gradient', 'jacobian']],
    [String.raw`\frac{1}{N} + x^2 + \frac{f(x+h) - f(x)}{h}`, []],
  ])('%s', (tex, expected) => {
    expect(intents(tex)).toEqual(expected)
  })
})

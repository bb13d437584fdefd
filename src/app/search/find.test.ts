import { expect, test } from 'vitest'
import type { Entry } from './entry'
import { excerptOf, finder } from './find'

const entry = (kind: Entry['kind'], name: string, text: string): Entry => ({
  kind,
  name,
  on: '6 · Layer',
  to: `x/#${name}`,
  text,
})
const entries = [
  entry('section', 'Two roads', 'The Jacobian of one example is wᵀ, and its transpose translates.'),
  entry('identity', 'Softmax with cross-entropy', 'x: N×K\ny = softmax(x, axis=1)'),
  entry('figure', 'Figure 6.1 Step through', 'Each entry of ∂L/∂x is a dot product.'),
  entry('section', 'Any size', 'Softmax stands here only in passing.'),
  entry('symbol', 'η: learning rate', 'how far a step goes'),
]
const find = finder(entries)
const names = (query: string) => find(query).map((found) => found.entry.name)

test.each([
  ['roads', 'Two roads'],
  ['jacobain', 'Two roads'],
  ['trans', 'Two roads'],
  ['dL/dx', 'Figure 6.1 Step through'],
  ['∂L/∂x', 'Figure 6.1 Step through'],
  ['η', 'η: learning rate'],
  ['cross-entropy', 'Softmax with cross-entropy'],
  ['softmax', 'Softmax with cross-entropy'],
  ['crossentropy softmx', 'Softmax with cross-entropy'],
  ['STEP throuhg', 'Figure 6.1 Step through'],
])('“%s” finds %s first', (query, name) => {
  expect(names(query)[0]).toBe(name)
})

test('what is nowhere is not found, and nothing is asked of an empty query', () => {
  expect(names('zebra')).toEqual([])
  expect(names('')).toEqual([])
})

test('an excerpt shows what was found, whole words round it, and loses no letter of its part', () => {
  const text = `${'word '.repeat(40)}then the transpose stands ${'more '.repeat(60)}`
  const pieces = excerptOf(text, ['transpose'])
  expect(pieces.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual(['transpose'])
  const line = pieces.map((piece) => piece.text).join('')
  expect(text).toContain(line.replace(/^… | …$/g, ''))
  expect(line.length).toBeLessThan(170)
  expect(excerptOf('a (b) c', ['(b)'])).toEqual([
    { text: 'a ', hit: false },
    { text: '(b)', hit: true },
    { text: ' c', hit: false },
  ])
})

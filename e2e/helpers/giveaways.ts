import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { SKIP, visit } from 'unist-util-visit'
import { num, settled } from '../../src/plot/format'
import type { Measured } from '../../src/prose/prediction'

/** A prediction as its page has it: what its answer is called, and what a reader can see before answering. */
export type Asked = { id: string; answers: string[]; nudged: string[]; before: string; figure: string }

const classesOf = ({ properties: { className } }: Element) => (Array.isArray(className) ? className : [])
const has = (element: Element, ...names: string[]) =>
  classesOf(element).some((name) => names.includes(String(name)))

/** Folded answers and hints, what only one sense gets twice, and controls, which wait with the figure. */
const unseen = (element: Element) =>
  ['math', 'details', 'script', 'style', 'noscript', 'select'].includes(element.tagName) ||
  has(element, 'controls', 'needs-js')

function textOf(node: Nodes, skip: (element: Element) => boolean): string {
  if (node.type === 'text') return node.value
  if (!('children' in node) || (node.type === 'element' && skip(node))) return ''
  const inside = node.children.map((child) => textOf(child, skip)).join('')
  return node.type === 'element' && !['span', 'i', 'b', 'em'].includes(node.tagName) ? ` ${inside} ` : inside
}

/** Whether a part of a figure is one that a prediction keeps covered. */
const covered = (covers: string[]) => (element: Element) =>
  (covers.includes('says') && has(element, 'says')) ||
  (covers.includes('caption') && element.tagName === 'figcaption') ||
  (covers.includes('telling') && has(element, 'telling'))

const numbersOf = ({ before, change }: Measured) =>
  (change ? [change.linear, change.true] : [before]).map((value) => num(settled(value)))

/** The right option up to its reason, and without the words that leave it open. */
const bare = (option: string) =>
  option
    .replace(/^(about|by|at rate) /i, '')
    .split(/[,:]/)[0]
    ?.replace(/ of (it|them)$/, '')
    .trim() ?? ''

function answersOf(section: Element): string[] {
  const { dataMeasured, dataPredict } = section.properties
  if (typeof dataMeasured === 'string') return numbersOf(JSON.parse(dataMeasured) as Measured)
  const options: string[] = []
  visit(section, 'element', (label) => {
    if (label.tagName === 'label') options.push(oneLine(textOf(label, () => false)))
  })
  return [bare(options[Number(dataPredict)] ?? '')]
}

const oneLine = (text: string) =>
  text
    .replace(/[\u200b\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The predictions of a page in their order. */
export function predictionsOf(html: string): Asked[] {
  const tree = fromHtml(html)
  const figures = new Map<string, Element>()
  visit(tree, 'element', (element) => {
    if (element.tagName === 'figure') figures.set(String(element.properties.id), element)
  })
  const found: Asked[] = []
  let before = ''
  visit(tree, (node) => {
    if (node.type === 'text') before += node.value
    if (node.type !== 'element') return
    if (unseen(node) || has(node, 'predict')) {
      if (has(node, 'predict')) found.push({ ...readPrediction(node, figures), before: oneLine(before) })
      return SKIP
    }
    if (!['span', 'i', 'b', 'em'].includes(node.tagName)) before += ' '
  })
  return found
}

function readPrediction(section: Element, figures: ReadonlyMap<string, Element>) {
  const { id, dataLocks, dataCovers } = section.properties
  const figure = figures.get(String(dataLocks))
  const hides = covered(String(dataCovers ?? '').split(' '))
  const skip = (element: Element) => unseen(element) || hides(element)
  return {
    id: String(id),
    answers: [...new Set(answersOf(section))],
    nudged: oneLine(textOf(section, skip)).match(/Nudge \p{L}[₀-₉]+(?:,[₀-₉]+)*/gu) ?? [],
    figure: figure ? oneLine(textOf(figure, skip)) : '',
  }
}

const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Words, numbers and signs, so that 6 is not found in 36, nor "row" in "arrow"; but four is 4. */
const tokens = (text: string) =>
  (
    text.toLowerCase().match(/\p{L}+(?:[₀-₉]+(?:,[₀-₉]+)*)?|−?\d+(?:[.,]\d+)*|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|[×·=√]/gu) ?? []
  ).map((token) => (digits.includes(token) ? String(digits.indexOf(token)) : token))

/** Whether a text says something, word by word. */
export const says = (text: string, what: string) =>
  ` ${tokens(text).join(' ')} `.includes(` ${tokens(what).join(' ')} `)

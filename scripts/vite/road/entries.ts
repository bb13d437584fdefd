import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Entry, Kind } from '../../../src/app/search/entry.ts'
import type { NotationData } from '../../../src/prose/notation/data.ts'

export type Drawn = { path: string; title: string; number?: number; summary: string; html: string }

const classesOf = ({ properties: { className } }: Element) =>
  Array.isArray(className) ? className.map(String) : []
const has = (node: Element, ...names: string[]) => names.some((name) => classesOf(node).includes(name))
const idOf = ({ properties: { id } }: Element) => (typeof id === 'string' ? id : undefined)

const isElement = (node: ElementContent | Root['children'][number]): node is Element =>
  node.type === 'element'
const find = (node: Element, is: (one: Element) => boolean): Element | undefined => {
  for (const child of node.children.filter(isElement)) {
    const found = is(child) ? child : find(child, is)
    if (found) return found
  }
  return undefined
}

const inline = new Set('a abbr b code dfn em i math output small span strong sub sup cite q'.split(' '))
/** What is said twice, only to some readers, or only to those who have tried. */
const unread = (node: Element) =>
  ['script', 'style', 'svg', 'button', 'input', 'select', 'noscript', 'annotation'].includes(node.tagName) ||
  has(
    node,
    'katex-html',
    'anchor',
    'fold',
    'aside-links',
    'needs-js',
    'visually-hidden',
    'contents-number',
  ) ||
  node.properties.role === 'grid'

/** A piece of MathML in a line: a/b, a_b. */
function mathOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.tagName === 'annotation') return ''
  const parts = node.children.map(mathOf)
  const [a = '', b = ''] = parts
  if (node.tagName === 'mfrac') return `${a}/${b}`
  if (node.tagName === 'msub' || node.tagName === 'munder') return `${a}_${b}`
  if (node.tagName === 'msup') return b === 'T' ? `${a}ᵀ` : `${a}^${b}`
  return parts.join('')
}

/** What is read of a node, in a line. In a title the words for the ear stand for a formula that is drawn. */
function textOf(node: ElementContent, inTitle: boolean): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const spoken = inTitle && has(node, 'visually-hidden')
  if (unread(node) && !spoken) return ''
  if (node.tagName === 'math') return mathOf(node)
  const text = node.children.map((child) => textOf(child, inTitle)).join('')
  if (spoken) return text.replace(/\bd (\S+) by d (\S+)/g, '∂$1/∂$2')
  return inline.has(node.tagName) ? text : ` ${text} `
}
const lineOf = (nodes: readonly ElementContent[], inTitle = false) =>
  nodes
    .map((node) => textOf(node, inTitle))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** What is an entry of its own, with its name; undefined for what belongs to the text round it. */
function ownOf(node: Element): { kind: Kind; name: string; id?: string | undefined } | undefined {
  const named = (is: (one: Element) => boolean) => {
    const found = find(node, is)
    return found ? lineOf([found], has(found, 'figure-title')) : ''
  }
  const id = idOf(node)
  if (node.tagName === 'figure') return { kind: 'figure', id, name: named((one) => has(one, 'figure-title')) }
  if (has(node, 'definition')) return { kind: 'definition', name: named((one) => one.tagName === 'dfn') }
  if (has(node, 'identity'))
    return {
      kind: 'identity',
      name: named((one) => one.tagName === 'h3'),
      id: String(node.properties.ariaLabelledBy),
    }
  if (has(node, 'equation') && id) return { kind: 'equation', id, name: `Equation ${id.replace('eq-', '')}` }
  const label = String(node.properties.ariaLabel ?? '')
  if (has(node, 'exercise', 'predict', 'slip')) {
    const inside = id ?? idOf(find(node, (one) => has(one, 'question', 'figure')) ?? node)
    return { kind: 'exercise', id: inside, name: label }
  }
  return undefined
}

const isMain = (node: Element) => node.tagName === 'main'

/** What can be found on a page: itself, its sections, and what has a name in them. */
export function entriesOf({ path, title, number, summary, html }: Drawn): Entry[] {
  const main = fromHtml(html, { fragment: true })
    .children.filter(isElement)
    .map((node) => (isMain(node) ? node : find(node, isMain)))
    .find((node) => node !== undefined)
  if (!main) throw new Error(`${path}: no <main> to search in`)
  const on = number === undefined ? title : `${number} · ${title}`
  const page = path.slice(1)
  const found: Entry[] = []
  let section = { kind: 'page' as Kind, name: on, to: page, texts: [summary] }
  const close = () => {
    const { texts, ...entry } = section
    found.push({ ...entry, on, text: texts.filter(Boolean).join(' ') })
  }
  const visit = (node: ElementContent) => {
    if (node.type !== 'element' || unread(node) || node.tagName === 'h1') return
    if (node.tagName === 'h2') {
      close()
      section = { kind: 'section', name: lineOf([node]), to: `${page}#${idOf(node) ?? ''}`, texts: [] }
      return
    }
    const own = ownOf(node)
    if (own) {
      const { kind, name, id } = own
      found.push({
        kind,
        name,
        on,
        to: id ? `${page}#${id}` : section.to,
        text: lineOf(contentOf(node, kind)),
      })
    } else if (['p', 'li', 'dd', 'dt', 'pre', 'table', 'blockquote', 'math'].includes(node.tagName)) {
      section.texts.push(lineOf([node]))
    } else for (const child of node.children) visit(child)
  }
  for (const child of main.children) visit(child)
  close()
  return found
}

/** Of a figure its sentence and its caption; of all else what does not name it. */
function contentOf(node: Element, kind: Kind): ElementContent[] {
  if (kind === 'figure') {
    const parts = [find(node, (one) => has(one, 'says')), find(node, (one) => one.tagName === 'figcaption')]
    return parts.filter((part) => part !== undefined)
  }
  // Its program; the formulas beside it are no line of text.
  if (kind === 'identity') return node.children.filter((child) => isElement(child) && child.tagName === 'pre')
  return node.children.filter(
    (child) => child.type !== 'element' || (child.tagName !== 'dfn' && !has(child, 'tag', 'headed', 'eqno')),
  )
}

/** The symbols of the book: each once, where it first stands with that meaning. */
export function symbolEntries({ symbols }: NotationData): Entry[] {
  const all = Object.values(symbols).flatMap(({ text, senses }) =>
    senses.map(([, name, shape, meaning, href, place]): Entry => ({
      kind: 'symbol',
      name: `${text}: ${name}`,
      on: place,
      to: href.slice(1),
      text: `${shape}. ${meaning}`,
    })),
  )
  return [...new Map(all.map((entry) => [entry.name + entry.to, entry])).values()]
}

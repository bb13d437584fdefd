import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { classFor } from '../styles.ts'
import { markGlyphs } from './glyphs.ts'
import { reserveLarge } from './large.ts'

const has = (node: Element, name: string) =>
  Array.isArray(node.properties.className) && node.properties.className.includes(name)

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

/** rehype-katex reports broken TeX as a message and goes on; here it ends the build. */
export const rehypeFailOnMessage = () => (_: Root, file: VFile) => {
  for (const message of file.messages) {
    const reason = (message.cause as Error | undefined)?.message ?? message.reason
    file.fail(reason, message.place ? { place: message.place } : undefined)
  }
}

/** A display formula scrolls by itself, and its number (`\tag{8}`) stands beside it, never on top. */
export const rehypeEquations = () => (tree: Root) =>
  visit(tree, 'element', (node, index, parent) => {
    const code = node.children[0]
    if (node.tagName !== 'pre' || code?.type !== 'element' || !has(code, 'math-display')) return
    const text = code.children[0]
    if (text?.type !== 'text' || !parent || index === undefined) return
    const number = /\\tag\{([^}]+)\}/.exec(text.value)?.[1]
    text.value = text.value.replace(/\\tag\{[^}]+\}/, '')
    // For what KaTeX has to say: remark-math gives the place to the outer element alone.
    if (node.position) code.position ??= node.position
    const label = number ? `Equation ${number}` : 'Equation'
    const scroll = element('div', { className: ['scroll'], role: 'group', tabIndex: 0, ariaLabel: label }, [
      node,
    ])
    const named = number !== undefined && /^[\w-]+$/.test(number)
    const tag = number
      ? [
          named
            ? element(
                'a',
                { className: ['eqno'], href: `#eq-${number}`, ariaLabel: `Link to equation ${number}` },
                [{ type: 'text', value: `(${number})` }],
              )
            : element('span', { className: ['eqno'] }, [{ type: 'text', value: `(${number})` }]),
        ]
      : []
    parent.children[index] = element(
      'div',
      { className: ['equation'], ...(named ? { id: `eq-${number}` } : {}) },
      [scroll, ...tag],
    )
    return [SKIP, index + 1]
  })

const isHeading = (node: Root['children'][number]) => node.type === 'element' && node.tagName === 'h2'

/** Each `##` and what follows it in a box of its own, so that the browser lays out only the ones in sight. */
export const rehypeParts = () => (tree: Root) => {
  const first = tree.children.findIndex(isHeading)
  if (first < 0) return
  const parts: Element[] = []
  for (const node of tree.children.splice(first)) {
    if (node.type === 'mdxjsEsm') tree.children.push(node)
    else if (isHeading(node)) parts.push(element('div', { className: ['part'] }, [node as Element]))
    else parts.at(-1)?.children.push(node as ElementContent)
  }
  tree.children.push(...parts)
}

/** `<Sidenote>` is written after its paragraph; the two share a row, so that the note starts level with it. */
export const rehypeSidenotes = () => (tree: Root) => {
  for (let i = tree.children.length - 1; i > 0; i--) {
    const note = tree.children[i]
    if (note?.type !== 'mdxJsxFlowElement' || note.name !== 'Sidenote') continue
    let k = i - 1
    while (k > 0 && tree.children[k]?.type === 'text') k--
    const paragraph = tree.children[k] as ElementContent
    tree.children.splice(k, i - k + 1, element('div', { className: ['noted'] }, [paragraph, note]))
    i = k
  }
}

export const rehypeStyleToClass = () => (tree: Root) =>
  visit(tree, 'element', (node) => {
    const { style, className } = node.properties
    if (typeof style !== 'string') return
    delete node.properties.style
    node.properties.className = [...(Array.isArray(className) ? className : []), classFor(style)]
  })

/** What KaTeX ends a piece of a formula with, where the formula may break: an operator and the spaces round it. */
function takeOperator(piece: Element): ElementContent[] {
  const named = (node: ElementContent | undefined, ...names: string[]) =>
    node?.type === 'element' && names.some((name) => has(node, name))
  let from = piece.children.length
  while (named(piece.children[from - 1], 'mspace')) from--
  if (!named(piece.children[from - 1], 'mrel', 'mbin')) return []
  from--
  while (named(piece.children[from - 1], 'mspace')) from--
  return piece.children.splice(from)
}

/** KaTeX lets a formula break after an operator. On a line of its own, the operator begins the next line instead. */
export const rehypeBreaks = () => (tree: Root) =>
  visit(tree, 'element', (display) => {
    if (!has(display, 'katex-display')) return
    visit(display, 'element', (node) => {
      if (!has(node, 'katex-html')) return
      const pieces = node.children.filter((child) => child.type === 'element')
      // The first child of each is the strut that gives it its height.
      for (const [i, piece] of pieces.slice(0, -1).entries())
        pieces[i + 1]?.children.splice(1, 0, ...takeOperator(piece))
      // A formula that begins with an operator would leave a line with nothing on it.
      node.children = pieces.filter((piece) => piece.children.length > 1)
    })
    return SKIP
  })

/** The last piece of a formula in a box of its own: whether a line may end after it is for that box to say. */
function boxLast(formula: Element) {
  visit(formula, 'element', (html) => {
    if (!has(html, 'katex-html')) return
    const last = html.children.pop()
    if (last) html.children.push(element('span', { className: ['glued'] }, [last]))
    return SKIP
  })
}

/** Takes what touches a formula off the text beside it. */
function takeTouching(text: Root['children'][number] | undefined, touching: RegExp): ElementContent[] {
  const found = text?.type === 'text' ? touching.exec(text.value)?.[0] : undefined
  if (!found || text?.type !== 'text') return []
  text.value = text.value.replace(touching, '')
  return [{ type: 'text', value: found }]
}

/** A line does not break between a formula and what touches it: a comma, a bracket, "th". */
export const rehypeGlue = () => (tree: Root) =>
  visit(tree, 'element', (formula, index, parent) => {
    if (parent?.type === 'element' && has(parent, 'katex-display')) return SKIP
    if (!has(formula, 'katex') || !parent || index === undefined) return
    const before = takeTouching(parent.children[index - 1], /[^\s\p{L}\p{N}]+$/u)
    const after = takeTouching(parent.children[index + 1], /^(?:[^\s\p{L}\p{N}]+|\S{1,3}(?=\s|$))/u)
    if (before.length + after.length === 0) return SKIP
    boxLast(formula)
    parent.children[index] = element('span', { className: ['glued'] }, [...before, formula, ...after])
    return SKIP
  })

/** The letters of the chapter's formulas light up and explain themselves, and no others; large glyphs keep their room. */
export const rehypeGlyphs = () => (tree: Root) =>
  visit(tree, 'element', (node) => {
    if (!has(node, 'katex-html')) return
    markGlyphs(node)
    reserveLarge(node)
  })

/** KaTeX adds the TeX it was given; ours is full of the book's own macros, which serve no reader who copies it. */
export const rehypeNoAnnotation = () => (tree: Root) =>
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'semantics') return
    node.children = node.children.filter(
      (child) => child.type !== 'element' || child.tagName !== 'annotation',
    )
  })

/** No translator may touch a formula or code. */
export const rehypeUntranslated = () => (tree: Root) =>
  visit(tree, 'element', (node) => {
    if (has(node, 'katex') || node.tagName === 'code') node.properties.translate = 'no'
  })

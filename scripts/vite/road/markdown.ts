import type { BlockContent, DefinitionContent, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { cutFrom } from '../../listing/source.ts'
import { literal } from './literal.ts'
import { plainTex } from './tex.ts'

type Tag = MdxJsxFlowElement | MdxJsxTextElement
type Node = RootContent
type Block = BlockContent | DefinitionContent

/** What a chapter's text may point at. */
export type Known = {
  /** The address of the chapter's own page, and of any page by its path. */
  page: string
  address: (path: string) => string
  /** “Figure 6.2 Two roads” or “chapter 6”, and where it is, by a figure's id or a chapter's name. */
  target: (to: string) => { name: string; href: string } | undefined
  /** An erratum: where the handout has it, and its text as MDX. */
  slip: (number: number) => { where: string; text: string } | undefined
}

const reader = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMath).use(remarkMdx)
const writer = unified()
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' })

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] })
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })
const list = (items: readonly string[]): Block => ({
  type: 'list',
  spread: false,
  children: items.map((item) => ({ type: 'listItem', children: [paragraph(text(symbols(item)))] })),
})

/** `{x.1.2}` in a text is a symbol: x₁,₂ as x[1,2]. */
const symbols = (said: string) =>
  said.replace(/\{([a-zA-Z]+)((?:\.\w+)*)\}/g, (_, name: string, index: string) => {
    const letter = /^d[xwyb]$/.test(name) ? `∂L/∂${name.slice(1)}` : name
    return letter + (index ? `[${index.slice(1).replaceAll('.', ',')}]` : '')
  })

/** What an attribute says; undefined where there is none, or where it is computed. */
function given(tag: Tag, name: string): unknown {
  for (const attribute of tag.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue
    const { value } = attribute
    // Without a value it says yes.
    if (value === null || value === undefined) return true
    return typeof value === 'object' ? literal(value.data?.estree) : value
  }
  return undefined
}
const said = (tag: Tag, name: string): string => {
  const value = given(tag, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
const texts = (tag: Tag, name: string): string[] => {
  const value = given(tag, name)
  return Array.isArray(value) ? value.map(String) : []
}

/** A passage with a label before its first words. */
function labelled(label: string, children: Node[]): Node[] {
  const [first, ...rest] = children
  if (first?.type === 'paragraph') return [paragraph(strong(label), text(' '), ...first.children), ...rest]
  return [paragraph(strong(label)), ...children]
}
const aside = (children: Node[]): Node[] => [{ type: 'blockquote', children: children as Block[] }]

/** The tags of a chapter, each as sensible text. */
const tags: Readonly<Record<string, (tag: Tag, inner: Node[], known: Known) => Node[]>> = {
  Ref(tag, _, { target }) {
    const found = target(said(tag, 'to'))
    if (!found) throw new Error(`Markdown: no figure or chapter “${said(tag, 'to')}”`)
    const words = /^(?:Figure [\d.]+|chapter \d+)/.exec(found.name)?.[0] ?? found.name
    const starts = given(tag, 'starts') === undefined ? words : words[0]?.toUpperCase() + words.slice(1)
    return given(tag, 'plain') === undefined
      ? [{ type: 'link', url: found.href, children: [text(starts)] }]
      : [text(starts)]
  },
  Sidenote: (_, inner) => aside(labelled('Note.', inner)),
  Definition: (tag, inner) => aside(labelled(`${said(tag, 'term')}.`, inner)),
  Predict: (tag, inner) => [
    paragraph(strong('Predict.'), text(` ${symbols(said(tag, 'question'))}`)),
    ...(texts(tag, 'options').length > 0 ? [list(texts(tag, 'options'))] : []),
    ...labelled(
      'Answer.',
      texts(tag, 'options').length > 0
        ? [
            paragraph(text(`${symbols(texts(tag, 'options')[Number(given(tag, 'answer'))] ?? '')}.`)),
            ...inner,
          ]
        : inner,
    ),
  ],
  Exercise: (tag, inner) => [paragraph(strong(`Exercise: ${said(tag, 'title')}.`)), ...inner],
  Question: (tag, inner) => [
    ...inner,
    ...(said(tag, 'label') ? [paragraph(text(`${symbols(said(tag, 'label'))} ?`))] : []),
    ...(texts(tag, 'options').length > 0 ? [list(texts(tag, 'options'))] : []),
  ],
  Hint: (_, inner) => labelled('Hint.', inner),
  Solution: (_, inner) => labelled('Solution.', inner),
  Printed: (_, inner) => labelled('Printed:', inner),
  Right: (_, inner) => labelled('Right:', inner),
  Erratum(tag, inner, known) {
    const slip = known.slip(Number(given(tag, 'number')))
    if (!slip) throw new Error(`Markdown: no erratum ${said(tag, 'number')}`)
    const label = `Erratum ${String(given(tag, 'number'))} of the handout, ${slip.where}.`
    return aside([paragraph(strong(label)), ...plain(reader.parse(slip.text), known), ...inner])
  },
  Listing(tag, inner) {
    const [file, name] = [said(tag, 'of'), said(tag, 'name')]
    const { text: value, first, last } = cutFrom(file, name, given(tag, 'bare') !== undefined)
    return [
      paragraph(strong(name), text(`, ${file}, lines ${first}–${last}`)),
      { type: 'code', lang: 'ts', value },
      ...inner,
    ]
  },
  LastWord: (tag, inner) => [paragraph(strong(said(tag, 'says'))), ...inner],
  Note: (tag, inner) => [
    paragraph(strong('At'), text(' '), { type: 'inlineCode', value: said(tag, 'at') }),
    ...inner,
  ],
}

/** A figure: its number and title as a link, and its caption. */
function figure(tag: Tag, inner: Node[], { target, page }: Known): Node[] {
  const id = said(tag, 'id')
  const found = target(id)
  if (!id && inner.length > 0) return inner
  const url = found?.href ?? page + (id && `#${id}`)
  const link: PhrasingContent = {
    type: 'link',
    url,
    children: [text(found?.name ?? 'To be moved in the book')],
  }
  return [paragraph({ type: 'strong', children: [link] }), ...inner]
}

function plainNode(node: Node, known: Known): Node[] {
  switch (node.type) {
    case 'yaml':
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return []
    case 'math':
    case 'inlineMath':
      return [{ ...node, value: plainTex(node.value) }]
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const inner = plain(node, known)
      if (/^[a-z]/.test(node.name ?? 'a')) return inner
      return (tags[node.name ?? ''] ?? figure)(node, inner, known)
    }
    case 'link': {
      const url = node.url.startsWith('/')
        ? known.address(node.url)
        : node.url.startsWith('#')
          ? known.page + node.url
          : node.url
      return [{ ...node, url, children: plain(node, known) as typeof node.children }]
    }
    default:
      return ['children' in node ? ({ ...node, children: plain(node, known) } as Node) : node]
  }
}

const plain = ({ children }: { children: readonly Node[] }, known: Known): Node[] =>
  children.flatMap((child) => plainNode(child, known))

/** A chapter's MDX as Markdown with TeX, without what only the book's own pages can show. */
export const toMarkdown = (mdx: string, known: Known): string => {
  const tree: Root = { type: 'root', children: plain(reader.parse(mdx), known) }
  return writer.stringify(tree)
}

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { SKIP, visit } from 'unist-util-visit'

export type Document = { ids: string[]; links: string[] }

const addressed = ['href', 'src', 'poster'] as const

/** The addresses in a stylesheet. */
const urlsIn = (css: string) => [...css.matchAll(/url\((['"]?)([^'")]+)\1\)/g)].map(([, , url]) => url ?? '')

/** The scripts that the page's list of widgets names. */
const scriptsIn = (json: string) => Object.values(JSON.parse(json) as Record<string, string[]>).flat()

/** The ids of a page and all addresses that it names, those in its styles and in its list of scripts too. */
export function read(html: string): Document {
  const found: Document = { ids: [], links: [] }
  visit(fromHtml(html), 'element', (element) => {
    const { tagName, properties } = element
    if (properties.id) found.ids.push(String(properties.id))
    for (const name of addressed) if (properties[name]) found.links.push(String(properties[name]))
    if (tagName === 'style') found.links.push(...urlsIn(toText(element)))
    if (properties.id === 'widgets') found.links.push(...scriptsIn(toText(element)))
  })
  return found
}

export const twice = (names: readonly string[]) => names.filter((name, i) => names.indexOf(name) !== i)

const documents = new Map<string, Document>()
/** What was read is kept: a page is looked at by the test of each page that links to it. */
function at(name: string): Document {
  const known = documents.get(name) ?? read(readFileSync(name, 'utf8'))
  documents.set(name, known)
  return known
}

/** A built book on disk: which file an address leads to. */
export function site(folder: string, base: string) {
  const file = (address: string) => {
    if (!address.startsWith(base)) return
    const name = path.join(folder, decodeURIComponent(address.slice(base.length)))
    const whole = address.endsWith('/') ? path.join(name, 'index.html') : name
    return existsSync(whole) ? whole : undefined
  }
  /** What is wrong with the links of the page at `address`. */
  const broken = (address: string) => {
    const name = file(address)
    if (!name) return [`${address} is not there`]
    return at(name).links.flatMap((link) => {
      if (/^(https?:|mailto:|data:)/.test(link)) return []
      const url = new URL(link, `http://book${address}`)
      const target = file(url.pathname)
      if (!target) return [`${address} → ${link}: no such file`]
      const id = decodeURIComponent(url.hash.slice(1)).split('?')[0]
      if (id && target.endsWith('.html') && !at(target).ids.includes(id))
        return [`${address} → ${link}: no such place`]
      return []
    })
  }
  return { file, at, broken }
}

const spoken = new Set(['h1', 'h2', 'h3', 'p', 'li', 'dt', 'dd', 'td', 'th', 'pre', 'figcaption', 'legend'])

/** What comes and goes by itself: whatever says what happens now. */
const passing = ({ tagName, properties: { className, role, ariaLive } }: Element) =>
  tagName === 'noscript' ||
  role === 'status' ||
  ariaLive !== undefined ||
  (Array.isArray(className) && className.includes('needs-js'))

/** The texts of a page's main part, block by block, as its HTML has them. */
export function blocksIn(html: string): string[] {
  const found: string[] = []
  visit(fromHtml(html), 'element', (main) => {
    if (main.tagName !== 'main') return
    visit(main, 'element', (element) => {
      if (passing(element)) return SKIP
      if (spoken.has(element.tagName)) found.push(oneLine(toText(element)))
    })
  })
  return found.filter((text) => text !== '')
}

export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const toText = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(toText).join('') : ''

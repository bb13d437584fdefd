import { mathTex } from '../mathTex'
import type { Cited, Piece } from './cite'

/** The words of an element, its formulas as they read and as TeX; what only the ear or the mouse gets is left out. */
export function piecesOf(element: Element): Piece[] {
  const pieces: Piece[] = []
  const visit = (node: Node) => {
    if (!(node instanceof Element)) return void pieces.push(node.textContent ?? '')
    if (node.matches('.visually-hidden, .print-only')) return
    const math = node.classList.contains('katex') ? node.querySelector('math') : null
    if (!math) return node.childNodes.forEach(visit)
    pieces.push({ plain: node.querySelector('.katex-html')?.textContent ?? '', tex: mathTex(math) })
  }
  visit(element)
  return pieces.map((piece) => (typeof piece === 'string' ? piece.replace(/\s+/g, ' ') : piece))
}

/** The number of a section: its place among the page's, after the chapter's. */
function sectionOf(heading: Element | null | undefined, chapter: string | undefined) {
  if (!heading) return undefined
  const place = [...document.querySelectorAll('main h2')].indexOf(heading) + 1
  return { number: chapter ? `${chapter}.${place}` : String(place), title: piecesOf(heading) }
}

/** What a reader asks to cite, by its id: a heading, an equation or a figure of this page. */
export function citedBy(id: string): Cited {
  const main = document.querySelector<HTMLElement>('main')
  const at = document.getElementById(id)
  const number = main?.dataset.chapter
  const heading = at?.matches('h2') ? at : at?.closest('.part')?.querySelector('h2')
  const section = sectionOf(heading, number)
  const own = at?.matches('h2') ? undefined : partOf(at)
  return {
    page: main?.querySelector('h1')?.textContent ?? 'Nudge',
    ...(number ? { chapter: Number(number) } : {}),
    ...(section ? { section } : {}),
    ...(own ? { part: own } : {}),
    url: `${location.origin}${location.pathname}#${id}`,
  }
}

function partOf(at: Element | null): Piece[] | undefined {
  const title = at?.querySelector('.figure-title')
  if (at?.matches('figure') && title) {
    const [number, name] = [title.querySelector('b'), title.querySelector('span')]
    const label = number?.textContent?.trim()
    return [...(label ? [`${label}: `] : []), ...(name ? piecesOf(name) : [])]
  }
  const equation = at?.querySelector('.eqno')?.textContent
  return equation ? [`Equation ${equation}`] : at?.matches('h3') ? piecesOf(at) : undefined
}

/**
 * The symbols of the text by keyboard. Tab stops once in a section; from there arrow keys go from symbol to symbol,
 * through its paragraphs and equations.
 */
const blocks = 'main p:not(.figure *), main .equation:not(.in-figure) .scroll'

const symbolsOf = (block: Element) => [...block.querySelectorAll('.katex-html [data-sym]')]
/** Which symbol of a block the reader is on, or was last. */
const places = new WeakMap<Element, number>()
/** Of a block, those of its section that have symbols, in reading order. */
const sections = new WeakMap<Element, HTMLElement[]>()

export const isBlock = (element: Element) => sections.has(element)
export const symbolIn = (block: Element) => symbolsOf(block)[places.get(block) ?? 0] ?? null

/** An equation wider than its place scrolls along with the reader. */
function reveal(block: Element) {
  const [symbol, box] = [symbolIn(block), block].map((element) => element?.getBoundingClientRect())
  if (!symbol || !box) return
  if (symbol.left < box.left) block.scrollLeft += symbol.left - box.left
  else if (symbol.right > box.right) block.scrollLeft += symbol.right - box.right
}

/** One symbol on or back, into the next block where this one ends; the block that has the focus then. */
export function walk(block: Element, by: 1 | -1): Element {
  const section = sections.get(block) ?? []
  const place = (places.get(block) ?? 0) + by
  const next = section[section.indexOf(block as HTMLElement) + by]
  if (place >= 0 && place < symbolsOf(block).length) places.set(block, place)
  else if (next) {
    places.set(next, by > 0 ? 0 : symbolsOf(next).length - 1)
    next.focus()
    return next
  }
  reveal(block)
  return block
}

const wordsOf = (element: Element | null | undefined) => {
  const copy = element?.cloneNode(true) as Element | undefined
  for (const drawn of copy?.querySelectorAll('.katex-html') ?? []) drawn.remove()
  return copy?.textContent.trim() ?? ''
}

/** Makes a block the one that Tab stops at in its section, with a name that says so, or a plain one again. */
function stop(block: HTMLElement, on: boolean) {
  block.tabIndex = on ? 0 : -1
  // An equation has a name of its own, and keeps it.
  if (block.matches('.equation .scroll')) return
  const title = (block.closest('.part') ?? document).querySelector('h2, h1')
  const named = { role: 'group', 'aria-label': `Symbols of “${wordsOf(title)}”, by arrow keys` }
  for (const [name, value] of Object.entries(named))
    if (on) block.setAttribute(name, value)
    else block.removeAttribute(name)
}

/** The focus has come to an element; whether that is a block. It is then the one that Tab comes back to. */
export function enter(element: Element): boolean {
  const section = sections.get(element)
  for (const block of section ?? []) stop(block, block === element)
  return section !== undefined
}

export function startWalk() {
  const found = new Map<Element | null, HTMLElement[]>()
  for (const block of document.querySelectorAll<HTMLElement>(blocks)) {
    if (symbolsOf(block).length === 0) continue
    const part = block.closest('.part')
    const section = found.get(part) ?? []
    found.set(part, section)
    stop(block, section.length === 0)
    section.push(block)
    sections.set(block, section)
  }
}

import { beforeDrawing, drawnIn, stands } from './virtual'

/** By its island: what another hand has taken a text or an element out of, as a translator does to put its own there. */
const torn = new Map<Element, Set<Element>>()

function mend(element: Element) {
  const own = drawnIn(element)
  const foreign = [...element.childNodes].filter((child) => !own.includes(child))
  foreign.forEach((child) => child.remove())
  own.forEach((node, i) => {
    const there = element.childNodes[i] ?? null
    if (there !== node) element.insertBefore(node, there)
  })
}

const observer = new MutationObserver((records) => {
  for (const { target, removedNodes } of records)
    for (const node of removedNodes) {
      const island = stands(node) && target instanceof Element && target.closest('[data-island]')
      if (island) torn.set(island, (torn.get(island) ?? new Set<Element>()).add(target))
    }
})

/**
 * A translator puts its own words in the place of a figure's texts, which the figure then writes to in vain. So before a
 * figure is drawn anew, each of its texts comes back to its place; the translator sees that and translates it anew.
 */
beforeDrawing((parent) => {
  if (torn.size === 0) return
  const island = parent.closest('[data-island]')
  const elements = island && torn.get(island)
  if (!elements) return
  torn.delete(island)
  elements.forEach(mend)
})

/** Keeps the figure in this island whole, whatever a translator does to it. */
export const keepWhole = (island: Element): void =>
  observer.observe(island, { childList: true, subtree: true })

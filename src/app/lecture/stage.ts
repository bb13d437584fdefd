/** The island that a figure stands in. */
export const islandOf = (figure: Element) => figure.closest<HTMLElement>('.island') ?? undefined

/** What stands beside the figure, and beside all that it stands in; dialogs come above it. */
function* beside(element: Element): Generator<HTMLElement> {
  for (let at: Element = element; at !== document.body && at.parentElement; at = at.parentElement)
    for (const sibling of at.parentElement.children)
      if (
        sibling !== at &&
        sibling instanceof HTMLElement &&
        !sibling.matches('script, dialog, [popover], .gloss')
      )
        yield sibling
}

let off: HTMLElement[] = []

/** Puts a figure above the page, where nothing round it is seen or reached; it stays where it is in the document. */
export function setStage(figure: HTMLElement) {
  clearStage()
  const island = islandOf(figure)
  if (!island) return
  off = [...beside(island)].filter(({ inert }) => !inert)
  for (const each of off) {
    each.inert = true
    each.dataset.offStage = ''
  }
  island.dataset.onStage = ''
  island.popover = 'manual'
  island.showPopover()
}

/** Puts all of it back. */
export function clearStage() {
  for (const each of off) {
    each.inert = false
    delete each.dataset.offStage
  }
  off = []
  const island = document.querySelector<HTMLElement>('[data-on-stage]')
  if (!island) return
  if (island.matches(':popover-open')) island.hidePopover()
  island.removeAttribute('popover')
  delete island.dataset.onStage
}

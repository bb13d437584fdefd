/** Below the control in use, when it stands at the window's lower edge. */
const room = 10

/** What stands in the row of controls by itself, with the target in it. */
function pieceOf(target: Element, controls: Element): HTMLElement | undefined {
  const piece = target.closest('.controls > *, .controls > .figure-body > *')
  return piece instanceof HTMLElement && controls.contains(piece) && !piece.matches('.figure-body')
    ? piece
    : undefined
}

const clear = (attribute: string) =>
  document.querySelectorAll(`[${attribute}]`).forEach((element) => element.removeAttribute(attribute))

let watcher: ResizeObserver | undefined
let scrolling: AbortController | undefined

const topOf = (element: Element) => element.getBoundingClientRect().top

/**
 * The controls below the one in use may leave the window. A press can bring new ones, or take some away, and make the
 * picture above taller: the page is scrolled along, because what is sticky is nothing that browsers anchor to.
 */
function stay(figure: HTMLElement, controls: HTMLElement, piece: Element) {
  let place = topOf(piece)
  const measure = () => {
    if (!piece.isConnected) return
    const [all, used] = [controls.getBoundingClientRect().bottom, piece.getBoundingClientRect().bottom]
    const below = `${Math.max(0, all - used - room)}px`
    if (controls.style.getPropertyValue('--below') !== below) controls.style.setProperty('--below', below)
    scrollBy({ top: topOf(piece) - place, behavior: 'instant' })
    place = topOf(piece)
  }
  // At once: a control that moves while it is pressed misses its click.
  measure()
  watcher = new ResizeObserver(measure)
  watcher.observe(controls)
  watcher.observe(figure)
  scrolling = new AbortController()
  addEventListener('scroll', () => (place = topOf(piece)), { passive: true, signal: scrolling.signal })
}

/**
 * While a figure is in use, its sentence and the control in use stay at the window's edges, and the picture scrolls
 * between them: this marks them, and figure.css keeps them there. What moves in the picture itself needs no controls.
 */
export function keepAtEdges(figure: HTMLElement, target: EventTarget) {
  const controls = target instanceof Element ? target.closest<HTMLElement>('.controls') : null
  const piece = target instanceof Element && controls ? pieceOf(target, controls) : undefined
  if (figure.dataset.inUse !== undefined && (piece ? piece.dataset.used !== undefined : !watcher)) return
  watcher?.disconnect()
  watcher = undefined
  scrolling?.abort()
  clear('data-in-use')
  clear('data-used')
  figure.dataset.inUse = ''
  if (!controls || !piece) return
  stay(figure, controls, piece)
  controls.dataset.used = ''
  piece.dataset.used = ''
}

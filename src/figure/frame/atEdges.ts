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

/** The controls below the one in use may leave the window. A press can bring new ones, or take some away. */
function stay(controls: HTMLElement, piece: Element) {
  const measure = () => {
    const [all, used] = [controls.getBoundingClientRect().bottom, piece.getBoundingClientRect().bottom]
    if (piece.isConnected) controls.style.setProperty('--below', `${Math.max(0, all - used - room)}px`)
  }
  watcher = new ResizeObserver(measure)
  watcher.observe(controls)
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
  clear('data-in-use')
  clear('data-used')
  figure.dataset.inUse = ''
  if (!controls || !piece) return
  controls.dataset.used = ''
  piece.dataset.used = ''
  stay(controls, piece)
}

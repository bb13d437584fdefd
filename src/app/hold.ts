/** What has a box of its own; a figure's body has none, so its children stand for it. */
const boxes = (element: Element): Element[] =>
  element.matches('.figure-body') ? [...element.children].flatMap(boxes) : [element]

/** All that stands beside an element, and beside what it stands in. */
function* beside(element: Element, main: Element): Generator<Element> {
  for (let at = element; at !== main && at.parentElement; at = at.parentElement)
    for (const sibling of at.parentElement.children) if (sibling !== at) yield* boxes(sibling)
}

/**
 * While the reader is at the controls, it is they that stay where they are, however tall the picture above them grows:
 * nothing else may be what the browser scrolls along with. A selector that says so costs a look through the whole
 * chapter each time that something is added to it.
 */
export function holdControls() {
  const main = document.querySelector('main')
  let loose: Element[] = []
  const anchor = (value: string) => {
    for (const element of loose)
      if (element instanceof HTMLElement) element.style.setProperty('overflow-anchor', value)
  }
  main?.addEventListener('focusin', ({ target }) => {
    const controls = target instanceof Element ? target.closest('.controls') : null
    loose = controls ? [...beside(controls, main)] : []
    anchor('none')
  })
  main?.addEventListener('focusout', () => anchor(''))
}

type Box = { left: number; right: number; top: number; bottom: number }

/**
 * In the page, all figures awake: the controls whose effect can't be seen while they are used. The first few of each
 * figure are used once. Is there then a place to scroll to where the figure's sentence, the control, and a part of the
 * picture that it moved are in sight together, none covered by what stays at the edges?
 */
export async function apart(most: number): Promise<string[]> {
  const followed = () =>
    new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))
  const boxOf = (element: Element): Box => element.getBoundingClientRect()
  const tall = ({ top, bottom }: Box) => bottom - top
  /** Where its letters are, not where it could have more. */
  const textOf = (element: Element): Box => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return range.getBoundingClientRect()
  }
  const header = document.querySelector('.bar')
  const highest = header && getComputedStyle(header).position === 'sticky' ? boxOf(header).bottom : 0
  const inWindow = ({ top, bottom }: Box) => top >= highest - 1 && bottom <= innerHeight + 1
  const edges = '.bar, .says, .controls, .stepper'
  /** Nothing that stays at an edge lies over it. */
  const onTop = (element: Element) => {
    const { left, right, top, bottom } = boxOf(element)
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.closest(edges)
    return !over || over.contains(element) || element.contains(over)
  }
  /** Half of it, at least, and of what is large so much that one sees it move. */
  const seen = (box: Box, covers: readonly Box[]) => {
    const over = covers.filter(
      (cover) =>
        cover.left < box.right && box.left < cover.right && cover.top < box.bottom && box.top < cover.bottom,
    )
    const above = over.filter((cover) => cover.top <= box.top).map((cover) => cover.bottom)
    const below = over.filter((cover) => cover.top > box.top).map((cover) => cover.top)
    const [top, bottom] = [Math.max(box.top, highest, ...above), Math.min(box.bottom, innerHeight, ...below)]
    return bottom - top >= Math.min(tall(box) / 2, 120)
  }

  const aside = '.says, .notice, .controls, figcaption, [aria-live=polite], .figure-head, .picks'
  const drawing = 'svg, canvas, pre, [role=grid], .arrow, .block'
  /** The elements of a figure that an act changes; those of pictures alone, if there are such among them. */
  async function movedBy(figure: Element, act: () => void): Promise<Element[]> {
    const changed = new Set<Node | null>()
    const watch = new MutationObserver((list) => {
      for (const { target, addedNodes } of list)
        for (const node of [target, ...addedNodes])
          changed.add(node instanceof Element ? node : node.parentElement)
    })
    watch.observe(figure, { subtree: true, childList: true, attributes: true, characterData: true })
    act()
    await followed()
    watch.disconnect()
    const shown = [...changed].filter(
      (element) =>
        element instanceof Element &&
        element !== figure &&
        figure.contains(element) &&
        !element.closest(aside) &&
        element.checkVisibility({ visibilityProperty: true }) &&
        tall(boxOf(element)) > 0,
    ) as Element[]
    const drawn = shown.filter((element) => element.closest(drawing))
    return drawn.length > 0 ? drawn : shown
  }

  const atEnd = (control: HTMLElement) =>
    control instanceof HTMLInputElement
      ? control.value === control.max
      : control.ariaValueNow === control.ariaValueMax
  /** One press of a key, one step of a slider, the next of a list: the smallest act that a control knows. */
  function use(control: HTMLElement) {
    control.focus({ preventScroll: true })
    if (control instanceof HTMLSelectElement) {
      control.selectedIndex = (control.selectedIndex + 1) % control.options.length
      control.dispatchEvent(new Event('change', { bubbles: true }))
    } else if (control.matches('[role=slider], [type=range]')) {
      const key = atEnd(control) ? 'ArrowLeft' : 'ArrowRight'
      control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    } else control.click()
  }

  /** Whether, at some place of the page, all three are in sight. */
  function together(figure: Element, says: Element, control: Element, moved: readonly Element[]) {
    const stuck = [...figure.querySelectorAll(edges)].filter(
      (element) => getComputedStyle(element).position === 'sticky',
    )
    const label = control.closest('label') ?? control
    const { top, bottom } = boxOf(figure)
    const [first, last] = [top + scrollY - innerHeight, bottom + scrollY]
    for (let y = first; y < last; y += 120) {
      scrollTo({ top: y, behavior: 'instant' })
      if (!inWindow(textOf(says)) || !inWindow(boxOf(label)) || !onTop(says) || !onTop(control)) continue
      if (moved.some((one) => seen(boxOf(one), stuck.filter((part) => !part.contains(one)).map(boxOf))))
        return true
    }
    return false
  }

  const nameOf = (control: Element) =>
    control.getAttribute('aria-label') ??
    control.closest('label, .choice')?.textContent ??
    control.textContent
  const controls =
    '.controls :is([type=range], select, .primary, .choice input:not(:checked)), .picks select,' +
    '.controls > .figure-body > button, svg [role=slider]'
  const quiet = /^(Run|Time|Compute|Build|Start|Play|Train|Copy|Cancel|Reset)/
  const found: string[] = []
  for (const figure of document.querySelectorAll<HTMLElement>('figure.figure')) {
    const says = figure.querySelector('.says')
    const used = [...figure.querySelectorAll<HTMLElement>(controls)].filter(
      (control) => !control.matches('[aria-disabled=true]') && !quiet.test(control.textContent ?? ''),
    )
    // Those at the end are the farthest away.
    for (const control of used.slice(-most)) {
      if (!says || !control.isConnected) continue
      const moved = await movedBy(figure, () => use(control))
      if (moved.length === 0 || !control.isConnected || together(figure, says, control, moved)) continue
      const heights = [figure, says].map((element) => Math.round(tall(boxOf(element)))).join(', ')
      found.push(`${figure.id}: ${nameOf(control)?.slice(0, 40)} (figure and sentence ${heights}px tall)`)
    }
    for (const button of figure.querySelectorAll<HTMLElement>('.controls-end button'))
      if (button.textContent === 'Reset') button.click()
  }
  scrollTo({ top: 0, behavior: 'instant' })
  return found
}

/** The figure that a button stands in, or the first thing of the exercise. */
const subjectOf = (button: Element) =>
  (button.closest('figure') ?? button.closest('.exercise')?.querySelector('.island > [id]'))?.id ?? ''

/**
 * A link to a heading or an equation, and the button of a figure, also open its address and citation. Who opens a link
 * elsewhere (with Ctrl, in a new tab) has other plans with it.
 */
export function askForMore() {
  document.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey, altKey }) => {
    if (ctrlKey || metaKey || shiftKey || altKey || !(target instanceof Element)) return
    const asked = target.closest<HTMLElement>('.anchor, a.eqno, [data-more]')
    // In a figure that still sleeps the press is done again once it wakes.
    if (!asked || asked.closest('[data-island]:not([data-awake])')) return
    const id = asked instanceof HTMLAnchorElement ? asked.hash.slice(1) : subjectOf(asked)
    // No network: the link has done its work, and the next press asks again.
    void import('./more').then(({ openMore }) => openMore(id)).catch(() => undefined)
  })
}

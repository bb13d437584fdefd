/** `p` shows the figure that the focus or the pointer is in on the whole screen; so does a link, `?lecture=nudge`. */
export function askForLecture() {
  // No network: the next press asks again.
  const open = (id: string) =>
    void import('./lecture').then(({ openLecture }) => openLecture(id)).catch(() => undefined)
  addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey, defaultPrevented }) => {
    if (key !== 'p' || ctrlKey || metaKey || altKey || defaultPrevented || !(target instanceof Element))
      return
    // There it leaves.
    if (document.documentElement.classList.contains('lecture')) return
    if (target.closest('dialog')) return
    if (target.matches('select, textarea, [type=text], [type=search]')) return
    const figure = target.closest('.figure') ?? document.querySelector('.figure:hover')
    if (figure) open(figure.id)
  })
  const asked = new URLSearchParams(location.search).get('lecture')
  if (asked) open(asked)
}

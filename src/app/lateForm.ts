/**
 * Forms whose script comes late. What is sent before it has come is kept, and sent again once the script listens; a page
 * of this book sends nothing anywhere by itself.
 */
export function lateForm(root: HTMLElement, load: () => Promise<void>): () => void {
  let sent: HTMLFormElement | undefined
  let coming: Promise<void> | undefined
  const keep = (event: SubmitEvent) => {
    event.preventDefault()
    if (event.target instanceof HTMLFormElement) sent = event.target
    start()
  }
  const listen = () => {
    root.removeEventListener('submit', keep)
    sent?.requestSubmit()
  }
  const start = () => {
    coming ??= load().then(listen, () => void (coming = undefined))
  }
  root.addEventListener('submit', keep)
  return start
}

/** A part of the page listens from now on, and does first what the reader did there before (acts.ts). */
export function listens(part: HTMLElement) {
  if (!window.earlyActs?.some(({ target }) => part.contains(target))) return void (part.dataset.awake = '')
  // Few readers are that quick, so what it takes comes only for them.
  part.dataset.waking = ''
  void import('./acts').then(({ redoEarlyActs }) => redoEarlyActs(part))
}

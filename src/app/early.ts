// What has to happen before the first paint. The build puts it into each page, so that no request waits for it, and
// names its hash in the page's policy. It runs by itself: it can import nothing.
{
  const root = document.documentElement

  // A browser older than those in browsers.ts shows the page as one without a script, and a line says why.
  const needs = [
    'popover' in HTMLElement.prototype,
    'adoptedStyleSheets' in document,
    'IntersectionObserver' in window,
    'ResizeObserver' in window,
    'inert' in HTMLElement.prototype,
    'with' in Array.prototype,
  ]
  root.classList.add(needs.includes(false) ? 'old' : 'js')

  // So does a page whose script does not come.
  const unscripted = () => {
    if (root.dataset.running !== undefined) return
    root.classList.remove('js')
    root.classList.add('unscripted')
  }
  const isScript = (target: EventTarget | null): target is HTMLScriptElement =>
    target instanceof HTMLScriptElement && target.type === 'module'
  addEventListener(
    'error',
    ({ target }) => {
      if (!isScript(target)) return
      unscripted()
      addEventListener('online', () => void import(/* @vite-ignore */ target.src))
    },
    true,
  )
  addEventListener('load', () => setTimeout(unscripted, 10_000))

  // What the reader does before a part of the page listens is noted, and done once it does (acts.ts).
  window.earlyActs = []
  const note = (event: Event) => {
    const { target } = event
    const type = event.type as 'keydown' | 'input' | 'click' | 'submit'
    const part = target instanceof Element && target.closest('[data-island],[data-predict],#theme,#search')
    if (!(part instanceof HTMLElement) || part.dataset.awake !== undefined || !(target instanceof Element))
      return
    if (type === 'submit') return event.preventDefault()
    // What wakes already hears these by itself.
    if (type !== 'input' && part.dataset.waking !== undefined) return
    const { value = '', type: kind = '' } = target as Partial<HTMLInputElement>
    // A ticked box is told by its click, and so is a click on its label.
    if (type === 'input' && (kind === 'radio' || kind === 'checkbox')) return
    if (type === 'click' && (target.closest('a') || (target.closest('label') && !target.matches('input'))))
      return
    if (type === 'click' && target.matches('select, input:not([type=radio], [type=checkbox])')) return
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event as KeyboardEvent
    // In a field, what a letter writes is told by what the field then shows.
    if (type === 'keydown' && kind === 'text' && key.length === 1) return
    const act = { type, target, value, key: { key, shiftKey, altKey, ctrlKey, metaKey } }
    const last = window.earlyActs?.at(-1)
    // Of a text only the end counts.
    if (type === 'input' && last?.target === target && last.type === type) last.value = value
    else window.earlyActs?.push(act)
  }
  for (const type of ['keydown', 'input', 'click', 'submit']) addEventListener(type, note, true)

  try {
    const theme: unknown = JSON.parse(localStorage.getItem('nudge') ?? '{}').state?.theme
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {
    // Storage is closed or holds something else: the system's theme is right, and the page says so once it runs.
  }

  // A line of text in another font may break elsewhere, and all below it move. So the title comes at once, and the text
  // with its fonts; they are on their way, and nobody waits for them longer than this.
  const patience = Math.max(600, 1200 - performance.now())
  const late = new Promise((done) => setTimeout(done, patience))
  const fonts = [...document.querySelectorAll<HTMLElement>('link[data-font]')].map(({ dataset }) =>
    document.fonts.load(dataset.font ?? '', dataset.text),
  )
  root.classList.add('waiting')
  const ready = Promise.race([Promise.allSettled(fonts), late]).then(() => root.classList.remove('waiting'))

  // At the end of a page Chromium's form filler asks after every control's place, which lays out the whole chapter. So a
  // reader who comes in at the top is shown the top first, and the rest, part by part, once that question was asked.
  // Whoever comes to a place in the page, by a link or by going back, gets the whole of it at once.
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (visit?.type === 'navigate' && !location.hash) {
    root.classList.add('arriving')
    const showNext = () => {
      const last = document.querySelector('.part:not(.shown)')
      last?.classList.add('shown')
      // What is farther than that is not laid out in any case.
      if (last && last.getBoundingClientRect().bottom < 3 * innerHeight) later()
      else root.classList.remove('arriving')
    }
    const later = () => requestAnimationFrame(() => setTimeout(showNext))
    const whole = new Promise<unknown>((done) => {
      document.addEventListener('DOMContentLoaded', done)
      // Which waits for the page's script, and that may hang: the text does not hang with it.
      document.addEventListener('readystatechange', () => setTimeout(done, 2000), { once: true })
    })
    void ready.then(() => whole).then(later)
  }
}

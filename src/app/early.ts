// What has to happen before the first paint. The build puts it into each page, so that no request waits for it, and
// names its hash in the page's policy. It runs by itself: it can import nothing.
{
  const root = document.documentElement
  root.classList.add('js')
  try {
    const theme: unknown = JSON.parse(localStorage.getItem('nudge') ?? '{}').state?.theme
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {
    // Storage is closed or holds something else: the system's theme is right, and the page says so once it runs.
  }

  // A line of text in another font may break elsewhere, and all below it move. So the title comes at once, and the text
  // with its fonts; they are on their way, and nobody waits for them longer than this.
  const patience = 1200
  const late = new Promise((done) => setTimeout(done, patience - performance.now()))
  const fonts = [...document.querySelectorAll<HTMLElement>('link[data-font]')].map(({ dataset }) =>
    document.fonts.load(dataset.font ?? ''),
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
    const whole = new Promise((done) => document.addEventListener('DOMContentLoaded', done))
    void ready.then(() => whole).then(later)
  }
}

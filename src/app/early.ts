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

  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]

  // At the end of a page Chromium's form filler asks after every control's place, which lays out the whole chapter. So a
  // reader who comes in at the top is shown the top first, and the rest, part by part, once that question was asked.
  // Whoever comes to a place in the page, by a link or by going back, gets the whole of it at once.
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
    document.addEventListener('DOMContentLoaded', later)
  }

  // Fonts asked for now hold up the first paint until they are there, and those that are late are not used on this
  // page at all, so that nothing moves. Where the page itself was slow to come, the text comes first, in the system's
  // fonts; the book's own arrive meanwhile, for the next page.
  if (visit && performance.now() - visit.requestStart < 170)
    for (const { content } of document.querySelectorAll<HTMLMetaElement>('meta[name=font]')) {
      const link = document.createElement('link')
      Object.assign(link, { rel: 'preload', href: content, as: 'font', type: 'font/woff2', crossOrigin: '' })
      document.head.append(link)
    }
}

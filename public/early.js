// What has to happen before the first paint; a file of its own, because the page's policy allows no inline script.
;(() => {
  const root = document.documentElement
  root.classList.add('js')
  try {
    const theme = JSON.parse(localStorage.getItem('nudge') ?? '{}').state?.theme
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {
    // Storage is closed or holds something else: the system's theme is right, and the page says so once it runs.
  }

  // Fonts asked for now hold up the first paint until they are there, and those that are late are not used on this
  // page at all, so that nothing moves. Where the server took long to answer, the text comes first, in the system's
  // fonts; the book's own arrive meanwhile, for the next page.
  const [visit] = performance.getEntriesByType('navigation')
  if (visit && visit.responseStart - visit.requestStart > 140) return
  for (const { content } of document.querySelectorAll('meta[name=font]')) {
    const link = document.createElement('link')
    Object.assign(link, { rel: 'preload', href: content, as: 'font', type: 'font/woff2', crossOrigin: '' })
    document.head.append(link)
  }
})()

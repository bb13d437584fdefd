// Runs before the first paint, as a file of its own because the page's policy allows no inline script.
;(() => {
  const root = document.documentElement
  root.classList.add('js')
  try {
    const theme = JSON.parse(localStorage.getItem('nudge') ?? '{}').state?.theme
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {
    // Storage is closed or holds something else: the system's theme is right, and the page says so once it runs.
  }
})()

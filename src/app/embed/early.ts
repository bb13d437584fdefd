// Before the first paint of a page in a frame: what its address says of its looks. It comes after src/app/early.ts, whose
// theme is the reader's own choice for the book; here it is the host's. It can import nothing.
{
  const root = document.documentElement
  // It is short, and there as a whole at once: the host is told a height that lasts.
  root.classList.remove('arriving')
  const asked = new URLSearchParams(location.search)
  const theme = asked.get('theme')
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  else delete root.dataset.theme
  const controls = asked.get('controls')
  if (controls === 'few' || controls === 'none') root.dataset.controls = controls
  if (asked.get('wait') === 'no' || controls === 'none') root.dataset.wait = 'no'
}

import 'katex/dist/katex.css'
import 'virtual:katex-styles.css'
import './style/index.css'
import { wakeIslands } from './waking'
import { startSelection } from './selection'
import { startHeader } from './header'
import { askForLecture } from './askForLecture'
import { askForMore } from './askForMore'
import { planOffline } from './offline'

function startPage() {
  startHeader()
  startSelection()
  wakeIslands()
  planOffline()
  askForMore()
  askForLecture()
  // Who copies has selected before.
  const copies = () => void import('./copy').then(({ startCopy }) => startCopy())
  document.addEventListener('selectionchange', copies, { once: true })
}

// The text is complete without any of this, so the first paint goes before it.
const start = () =>
  setTimeout(() => {
    const { embed } = document.querySelector('main')?.dataset ?? {}
    if (embed === undefined) startPage()
    else void import('./embed').then(({ startEmbed }) => startEmbed(embed))
  })

const root = document.documentElement
// In a browser older than the book's the page stays as it is without a script (early.ts).
if (!root.classList.contains('old')) {
  root.dataset.running = ''
  // It may come after the page had given it up.
  root.classList.replace('unscripted', 'js')
  requestAnimationFrame(start)
}

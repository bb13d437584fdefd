import 'katex/dist/katex.css'
import 'virtual:katex-styles.css'
import './style/index.css'
import { wakeIslands } from './waking'
import { startSelection } from './selection'
import { startHeader } from './header'

// The text is complete without any of this, so the first paint goes before it.
requestAnimationFrame(() =>
  setTimeout(() => {
    startHeader()
    startSelection()
    wakeIslands()
    // Who copies has selected before.
    const copies = () => void import('./copy').then(({ startCopy }) => startCopy())
    document.addEventListener('selectionchange', copies, { once: true })
  }),
)

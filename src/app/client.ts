import 'katex/dist/katex.css'
import 'virtual:katex-styles.css'
import './style/index.css'
import { startIslands } from './islands'
import { startSelection } from './selection'
import { startShell } from './shell'

// The text is complete without any of this, so the first paint goes before it.
requestAnimationFrame(() =>
  setTimeout(() => {
    startShell()
    startSelection()
    startIslands()
  }),
)

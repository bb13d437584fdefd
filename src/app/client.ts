import 'katex/dist/katex.css'
import 'virtual:katex-styles.css'
import './style/index.css'
import { startIslands } from './islands'
import { startSelection } from './selection'
import { startShell } from './shell'

startShell()
startSelection()
startIslands()

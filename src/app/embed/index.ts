import { keepNothing, preferences, setWait } from '@/figure/state'
import { askForLetters } from '../askForLetters'
import { startPredictions } from '../predictions'
import { startSelection } from '../selection'
import { wakeAll } from '../waking'
import { showTheme, talk } from './talk'

function followTheme() {
  const root = document.documentElement
  preferences.subscribe(({ theme }, before) => {
    if (theme === before.theme) return
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
  })
}

/**
 * A page of one thing, in a frame of someone else's page (scripts/vite/embed/): what its address says of it, and what it
 * and its host say to each other. It keeps nothing on the reader's device, and takes nothing from what the book keeps.
 */
export function startEmbed(id: string) {
  keepNothing()
  const { theme = 'system', wait } = document.documentElement.dataset
  showTheme(theme)
  followTheme()
  if (wait === 'no') setWait(false)
  askForLetters()
  startPredictions()
  startSelection()
  talk(id)
  wakeAll()
}

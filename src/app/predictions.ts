import { preferences, setAnswer } from '@/figure/preferences'

function reveal(section: HTMLElement, choice: string) {
  const details = section.querySelector('details')
  const verdict = section.querySelector('.verdict')
  if (details) details.open = true
  if (verdict)
    verdict.textContent =
      choice === section.dataset.predict ? 'As you predicted.' : 'Not this time. Here is why.'
}

/** Predictions open their answer once the reader commits, and remember what was chosen. */
export function startPredictions() {
  const { answers } = preferences.getState()
  for (const section of document.querySelectorAll<HTMLElement>('[data-predict]')) {
    const before = answers[section.id]
    const chosen = section.querySelector<HTMLInputElement>(`input[value="${Number(before)}"]`)
    if (before !== undefined && chosen) {
      chosen.checked = true
      reveal(section, before)
    }
    section.addEventListener('change', (event) => {
      const choice = (event.target as HTMLInputElement).value
      setAnswer(section.id, choice)
      reveal(section, choice)
    })
  }
}

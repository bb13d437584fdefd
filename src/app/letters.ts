import { layerLetters, layouts, preferences, setLayer, setLayout } from '@/figure/state'
import { askForLetters } from './askForLetters'

const selects = () => document.querySelectorAll<HTMLSelectElement>('[data-letters]')

function choose({ value }: HTMLSelectElement) {
  const layer = layerLetters.find((name) => name === value)
  const layout = layouts.find((name) => name === value)
  if (layer) setLayer(layer)
  if (layout) setLayout(layout)
}

let started = false

/**
 * The switches of the reader's letters. What shows them on a page, and derives the formulas, is loaded once one is not
 * the handout's.
 */
export function startLetters(changed?: HTMLSelectElement) {
  if (started) return
  started = true
  askForLetters()
  if (changed) choose(changed)
  for (const select of selects()) select.addEventListener('change', () => choose(select))
  let shown = false
  const show = () => {
    const { layer, jacobian } = preferences.getState()
    for (const select of selects()) select.value = select.dataset.letters === 'layer' ? layer : jacobian
    const on = layer !== 'handout' || jacobian !== 'output-first'
    if (!on && !shown) return
    shown = true
    void import('./inLetters').then(({ showLetters }) => showLetters())
  }
  preferences.subscribe((now, before) => {
    if (now.layer !== before.layer || now.jacobian !== before.jacobian) show()
  })
  show()
}

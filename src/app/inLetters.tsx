import { createRoot, type Root } from 'react-dom/client'
import { preferences, setLayer, setLayout, type LayerLetters, type Layout, type Shown } from '@/figure/state'
import { Formula } from '@/figure/formula'
import { conventionOf, type Body } from '@/topics/letters/conventions'
import { follow, keep } from '@/topics/letters/follow'
import { shownIn } from '@/topics/letters/shown'
import { lineName, notice } from '@/topics/letters/words'

const roots = new Map<Element, Root>()

/** Draws into an element that nothing else draws into. */
function draw(element: HTMLElement, content: Parameters<Root['render']>[0]) {
  const root = roots.get(element) ?? createRoot(element)
  roots.set(element, root)
  root.render(content)
}

/** The formulas of one passage in the reader's letters. */
function showBelow(element: HTMLElement, layer: LayerLetters, layout: Layout) {
  const { inLetters = '', body = 'linear' } = element.dataset
  const wanted = inLetters.split(' ') as Shown[] // as `InLetters` wrote them
  const changed = wanted.filter((of) => layer !== 'handout' || of.startsWith('chain'))
  element.hidden = changed.length === 0 || (layer === 'handout' && layout === 'output-first')
  if (element.hidden) return
  const formulas = shownIn(conventionOf(layer), layout, changed, body as Body) // as `InLetters` wrote it
  draw(
    element,
    <>
      {notice.inYours}
      {formulas.map(({ text, set }) => (
        <span className="in-letters-formula" key={text}>
          <Formula of={set} said />
        </span>
      ))}
    </>,
  )
}

/** The line at the top of the page; it is there as long as a switch is on. */
function line(): HTMLElement {
  const found = document.getElementById('letters-notice')
  if (found) return found
  const made = Object.assign(document.createElement('aside'), {
    id: 'letters-notice',
    className: 'stored-notice',
    ariaLabel: lineName,
  })
  document.getElementById('stored-notice')?.after(made)
  return made
}

/** Figures of this page by whether they have the reader's letters, by the number in their title. */
function figuresOf(names: readonly string[]): string[] {
  const islands = [...document.querySelectorAll<HTMLElement>('[data-island]')]
  return (
    islands
      .filter(({ dataset }) => names.includes(dataset.island ?? ''))
      // A workbench without a question has whatever layer the reader picks.
      .filter(({ dataset: { island, props } }) => island !== 'workbench' || props?.includes('"given"'))
      .flatMap((island) => /[\d.]*\d/.exec(island.querySelector('.figure-title b')?.textContent ?? '') ?? [])
  )
}

function showLine(layer: LayerLetters, layout: Layout) {
  const element = line()
  element.hidden = layer === 'handout' && layout === 'output-first'
  if (element.hidden) return
  const back = () => {
    setLayer('handout')
    setLayout('output-first')
  }
  const asks = document.querySelector('[data-island=question],[data-island=formula-exercise]') !== null
  const others = layer !== 'handout'
  draw(
    element,
    <>
      {notice.before}
      <b>{notice.isOn(layer, layout)}</b>.{' '}
      {notice.follows(
        others && asks,
        others ? figuresOf(follow) : [],
        others ? figuresOf(keep) : [],
        layout !== 'output-first',
      )}
      <button type="button" className="quiet" onClick={back}>
        {notice.back}
      </button>
    </>,
  )
}

/** Shows the page in the reader's letters, as far as it has them. */
export function showLetters() {
  const { layer, jacobian } = preferences.getState()
  showLine(layer, jacobian)
  for (const element of document.querySelectorAll<HTMLElement>('[data-in-letters]'))
    showBelow(element, layer, jacobian)
}

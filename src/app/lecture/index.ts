import css from './lecture.css?inline'
import { unlock } from '@/figure/frame'
import { make } from '../make'
import { fit } from './fit'
import { actOf, leadsTo, type Act } from './keys'
import { clearStage, islandOf, setStage } from './stage'

const said = {
  bar: 'Lecture',
  back: 'Previous figure',
  forth: 'Next figure',
  blank: 'Blank (b)',
  leave: 'Leave (Escape)',
  blanked: 'Press b to come back.',
  place: (place: number, count: number) => `${place + 1} of ${count}`,
}

const figures = () => [...document.querySelectorAll<HTMLElement>('main .island > figure.figure[id]')]
const rootClasses = document.documentElement.classList

let shown: string | undefined
const placeOf = (id: string | undefined) => figures().findIndex((figure) => figure.id === id)

const count = make('span', { role: 'status' })
const button = (text: string, label: string, act: () => void) => {
  const made = make('button', { type: 'button', class: 'quiet', 'aria-label': label, title: label }, text)
  made.addEventListener('click', act)
  return made
}
const bar = make(
  'div',
  { class: 'lecture-bar', popover: 'manual', role: 'group', 'aria-label': said.bar },
  make('span', {}),
  button('‹', said.back, () => turn(-1)),
  count,
  button('›', said.forth, () => turn(1)),
  button('b', said.blank, () => run('blank')),
  button('×', said.leave, () => run('leave')),
)
const black = make('div', { class: 'lecture-blank', popover: 'manual', role: 'status' }, said.blanked)

/** The address says what is shown, so that a page loaded again, or a link, shows it again. */
function note(id: string | undefined) {
  const address = new URL(location.href)
  if (id === undefined) address.searchParams.delete('lecture')
  else address.searchParams.set('lecture', id)
  history.replaceState(history.state, '', address)
}

const refit = () => {
  const figure = document.getElementById(shown ?? '')
  if (figure) fit(figure)
}

function show(figure: HTMLElement) {
  shown = figure.id
  // Who teaches asks for predictions aloud.
  unlock(figure.id)
  setStage(figure)
  rootClasses.add('lecture')
  // Above the figure, and so after it.
  for (const each of [bar, black]) if (each.matches(':popover-open')) each.hidePopover()
  bar.showPopover()
  const title = document.querySelector('h1')?.textContent ?? ''
  bar.firstElementChild?.replaceChildren(title)
  count.textContent = said.place(placeOf(shown), figures().length)
  note(shown)
  fit(figure)
  // One that still slept has other controls once it is awake.
  const island = islandOf(figure)
  if (island?.dataset.awake === undefined) onceAwake(island, refit)
}

function onceAwake(island: HTMLElement | undefined, act: () => void) {
  if (!island) return
  const watcher = new MutationObserver(() => {
    if (island.dataset.awake === undefined) return
    watcher.disconnect()
    requestAnimationFrame(act)
  })
  watcher.observe(island, { attributes: true, attributeFilter: ['data-awake'] })
}

function turn(by: 1 | -1) {
  const to = leadsTo(by, placeOf(shown), figures().length, false)
  const figure = typeof to === 'number' ? figures()[to] : undefined
  if (figure) show(figure)
}

/** The button of the figure's stepper that goes on or back, while it can. */
function stepOf(by: 1 | -1): HTMLElement | undefined {
  const buttons = document.getElementById(shown ?? '')?.querySelectorAll<HTMLElement>('.stepper > button')
  const found = buttons?.[by === 1 ? 1 : 0]
  return found?.getAttribute('aria-disabled') === 'true' ? undefined : found
}

function step(by: 1 | -1) {
  const found = stepOf(by)
  if (found) found.click()
  else turn(by)
}

function leave() {
  const figure = document.getElementById(shown ?? '')
  shown = undefined
  for (const each of [bar, black]) if (each.matches(':popover-open')) each.hidePopover()
  rootClasses.remove('lecture')
  clearStage()
  note(undefined)
  figure?.scrollIntoView({ block: 'start', behavior: 'instant' })
}

function run(act: Act) {
  if (act === 'leave') leave()
  else if (act === 'blank') black.togglePopover()
  // A black screen comes back before anything moves.
  else if (black.matches(':popover-open')) black.hidePopover()
  else step(act === 'forth' ? 1 : -1)
}

const writes = (target: EventTarget | null) =>
  target instanceof Element &&
  target.matches('select, textarea, input:not([type=range], [type=radio], [type=checkbox])')

function onKey(event: KeyboardEvent) {
  const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event
  if (shown === undefined || ctrlKey || metaKey || altKey || document.querySelector('dialog[open]')) return
  const act = actOf(key, writes(target), defaultPrevented)
  if (!act) return
  event.preventDefault()
  // A slider would take PageDown for a step of its own.
  if (act === 'forth' || act === 'back') event.stopPropagation()
  run(act)
}

/** Shows a figure of this page on the whole screen, and from there its neighbors. */
export function openLecture(id: string) {
  const figure = figures().find((each) => each.id === id)
  if (figure && shown === undefined) show(figure)
}

function start() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets.push(sheet)
  document.body.append(bar, black)
  // A clicker's keys before anyone else, all others after whoever may want them.
  addEventListener('keydown', (event) => /^Page(Up|Down)$/.test(event.key) && onKey(event), true)
  addEventListener('keydown', (event) => !/^Page(Up|Down)$/.test(event.key) && onKey(event))
  addEventListener('resize', refit)
  // Paper gets the chapter.
  addEventListener('beforeprint', () => shown !== undefined && leave())
}
start()

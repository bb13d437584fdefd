import {
  asksForState,
  figureIn,
  preferences,
  readPreferences,
  setProgress,
  setTheme,
  setWait,
  type Theme,
} from '@/figure/state'
import { readAhead } from './ahead'
import { comeBack } from './comeBack'
import { lateForm } from './lateForm'
import { startPredictions } from './predictions'
import { listens } from './redo'

const themes: Theme[] = ['system', 'light', 'dark']

function startTheme() {
  const button = document.getElementById('theme')
  const show = ({ theme }: { theme: Theme }) => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    const name = button?.querySelector('span')
    if (name) name.textContent = `: ${theme}`
  }
  button?.addEventListener('click', () =>
    setTheme(themes[(themes.indexOf(preferences.getState().theme) + 1) % themes.length] ?? 'system'),
  )
  preferences.subscribe(show)
  show(preferences.getState())
  if (button) listens(button)
}

/** Links that end in `?wait=no` let no figure wait for predictions. */
function askedToWait() {
  const asked = new URLSearchParams(location.search).get('wait')
  if (asked === 'no' || asked === 'yes') setWait(asked === 'yes')
}

/** What few pages show of what is kept; no other page has the script for it. */
function showKept() {
  if (document.querySelector('#wait, #kept, [data-read]'))
    void import('./kept').then(({ startKept }) => startKept()).catch(() => undefined)
}

/** The page that puts chapters on paper. */
function startPaper() {
  const form = document.querySelector<HTMLFormElement>('#print')
  if (form) lateForm(form, async () => void (await import('./print')).startPrint(form))()
}

/** Where questions are set, answered and gathered. */
function startAssigning() {
  const part = document.querySelector<HTMLElement>('#assign, #answers')
  if (!part) return
  const start = lateForm(part, async () => (await import('./assign')).startAssign(part))
  // What checks answers is large, and comes once there is something to check.
  if (location.hash.includes('=')) start()
  else part.addEventListener('focusin', start, { once: true })
}

/** The switches of the reader's letters cost nothing until one is used, asked for by a link, or was set before. */
function startLetters() {
  const { layer, jacobian } = preferences.getState()
  const on =
    layer !== 'handout' || jacobian !== 'output-first' || /[?&](layer|jacobian)=/.test(location.search)
  const load = (select?: HTMLSelectElement) =>
    void import('./letters').then((part) => part.startLetters(select))
  if (on) return load()
  for (const select of document.querySelectorAll<HTMLSelectElement>('[data-letters]'))
    select.addEventListener('change', () => load(select), { once: true })
  preferences.subscribe((now, before) => now.layer !== before.layer && load())
}

function startProgress() {
  const bar = document.getElementById('progress')
  const main = document.querySelector('main')
  if (!bar || !main?.classList.contains('chapter')) return
  const path = main.dataset.path ?? '/'
  const show = () => {
    // A page that is not there as a whole is not read.
    if (document.documentElement.classList.contains('arriving')) return
    const room = document.documentElement.scrollHeight - innerHeight
    const share = room > 0 ? Math.min(1, scrollY / room) : 1
    bar.style.setProperty('--read', String(share))
    setProgress(path, Number(share.toFixed(2)))
  }
  addEventListener('scroll', show, { passive: true })
  show()
}

/** The section that the reader is in is marked in the lists of sections. */
function startSections() {
  const mark = ({ isIntersecting, target }: IntersectionObserverEntry) => {
    const id = target.querySelector('h2')?.id
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.sections a'))
      if (link.hash === `#${id}`)
        if (isIntersecting) link.setAttribute('aria-current', 'location')
        else link.removeAttribute('aria-current')
  }
  // A line across the window, a third from its top.
  const line = new IntersectionObserver((entries) => entries.forEach(mark), {
    rootMargin: '-33% 0px -67% 0px',
  })
  for (const part of document.querySelectorAll('.part')) line.observe(part)
}

/** The list in the header folds up when it has served: by a choice, Escape, or a press beside it. */
function startMenu() {
  const menu = document.querySelector<HTMLDetailsElement>('#menu')
  if (!menu) return
  const leave = (event: Event) => {
    if (!menu.open || !(event.target instanceof Node)) return
    if (event.type === 'click' || !menu.contains(event.target)) menu.open = false
  }
  document.addEventListener('pointerdown', leave)
  for (const link of menu.querySelectorAll('a')) link.addEventListener('click', leave)
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary')?.focus()
  })
}

/** `/` and Ctrl K, where no letter is typed. */
function startSearch() {
  // No network: the next press tries again.
  const open = () => void import('./search').then(({ openSearch }) => openSearch()).catch(() => undefined)
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, target, defaultPrevented } = event
    const typed = target instanceof Element && target.closest('input, select, textarea, [role=grid]')
    if (defaultPrevented || !(ctrlKey || metaKey ? key === 'k' : key === '/' && !typed)) return
    event.preventDefault()
    open()
  })
  const button = document.getElementById('search')
  button?.addEventListener('click', open)
  if (button) listens(button)
}

function showProblem() {
  const line = document.getElementById('stored-notice')
  const show = ({ problem }: { problem?: string }) => {
    if (!line || !problem) return
    line.textContent = problem
    line.hidden = false
  }
  preferences.subscribe(show)
  show(preferences.getState())
}

/** A link to a figure's state (`#two-roads?v=1&…`) names no element that a browser would find by itself. */
function followFigureLinks() {
  const follow = () => {
    if (asksForState(location.hash)) document.getElementById(figureIn(location.hash))?.scrollIntoView()
  }
  addEventListener('hashchange', follow)
  follow()
}

/** Paper shows everything: what is folded opens for it, and folds again after. */
function unfoldForPrint() {
  let opened: HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
    for (const details of opened) details.open = true
  })
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false
  })
}

/**
 * Paper does not wait for a font, formulas have no other than theirs, and a part of the page that was never near the
 * window has not asked for them.
 */
function loadMathematics() {
  const named = document.querySelector<HTMLMetaElement>('meta[name=fonts]')?.content.split(' ') ?? []
  for (const face of document.fonts) if (named.includes(face.family.replaceAll('"', ''))) void face.load()
}

/** What the page does round its figures, without React. */
export function startHeader() {
  showProblem()
  readPreferences()
  startTheme()
  startProgress()
  startSections()
  startMenu()
  startSearch()
  askedToWait()
  showKept()
  startPaper()
  startAssigning()
  startLetters()
  startPredictions()
  followFigureLinks()
  comeBack()
  unfoldForPrint()
  readAhead()
  loadMathematics()
}

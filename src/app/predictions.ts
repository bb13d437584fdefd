import { asksForState, figureIn, preferences, setAnswer } from '@/figure/state'
import { answered, lock, unlock, unlockAll, waiting, waitsFor } from '@/figure/frame'
import { parseNumber } from '@/figure/controls'
import { num } from '@/plot/format'
import type { Measured } from '@/prose/prediction'
import { isEither, stepOf, type Quantity } from '@/topics/checking/digits'
import { asDrawn } from './asDrawn'
import { listens } from './redo'

/** Beyond this a number is no prediction. */
const limit = 1e15

function reveal(section: HTMLElement, sentence: string) {
  const details = section.querySelector('details')
  const verdict = section.querySelector('.verdict')
  if (details) details.open = true
  if (verdict) verdict.textContent = sentence
}

const showChoice = (section: HTMLElement, choice: string) =>
  reveal(section, choice === section.dataset.predict ? 'As you predicted.' : 'Not this time. Here is why.')

const measuredOf = ({ dataset }: HTMLElement) => JSON.parse(dataset.measured ?? '{}') as Measured

function showNumber(section: HTMLElement, { value: mine, step }: Quantity) {
  for (const part of section.querySelectorAll<HTMLElement>('.mine')) {
    part.hidden = false
    if (part.tagName === 'DD') part.textContent = num(mine, 6)
  }
  reveal(section, '')
  // Without a network the numbers stand beside each other all the same.
  void import('./verdict')
    .then(({ verdictOn }) => reveal(section, verdictOn(mine, measuredOf(section), step)))
    .catch(() => undefined)
}

/** Shows what was answered before; false if that is nothing, or nothing that this prediction knows. */
function recall(section: HTMLElement, before: string | undefined): boolean {
  if (before === undefined || before === 'skip') return before === 'skip'
  const field = section.querySelector<HTMLInputElement>('.number-input')
  const typed = parseNumber(before, -limit, limit)
  const chosen = section.querySelector<HTMLInputElement>(`input[type=radio][value="${Number(before)}"]`)
  if (field && 'value' in typed) {
    field.value = before
    showNumber(section, { value: typed.value, step: stepOf(before) })
  } else if (chosen) {
    chosen.checked = true
    showChoice(section, before)
  } else return false
  return true
}

/** Shows an answer that comes from elsewhere, and frees what waited for it. */
export function takeAnswer(section: HTMLElement, answer: string) {
  if (recall(section, answer)) answered(section.id)
}

function commit(section: HTMLElement, answer: string) {
  setAnswer(section.id, answer)
  answered(section.id)
}

/** A plain number at once; arithmetic by the reader of formulas, which is loaded when it is needed. */
async function typedIn(section: HTMLElement, text: string) {
  const plain = parseNumber(text, -limit, limit)
  if ('value' in plain && !isEither(text)) return { value: plain.value, step: stepOf(text.trim()) }
  if (text.trim() === '' && 'error' in plain) return { error: plain.error, suggestions: [] }
  const { readQuantity } = await import('@/topics/checking/quantity')
  const { before, change } = measuredOf(section)
  const right = change?.true ?? before
  const at = JSON.parse(section.dataset.sizes ?? '{}') as Readonly<Record<string, number>>
  return readQuantity(text, { at, count: Number.isInteger(right) && Math.abs(right) >= 1000 })
}

/** A sentence about what was typed, and buttons that write what may have been meant. */
function refuse(section: HTMLElement, field: HTMLInputElement, sentence: string, texts: readonly string[]) {
  field.setAttribute('aria-invalid', String(sentence !== ''))
  const buttons = texts.map((text) => {
    const button = document.createElement('button')
    Object.assign(button, { type: 'button', className: 'quiet', textContent: `Write ${text}` })
    button.addEventListener('click', () => {
      field.value = text
      field.focus()
    })
    return button
  })
  section.querySelector('.notice')?.replaceChildren(sentence, ...buttons)
}

async function onSubmit(section: HTMLElement, field: HTMLInputElement) {
  const text = field.value
  const typed = await typedIn(section, text).catch(() => ({
    error: 'The part that computes did not load. Type a plain number, or try again.',
    suggestions: [],
  }))
  if ('error' in typed) {
    refuse(section, field, typed.error, typed.suggestions)
    return field.focus()
  }
  refuse(section, field, '', [])
  // What is kept can be shown again without computing it.
  commit(section, 'error' in parseNumber(text, -limit, limit) ? String(typed.value) : text.trim())
  showNumber(section, typed)
}

const isOption = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'radio'

/** A press on an option commits. Arrow keys tick whatever they pass on the way, so after them Enter or Space does. */
function listenToChoice(section: HTMLElement) {
  const tentative = section.querySelector('.tentative')
  let passing = false
  const say = (sentence: string) => tentative && (tentative.textContent = sentence)
  const choose = (option: HTMLInputElement) => {
    say('')
    commit(section, option.value)
    showChoice(section, option.value)
  }
  section.addEventListener('pointerdown', () => (passing = false))
  section.addEventListener('keydown', (event) => {
    const { key, target } = event
    passing = key.startsWith('Arrow')
    if (!isOption(target) || !target.checked || !(key === 'Enter' || key === ' ')) return
    event.preventDefault()
    choose(target)
  })
  section.addEventListener('click', ({ target }) => {
    if (!isOption(target)) return
    if (passing) say('Enter commits to it.')
    else choose(target)
  })
}

function listen(section: HTMLElement) {
  const field = section.querySelector<HTMLInputElement>('.number-input')
  section.addEventListener('submit', (event) => {
    event.preventDefault()
    if (field) void onSubmit(section, field)
  })
  listenToChoice(section)
  // A click, not the opening: paper opens it too.
  section.querySelector('summary')?.addEventListener('click', () => {
    if (preferences.getState().answers[section.id] === undefined) commit(section, 'skip')
  })
}

/** "Figure 4.2 waits for it" stands there as long as it is true; its place is kept, so that nothing moves. */
function showWaits() {
  for (const section of document.querySelectorAll<HTMLElement>('[data-locks]'))
    section.querySelector('.waits')?.classList.toggle('over', !waitsFor(section.id))
}

/** Predictions open their answer once the reader commits, and remember it; the figure that they lock waits till then. */
export function startPredictions() {
  const { answers, wait } = preferences.getState()
  for (const section of document.querySelectorAll<HTMLElement>('[data-predict]')) {
    const { locks, covers = '' } = section.dataset
    asDrawn(section)
    if (!recall(section, answers[section.id]) && locks && wait)
      lock(locks, { prediction: section.id, covers })
    listen(section)
    listens(section)
  }
  waiting.subscribe(showWaits)
  showWaits()
  // Said on another page, or in another tab.
  preferences.subscribe((now, before) => before.wait && !now.wait && unlockAll())
  // Who comes by a link to a figure's state has to see that state, and to go on from there.
  const free = () => asksForState(location.hash) && unlock(figureIn(location.hash))
  addEventListener('hashchange', free)
  free()
}

import type { NotationData, SenseData } from '@/prose/notation/data'
import css from './glossBox.css?inline'
import type { Way } from './explain'
import { placeBeside } from './place'

/**
 * The line of the notation for the symbol that the reader is on. One box for the whole page: it shows where it hides
 * nothing that is pointed at, stays while the pointer is on it, and goes on Escape.
 */
const box = document.createElement('div')
const said = document.createElement('p')
let notation: Promise<NotationData> | undefined
/** The symbol that the box explains, and the one that Escape has put away. */
let shown: Element | undefined
let dismissed: Element | undefined
let way: Way = 'mouse'
/** Where the focus was when the box opened. */
let stop: HTMLElement | undefined
let timer = 0

/** It may stand in a plot, too. */
type Symbol = HTMLElement | SVGElement

const pause = { first: 400, next: 250, cell: 1000, leave: 300 }

function load(): Promise<NotationData> {
  notation ??= fetch(`${import.meta.env.BASE_URL}notation.json`)
    .then((response) => response.json() as Promise<NotationData>)
    .catch((error: unknown) => {
      notation = undefined
      throw error
    })
  return notation
}

function make(tag: string, className: string, ...children: (Node | string)[]) {
  const element = document.createElement(tag)
  element.className = className
  element.append(...children)
  return element
}

const places = (index: readonly string[]) =>
  index.length === 2 ? `row ${index[0]}, column ${index[1]}` : `entry ${index.join(', ')}`

/**
 * What a letter means in the chapter that the symbol stands in, if it means something there; outside of all, what it
 * comes to mean at last.
 */
function senseAt(symbol: Symbol, senses: readonly SenseData[]) {
  const number = Number(symbol.closest<HTMLElement>('[data-chapter]')?.dataset.chapter ?? Infinity)
  return senses.findLast(([since]) => since <= number)
}

function fill(data: NotationData, symbol: Symbol): boolean {
  const [key = ''] = symbol.dataset.sym?.split(' ') ?? []
  const [base = '', ...index] = key.replace(/^shape\./, '').split('.')
  const entry = data.symbols[base]
  const sense = entry && senseAt(symbol, entry.senses)
  if (!sense) return false
  const [, what, size, meaning, href, section] = sense
  const name = index.length > 0 ? `${what}, ${places(index)}` : what
  const shape = index.length > 0 ? `one number of ${size}` : size
  const letter = make('span', `sym ${entry.hue}`, entry.text, make('sub', '', index.join(',')))
  const link = make('a', '', `First in ${section}`) as HTMLAnchorElement
  link.href = import.meta.env.BASE_URL + href.slice(1)
  box.replaceChildren(
    make('p', 'gloss-head', letter, name),
    make('p', 'gloss-shape', shape),
    make('p', '', meaning),
    link,
  )
  box.ariaLabel = `Notation: ${entry.text}`
  const sentence = `${entry.text}: ${what}, ${size}`
  if (said.textContent !== sentence) said.textContent = sentence
  return true
}

/** What the reader looks at when looking at a symbol, the widest first. */
const wholes = ['.matrix', '[role=grid]', '.equation .scroll', '.katex']
const wholeOf = (symbol: Element) =>
  wholes.reduce<Element | null>((found, whole) => found ?? symbol.closest(whole), null) ?? symbol

function put(symbol: Symbol) {
  const { clientWidth: right, clientHeight: bottom } = document.documentElement
  const top = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0
  const { left, top: y } = placeBeside(
    symbol.getBoundingClientRect(),
    wholeOf(symbol).getBoundingClientRect(),
    box.getBoundingClientRect(),
    { left: 0, right, top, bottom },
  )
  box.style.left = `${left + scrollX}px`
  box.style.top = `${y + scrollY}px`
}

async function show(symbol: Symbol) {
  shown = symbol
  const data = await load().catch(() => undefined)
  // Meanwhile the reader may have gone elsewhere.
  if (shown !== symbol) return
  if (!data || !symbol.isConnected || !fill(data, symbol)) return hide()
  // A second call would be an error, and the box has to stand anew after the focus of another place.
  if (box.matches(':popover-open')) box.hidePopover()
  const { activeElement } = document
  stop = way === 'keys' && activeElement instanceof HTMLElement ? activeElement : undefined
  // With a source, Tab goes from there into the box, and from the box to what comes after.
  box.showPopover(stop && { source: stop })
  put(symbol)
}

function hide() {
  clearTimeout(timer)
  shown = undefined
  if (box.matches(':popover-open')) box.hidePopover()
}

function plan(act: () => void, wait: number) {
  clearTimeout(timer)
  timer = window.setTimeout(act, wait)
}

/** What a press on it starts already: to edit, to follow, to choose. */
const taken = '.cell.editable, a, button, label, summary'

const isSymbol = (element: Element | null): element is Symbol =>
  element instanceof HTMLElement || element instanceof SVGElement

/** The reader is on a symbol now, or on none. */
export function explain(symbol: Element | null, by: Way) {
  // What the keyboard opened is not for a passing mouse to close.
  if (!symbol && by === 'mouse' && way === 'keys') return
  if (symbol === shown || symbol === dismissed) return clearTimeout(timer)
  dismissed = undefined
  if (!isSymbol(symbol) || (by === 'touch' && symbol.closest(taken)))
    return by === 'mouse' ? plan(hide, pause.leave) : hide()
  const wait = symbol.closest('[role=gridcell]') ? pause.cell : shown ? pause.next : pause.first
  plan(
    () => {
      way = by
      void show(symbol)
    },
    by === 'touch' ? 0 : wait,
  )
}

function onEscape(event: KeyboardEvent) {
  if (event.key !== 'Escape' || !shown) return
  // To the figure below, Escape means to undo.
  event.preventDefault()
  event.stopPropagation()
  dismissed = shown
  const inside = box.contains(document.activeElement)
  hide()
  if (inside) stop?.focus()
}

/** The pointer on its way to the box has arrived, and presses elsewhere put the box away. */
function listen() {
  box.addEventListener('pointerenter', () => clearTimeout(timer))
  box.addEventListener('pointerleave', () => way === 'mouse' && plan(hide, pause.leave))
  document.addEventListener('keydown', onEscape, true)
  document.addEventListener('pointerdown', ({ target }) => {
    if (!box.contains(target as Node) && way !== 'touch') hide()
  })
  // A window that becomes narrow would leave it outside, and the page as wide as that.
  addEventListener('resize', () => {
    if (!shown || !box.matches(':popover-open')) return
    if (isSymbol(shown) && shown.getClientRects().length > 0) put(shown)
    else hide()
  })
  document.addEventListener('scroll', ({ target }) => target !== document && hide(), true)
}

function start() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets.push(sheet)
  box.className = 'gloss'
  box.popover = 'manual'
  box.role = 'note'
  said.className = 'visually-hidden'
  said.role = 'status'
  document.body.append(box, said)
  listen()
}
start()

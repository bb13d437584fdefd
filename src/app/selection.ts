import { explain } from './explain'
import { enter, isBlock, startWalk, symbolIn, walk } from './walk'

/**
 * One selection for the whole page. Whatever carries `data-sym` (a symbol in a formula, a cell, a shape badge, a
 * literal in code) names what it stands for: `x`, `x.1.2`, `dy.1.1`. The selection is a single style rule, so that
 * prose that never becomes JavaScript and figures that redraw light up by the same means.
 */
const sheet = new CSSStyleSheet()

/** A shape badge stands for its symbol. */
const plain = (key: string) => key.replace(/^shape\./, '')

const symbolAt = (element: Element | null) => element?.closest<HTMLElement>('[data-sym]') ?? null
const keysOf = (element: Element | null) => symbolAt(element)?.dataset.sym?.split(' ') ?? []

/** The rule that lights `keys`, and the shape badges of the symbols they belong to. */
export function ruleFor(keys: readonly string[]): string {
  const safe = keys.map(plain).filter((key) => /^[\w.]+$/.test(key))
  if (safe.length === 0) return ''
  const badges = safe.map((key) => `shape.${key.split('.')[0] ?? ''}`)
  const selectors = [...safe, ...badges].map((key) => `[data-sym~="${key}"]`)
  return `:is(${selectors.join(',')}){--lit:1;outline:2px solid var(--hue,currentColor);outline-offset:1px;border-radius:4px;font-weight:650}`
}

const light = (keys: readonly string[]) => sheet.replaceSync(ruleFor(keys))

function lightPlace(block: Element) {
  // A finger or the mouse has lit what it is on, which need not be where the keyboard was last.
  if (!block.matches(':focus-visible')) return
  const symbol = symbolIn(block)
  light(keysOf(symbol))
  explain(symbol, 'keys')
}

function onKey(event: KeyboardEvent) {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (by === 0 || !(event.target instanceof Element) || !isBlock(event.target)) return
  event.preventDefault()
  const block = walk(event.target, by)
  // Otherwise the focus that comes to another block lights it.
  if (block === event.target) lightPlace(block)
}

/** The gloss about a symbol belongs to it: who goes there stays with the symbol. */
const inGloss = (target: EventTarget | null) => target instanceof Element && target.closest('.gloss') !== null

let rested = ''
function onPointer(event: PointerEvent) {
  // The page moved under a mouse that rests: what the keyboard lit stays. (`movementX` is 0 in this event, always.)
  const here = `${event.clientX} ${event.clientY}`
  if ((event.pointerType === 'mouse' && here === rested) || inGloss(event.target)) return
  rested = here
  light(keysOf(event.target as Element))
  // While a button is down, the reader drags.
  if (event.pointerType !== 'touch')
    explain(event.buttons ? null : symbolAt(event.target as Element), 'mouse')
}

function onFocus({ target }: FocusEvent) {
  if (!(target instanceof Element) || inGloss(target)) return
  if (enter(target)) return lightPlace(target)
  light(keysOf(target))
  // A field in a cell is being typed in.
  const pointed = target.matches(':focus-visible:not(input)') ? symbolAt(target) : null
  explain(pointed, 'keys')
}

/** Lights up what the pointer or the focus is on, everywhere it stands, and says what it means. */
export function startSelection() {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  startWalk()
  document.addEventListener('pointerover', onPointer)
  document.addEventListener('click', (event) => {
    if (event instanceof PointerEvent && event.pointerType === 'touch' && !inGloss(event.target))
      explain(symbolAt(event.target as Element), 'touch')
  })
  document.addEventListener('keydown', onKey)
  document.addEventListener('focusin', onFocus)
}

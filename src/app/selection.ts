/**
 * One selection for the whole page. Whatever carries `data-sym` (a symbol in a formula, a cell, a shape badge, a
 * literal in code) names what it stands for: `x`, `x.1.2`, `dy.1.1`. The selection is a single style rule, so that
 * prose that never becomes JavaScript and figures that redraw light up by the same means.
 */
const sheet = new CSSStyleSheet()

const keysOf = (element: Element | null) =>
  element?.closest<HTMLElement>('[data-sym]')?.dataset.sym?.split(' ') ?? []

/** The rule that lights `keys`, and the shape badges of the symbols they belong to. */
export function ruleFor(keys: readonly string[]): string {
  const safe = keys.filter((key) => /^[\w.]+$/.test(key))
  if (safe.length === 0) return ''
  const badges = safe.map((key) => `shape.${key.split('.')[0] ?? ''}`)
  const selectors = [...safe, ...badges].map((key) => `[data-sym~="${key}"]`)
  return `:is(${selectors.join(',')}){--lit:1;outline:2px solid var(--hue,currentColor);outline-offset:1px;border-radius:4px;font-weight:650}`
}

const light = (keys: readonly string[]) => sheet.replaceSync(ruleFor(keys))

/** Arrow keys inside a paragraph or an equation walk its symbols; the block is one stop for Tab. */
function walkSymbols(block: HTMLElement) {
  const symbols = [...block.querySelectorAll<HTMLElement>('.katex [data-sym]')]
  if (symbols.length === 0) return
  let i = -1
  block.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0 || event.target !== block) return
    event.preventDefault()
    i = (i + by + symbols.length) % symbols.length
    light(keysOf(symbols[i] ?? null))
  })
  block.addEventListener('focus', () => light(keysOf(symbols[Math.max(0, i)] ?? null)))
}

/** Lights up what the pointer or the focus is on, everywhere it stands. */
export function startSelection() {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  document.addEventListener('pointerover', (event) => light(keysOf(event.target as Element)))
  document.addEventListener('focusin', (event) => light(keysOf(event.target as Element)))
  for (const block of document.querySelectorAll<HTMLElement>('main .equation:not(.in-figure) .scroll'))
    walkSymbols(block)
}

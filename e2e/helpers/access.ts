/** In the page: what a reader who does not see it would miss, or hear wrong. */
export const unheard = (): string[] => {
  const show = (element: Element) => element.outerHTML.slice(0, 160)
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  const links = all('.anchor').map((link) =>
    (link.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map(
        (id) =>
          document.getElementById(id)?.getAttribute('aria-label') ?? document.getElementById(id)?.textContent,
      )
      .join(' '),
  )
  const sign = /[^\p{Ll}\p{Lu}\d\s.,:;'’-]/u
  const named = (element: Element) =>
    element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby')
  const plain = 'a, button, input, select, summary, textarea'
  return [
    ...all(':is(h1, h2, h3) a').map((link) => `a link in a heading: ${show(link)}`),
    ...links.filter((name, i) => links.indexOf(name) !== i).map((name) => `two links are "${name}"`),
    ...all('figure :is(.mord, .mfrac, .vlist)')
      .filter((piece) => !piece.closest('[aria-hidden=true], [role=img], [aria-live]'))
      .map((piece) => `a drawn formula is read out: ${show(piece.parentElement ?? piece)}`),
    ...all('[role=math]')
      .filter((formula) => !formula.querySelector('math') && !/\w \w/.test(formula.ariaLabel ?? ''))
      .map((formula) => `an equation without a sentence: ${show(formula)}`),
    ...all('[role=math]')
      .filter((formula) => sign.test(formula.ariaLabel ?? ''))
      .map((formula) => `an equation that is said in signs: ${formula.ariaLabel}`),
    ...all('[aria-hidden=true] > .formula-set, .equation .pieces')
      // A matrix says its name itself: figure.spec.ts looks at that.
      .filter((formula) => !formula.closest('[role=math][aria-label], .matrix-label'))
      .map((formula) => `an equation for the eye alone: ${show(formula)}`),
    ...all('main [tabindex="0"]')
      .filter((stop) => !stop.matches(`${plain}, li`) && !(stop.hasAttribute('role') && named(stop)))
      .map((stop) => `a stop without a role or a name: ${show(stop)}`),
    ...all('details [role=status]').map((status) => `a status in a fold: ${show(status)}`),
    ...all('[aria-valuemin], [aria-valuemax], [aria-valuenow]')
      .filter((element) =>
        ['min', 'max', 'now'].some((end) => /\.\d{7}/.test(element.getAttribute(`aria-value${end}`) ?? '')),
      )
      .map((element) => `a value with noise: ${show(element)}`),
    ...all('[role=toolbar]')
      .filter((bar) => bar.querySelectorAll('[tabindex="0"]').length !== 1)
      .map((bar) => `a row of buttons is not one stop: ${show(bar)}`),
    ...all('[role=grid]')
      .filter((grid) => grid.querySelectorAll('[aria-selected=true]').length > 1)
      .map((grid) => `more than one cell is selected: ${show(grid)}`),
  ]
}

/** In the page: letters that their own box cuts off, and numbers that it breaks in two. */
export const cutOff = (): string[] => {
  const found: string[] = []
  const boxes = 'main :is(button, label > span, .cell, .tag, th, td, output, .shape, .figure-title, select)'
  for (const box of document.querySelectorAll<HTMLElement>(boxes)) {
    if (!box.checkVisibility({ visibilityProperty: true }) || box.closest('.visually-hidden')) continue
    const { overflowX } = getComputedStyle(box)
    if (overflowX !== 'visible' && overflowX !== 'auto' && box.scrollWidth > box.clientWidth + 1)
      found.push(`cut: ${box.outerHTML.slice(0, 140)}`)
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement
    if (!parent?.closest('output, .cell, .step-count, td') || !parent.checkVisibility()) continue
    for (const { index, 0: number } of (node.nodeValue ?? '').matchAll(/[−\d][\d.,]*\d/g)) {
      // A sum of twenty digits may take more than a line.
      if (number.length > 12) continue
      range.setStart(node, index)
      range.setEnd(node, index + number.length)
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
      if (lines.size > 1) found.push(`broken in two: ${number} in ${parent.outerHTML.slice(0, 120)}`)
    }
  }
  return found
}

/** In the page, with forced colors: textures that look alike, and what is chosen or acts now and is not outlined. */
export const unseen = (): string[] => {
  const found: string[] = []
  const styles = (selector: string) => [
    ...new Set([...document.querySelectorAll(selector)].map((one) => getComputedStyle(one).borderTopStyle)),
  ]
  const expected = { value: 'solid', gradient: 'double', nudge: 'dashed' }
  for (const [kind, style] of Object.entries(expected))
    for (const selector of [`.swatch.${kind}`, `.cell.${kind}:not(.wrong, .moves, .nudged)`])
      if (styles(selector).some((one) => one !== style))
        found.push(`${selector} is ${styles(selector).join(' and ')}, not ${style}`)
  for (const chosen of document.querySelectorAll(
    '.cell.active, .walk .node[aria-current], .choice input:checked + span',
  ))
    if (getComputedStyle(chosen).outlineStyle === 'none')
      found.push(`not outlined: ${chosen.outerHTML.slice(0, 120)}`)
  // The browser lays a plate of the ground's color behind each line of text.
  const plated = (element: Element) =>
    getComputedStyle(element).getPropertyValue('forced-color-adjust') !== 'none'
  const ground = getComputedStyle(document.documentElement).backgroundColor
  for (const text of document.querySelectorAll('button, a, .cell, label'))
    if (plated(text) && getComputedStyle(text).color === ground)
      found.push(`text on a plate of its own color: ${text.outerHTML.slice(0, 120)}`)
  for (const bar of document.querySelectorAll('.katex .frac-line, .pieces .frac-line, .f-fraction'))
    if (plated(bar))
      found.push(`the plate of a text covers a bar: ${bar.parentElement?.outerHTML.slice(0, 120)}`)
  return found
}

/** In the page: colors of text below 7 : 1 and of lines below 3 : 1, on the page or in a figure. */
export const faint = (): string[] => {
  const probe = document.body.appendChild(document.createElement('i'))
  const luminance = (name: string) => {
    probe.style.color = `var(--${name})`
    const [r = 0, g = 0, b = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map((part) => {
      const c = Number(part) / 255
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const least = { ink: 7, soft: 7, x: 7, w: 7, y: 7, L: 7, line: 3 }
  const found = Object.entries(least).flatMap(([name, ratio]) =>
    ['background', 'panel'].flatMap((ground) => {
      const [dark = 0, light = 0] = [luminance(name), luminance(ground)].sort((a, b) => a - b)
      const contrast = (light + 0.05) / (dark + 0.05)
      return contrast < ratio ? [`${name} on ${ground}: ${contrast.toFixed(1)}`] : []
    }),
  )
  probe.remove()
  return found
}

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Shift = PerformanceEntry & {
  value: number
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
}

/**
 * What moved by itself since the page was opened. The title and the bar may, within their lines: they are painted before
 * their fonts are there. So may letters by less than a pixel, where a font takes the place of its stand-in, and by no
 * more than 0.01 in all.
 */
export const shifts = () =>
  new Promise<string[]>((resolve) => {
    const found: string[] = []
    let settled = 0
    const early = (node: Node | null, a: DOMRectReadOnly, b: DOMRectReadOnly) => {
      const element = node instanceof Element ? node : node?.parentElement
      const by = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))
      return by < 12 && element?.closest('h1, .chapter-number, .bar')
    }
    const settles = (a: DOMRectReadOnly, b: DOMRectReadOnly) =>
      (['x', 'width'] as const).every((side) => Math.abs(a[side] - b[side]) < 1) &&
      (['y', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < 1)
    const place = ({ x, y, width, height }: DOMRectReadOnly) =>
      [x, y, width, height].map(Math.round).join(' ')
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        const moved = sources.filter(
          ({ node, previousRect, currentRect }) => !early(node, previousRect, currentRect),
        )
        const told = moved.filter(({ previousRect, currentRect }) => !settles(previousRect, currentRect))
        if (moved.length > 0 && told.length === 0) settled += value
        for (const { node, previousRect, currentRect } of told)
          found.push(
            `${value.toFixed(5)} ${(node instanceof Element ? node.outerHTML : node?.textContent)?.slice(0, 120)}: ` +
              `${place(previousRect)} → ${place(currentRect)}`,
          )
      }
      if (settled > 0.01) found.push(`${settled.toFixed(5)} in all, by letters that settle`)
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(found), 100)
  })

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules whose answer depends on the theme. */
const aboutColor = ['color-contrast', 'link-in-text-block']
/** The rules that ask what lies where: for them axe places all of the page in a grid, which takes minutes in a chapter. */
const aboutPlace = [...aboutColor, 'target-size']

/** What axe looks for: what a page says of itself, what is drawn, what a theme changes of it, or the first two. */
export type Rules = 'said' | 'drawn' | 'color' | 'all'

const ruled: Record<Rules, (axe: AxeBuilder) => AxeBuilder> = {
  said: (axe) => axe.withTags(standards).disableRules(aboutPlace),
  drawn: (axe) => axe.withRules(aboutPlace),
  color: (axe) => axe.withRules(aboutColor),
  all: (axe) => axe.withTags(standards),
}

/** What axe has against a page, or against parts of it, in the theme that the page has. */
export async function violations(page: Page, rules: Rules, parts: string[] = []) {
  // No page has a frame, which the other mode is for; it takes twice as long, most of it to carry what is right.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  for (const part of parts) axe.include(part)
  const result = await ruled[rules](axe).analyze()
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 4)
      .map(
        ({ target, html, failureSummary }) =>
          `${id}: ${help}\n    ${target.join(' ')}  ${html.slice(0, 160)}\n      ${failureSummary}`,
      ),
  )
}

/**
 * In the page: leaves of a chapter what is drawn there alone. Its figures have pages of their own. Formulas keep their
 * room: they are drawn for the eye, beside their MathML, and axe passes over what a screen reader does.
 */
export function keepWhatIsDrawnHere() {
  document.querySelectorAll('[data-island] figure, figure [data-island]').forEach((figure) => figure.remove())
  for (const formula of document.querySelectorAll<HTMLElement>('main .katex-html'))
    formula.style.visibility = 'hidden'
}

/** What sticks out of the window and does not scroll by itself. */
export const outside = () => {
  const width = document.documentElement.clientWidth
  const page = document.documentElement.scrollWidth > width ? [`the page is wider than ${width}`] : []
  const scrollerOf = (element: Element) => {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== 'visible') return at
    return undefined
  }
  // A chapter has thousands of pieces in few boxes that scroll, one box after another.
  let scroller: Element | undefined
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    if (element.getBoundingClientRect().right <= width + 0.5 || scroller?.contains(element)) return false
    scroller = scrollerOf(element)
    return !scroller
  })
  return [...page, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 160))]
}

/** Lines of text that begin with the comma or full stop after a formula. */
export const strays = () =>
  [...document.querySelectorAll('main p .katex, main li .katex')].flatMap((formula) => {
    const text = formula.nextSibling
    const end = [...formula.querySelectorAll('.katex-base')].at(-1)?.getBoundingClientRect().right
    if (!(text instanceof Text) || !/^\S/.test(text.data) || end === undefined) return []
    const range = document.createRange()
    range.setStart(text, 0)
    range.setEnd(text, 1)
    const { left, width } = range.getBoundingClientRect()
    return width > 0 && left < end - 12 ? [`${formula.textContent} | ${text.data.slice(0, 12)}`] : []
  })

/**
 * Texts of a figure that lie on each other. Left out are formulas, whose pieces do so by design, and the labels of plots:
 * they go with their points over whatever is there.
 */
export const overlaps = () => {
  type Piece = { node: Node; box: DOMRect }
  const pieces = (figure: Element): Piece[] => {
    const found: Piece[] = []
    const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || node.nodeValue?.trim() === '') continue
      // What covers the controls of a figure that waits is meant to.
      if (parent.closest('.visually-hidden, .katex, svg, option, script, noscript, .needs-js [inert], .lock'))
        continue
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) if (box.width > 1) found.push({ node, box })
    }
    return found
  }
  const onEachOther = (a: Piece, b: Piece) => {
    const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
    const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
    return a.node !== b.node && width > 2 && height > 0.4 * Math.min(a.box.height, b.box.height)
  }
  return [...document.querySelectorAll('figure')].flatMap((figure) => {
    const all = pieces(figure)
    return all.flatMap((a, i) =>
      all
        .slice(i + 1)
        .filter((b) => onEachOther(a, b))
        .map((b) => `${figure.id}: "${a.node.nodeValue}" on "${b.node.nodeValue}"`),
    )
  })
}

/**
 * Controls that are less than 44px tall to the touch. A control in a label counts with its label; a link in a line of
 * text is as tall as its line; a matrix's cells may be 40px.
 */
export const small = () =>
  [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role=gridcell]',
    ),
  ]
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      const shown = element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
      const inline = element.matches('a') && getComputedStyle(element).display === 'inline'
      const offscreen = element.getBoundingClientRect().right <= 0
      if (!shown || inline || offscreen) return false
      const least = element.closest('[role=grid]') ? 40 : 44
      const label = element.closest('label')?.getBoundingClientRect().height ?? 0
      return Math.max(height, label) < least - 0.5
    })
    .map((element) => `${element.getBoundingClientRect().height}px: ${element.outerHTML.slice(0, 140)}`)

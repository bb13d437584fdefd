import { open, routes, scrollThrough } from './helpers/book'
import { expect, test } from './helpers/test'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

/** What sticks out of the window and does not scroll by itself. */
const outside = () => {
  const width = document.documentElement.clientWidth
  const page = document.documentElement.scrollWidth > width ? [`the page is wider than ${width}`] : []
  const scrolls = (element: Element) => {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== 'visible') return true
    return false
  }
  const wide = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > width + 0.5 && !scrolls(element),
  )
  return [...page, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 160))]
}

/**
 * Controls that are less than 44px tall to the touch. A control in a label counts with its label; a link in a line of
 * text is as tall as its line; a matrix's cells may be 40px.
 */
const small = () =>
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

for (const { path } of routes)
  test(`${path} fits 360px, asleep and awake, and its controls are tall enough to touch`, async ({
    page,
  }) => {
    await open(page, path)
    expect.soft(await page.evaluate(outside), 'asleep').toEqual([])
    await scrollThrough(page)
    expect.soft(await page.evaluate(outside), 'awake').toEqual([])
    expect.soft(await page.evaluate(small), 'controls').toEqual([])
  })

import type { Locator, Page } from '@playwright/test'
import { htmlOf, type Route } from './book'

/** The ids of a page's figures, in reading order, from its HTML. */
export const figureIds = (route: Route) =>
  [...htmlOf(route).matchAll(/<figure\b[^>]*\bid="([^"]+)"/g)].map(([, id]) => id ?? '')

/** A figure by its id: what a link to its state names, and what no other figure of the page shares. */
export const figureAt = (page: Page, id: string) => page.locator(`figure[id="${id}"]`)

export const cells = (figure: Locator, grid?: string | RegExp) =>
  (grid ? figure.getByRole('grid', { name: grid }) : figure.getByRole('grid')).getByRole('gridcell')

/** Cells that a reader can change. */
export const editable = (figure: Locator) => figure.locator('[role="gridcell"][aria-readonly="false"]')

export const toNumber = (text: string) => Number(text.trim().replace('−', '-').replaceAll(',', ''))

/** The numbers that a cell's name ends with: "x, row 1, column 2: −0.5", or with what a nudge adds "1 + 0.5". */
export const numbersOf = (name: string) =>
  [...(name.split(': ').at(-1) ?? '').matchAll(/(?:^|[+−] )(\S+)/g)].map(
    ([whole, number = '']) => toNumber(number) * (whole.startsWith('− ') ? -1 : 1),
  )

/** The value of a cell, without what a nudge adds. */
export const valueOf = async (cell: Locator) =>
  numbersOf((await cell.getAttribute('aria-label')) ?? '')[0] ?? NaN

/** What can't be a number of the book. */
export const nonsense = /\bNaN\b|\bundefined\b|\bInfinity\b|\[object/

/** Everything that a figure shows or says, its sentence about a link aside: text, names, the values of its controls. */
export const faceOf = (figure: Locator) =>
  figure.evaluate((element) => {
    const values = [...element.querySelectorAll<HTMLInputElement>('input, select')].map((input) =>
      ['radio', 'checkbox'].includes(input.type) ? String(input.checked) : input.value,
    )
    const names = [...element.querySelectorAll('[aria-label], [aria-valuetext]')].map(
      (named) => `${named.getAttribute('aria-label')} ${named.getAttribute('aria-valuetext')}`,
    )
    const copy = element.cloneNode(true) as Element
    // In the core's own code “undefined” is a word.
    for (const aside of copy.querySelectorAll(
      '[aria-live], [role=status], [aria-label^="Copy"], .listing pre',
    ))
      aside.remove()
    return [copy.textContent, ...names, ...values].join('\n')
  })

/** Follows a link to a figure of the open page; its sentence about the link, once one is there. */
export const follow = (figure: Locator, hash: string) =>
  figure.evaluate(async (element, link) => {
    location.hash = link
    for (let frames = 0; frames < 60; frames++) {
      await new Promise((done) => requestAnimationFrame(done))
      const [said] = [...element.querySelectorAll('[role=status], [role=alert]')]
        .map((status) => status.textContent ?? '')
        .filter((text) => /shows its start instead/.test(text))
      if (said) return said
    }
    return ''
  }, hash)

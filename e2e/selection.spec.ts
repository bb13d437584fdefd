import type { Locator, Page } from '@playwright/test'
import { openAwake } from './helpers/book'
import { cells, figureAt } from './helpers/figure'
import { expect, test } from './helpers/test'

// A formula is drawn for the eye alone (its MathML speaks), so its symbols have no role: `data-sym` names them.
const inProse = (page: Page, key: string) =>
  page
    .getByRole('main')
    .locator(`p .katex [data-sym="${key}"]:not(figure *)`)
    .filter({ visible: true })
    .first()
const figureOf = (page: Page) => page.getByRole('figure').first()
const firstOf = (page: Page) => cells(figureOf(page), /^x,/).first()

const isLit = (locator: Locator) =>
  locator.evaluate((element) => {
    const { outlineStyle, outlineWidth, fontWeight } = getComputedStyle(element)
    return outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2 && Number(fontWeight) >= 600
  })
const lit = (locator: Locator) => expect.poll(() => isLit(locator)).toBe(true)
const dark = (locator: Locator) => expect.poll(() => isLit(locator)).toBe(false)

/** Moves the mouse there; a page that scrolls under a mouse at rest is no pointing. */
async function pointAt(locator: Locator) {
  await locator.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await locator.page().mouse.move(x - 20, y - 20)
  await locator.page().mouse.move(x + width / 2, y + height / 2, { steps: 3 })
}

/** What else of the page is lit for a key: `[data-sym]` elements that stand outside figures and inside them. */
const litPlaces = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('[data-sym]')].filter(
      (element) => getComputedStyle(element).outlineStyle === 'solid',
    )
    const inFigure = all.filter((element) => element.closest('figure'))
    return { prose: all.length - inFigure.length, figures: inFigure.length }
  })

test.beforeEach(({ page }) => openAwake(page, '/linear-layer/'))

test('pointing at a symbol of a sentence lights its cell, and leaving puts it out', async ({ page }) => {
  await dark(firstOf(page))
  await pointAt(inProse(page, 'x.1.1'))
  await lit(firstOf(page))
  await lit(inProse(page, 'x.1.1'))
  await pointAt(page.getByRole('heading', { level: 2 }).first())
  await dark(firstOf(page))
})

test('pointing at a cell lights its symbol in sentences, and the badge of its shape', async ({ page }) => {
  await pointAt(firstOf(page))
  await lit(inProse(page, 'x.1.1'))
  await lit(figureOf(page).locator('[data-sym="shape.x"]').first())
  const places = await litPlaces(page)
  expect(places.prose).toBeGreaterThan(1)
  expect(places.figures).toBeGreaterThan(1)
})

test('a cell with the focus lights its symbol', async ({ page }) => {
  await firstOf(page).focus()
  await page.keyboard.press('ArrowRight')
  await lit(inProse(page, 'x.1.2'))
  await dark(inProse(page, 'x.1.1'))
})

test('in a formula on a line of its own, arrow keys walk the symbols and light their cells', async ({
  page,
}) => {
  const equation = page.getByRole('group', { name: 'Equation 4', exact: true })
  await equation.focus()
  const seen = new Set<string>()
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('ArrowRight')
    const { prose } = await litPlaces(page)
    expect(prose).toBeGreaterThan(0)
    const key = await equation.evaluate(
      (element) =>
        [...element.querySelectorAll<HTMLElement>('[data-sym]')].find(
          (symbol) => getComputedStyle(symbol).outlineStyle === 'solid',
        )?.dataset.sym ?? '',
    )
    seen.add(key)
    if (key === 'x.1.1') await lit(firstOf(page))
  }
  expect(seen.size).toBeGreaterThan(2)
  expect(seen).toContain('x.1.1')
})

test('Tab stops once in a section, and arrow keys walk on from one paragraph or equation to the next, and back', async ({
  page,
}) => {
  const stops = await page.locator('.part').evaluateAll((parts) =>
    // Of the text: a picture in a figure that scrolls is a stop of the figure's.
    parts.map((part) => part.querySelectorAll(':is(p, [role=group])[tabindex="0"]:not(figure *)').length),
  )
  expect(stops.length).toBeGreaterThan(5)
  expect(Math.max(...stops)).toBe(1)

  const equation = (n: number) => page.getByRole('group', { name: `Equation ${n}`, exact: true })
  const walkTo = async (key: 'ArrowRight' | 'ArrowLeft', n: number) => {
    for (let i = 0; i < 20; i++) {
      if (await equation(n).evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press(key)
    }
    await expect(equation(n)).toBeFocused()
  }
  await equation(4).focus()
  await walkTo('ArrowRight', 5)
  await walkTo('ArrowLeft', 4)
  await expect(equation(4)).toHaveAttribute('tabindex', '0')
  await expect(equation(5)).toHaveAttribute('tabindex', '-1')
})

test('a symbol in a figure\u2019s own sentence lights all that carries it', async ({ page }) => {
  const figure = figureAt(page, 'nudge-cell')
  const symbol = figure.locator('p [data-sym]').first()
  await symbol.scrollIntoViewIfNeeded()
  await pointAt(symbol)
  const same = figure.locator(`[data-sym="${await symbol.getAttribute('data-sym')}"]`)
  expect(await same.count()).toBeGreaterThan(1)
  for (const place of await same.all()) await lit(place)
})

test.describe('by touch', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('a tap on a symbol of an equation lights that one, not the first of the equation', async ({
    page,
  }) => {
    const inEquation = (key: string) => page.locator(`[id="eq-2"] [data-sym="${key}"]`)
    await inEquation('x.1.2').tap()
    await lit(inEquation('x.1.2'))
    await dark(inEquation('x.1.1'))
  })
})

import type { Locator, Page } from '@playwright/test'
import { open, openAwake, settled } from './helpers/book'
import { cells, figureAt } from './helpers/figure'
import { expect, test } from './helpers/test'

const gloss = (page: Page) => page.locator('.gloss')
const inText = (page: Page, key: string) =>
  page.getByRole('main').locator(`p .katex [data-sym="${key}"]:not(figure *)`).first()

/** Moves the mouse onto it, from a place beside it. */
async function pointAt(locator: Locator) {
  await locator.scrollIntoViewIfNeeded()
  await settled(locator.page())
  const { x, y, width, height } = (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await locator.page().mouse.move(x + width / 2, y - 40)
  await locator.page().mouse.move(x + width / 2, y + height / 2, { steps: 3 })
}

/** Whether the gloss lies on the element. */
const covers = async (page: Page, locator: Locator) => {
  const [a, b] = [await gloss(page).boundingBox(), await locator.boundingBox()]
  if (!a || !b) throw new Error('the gloss or what it explains is not drawn')
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

// The gloss opens and goes by timers: the page's clock is ours, and what must not happen is waited for in no time.
test.beforeEach(({ page }) => page.clock.install())

test.describe('with a mouse', () => {
  test.beforeEach(async ({ page }) => void (await open(page, '/linear-layer/')))

  test('a symbol that the pointer rests on says its name, its shape, its meaning and where it first stands', async ({
    page,
  }) => {
    await expect(gloss(page)).toHaveCount(0)
    await pointAt(inText(page, 'x.1.2'))
    await expect(gloss(page)).toBeVisible()
    await expect(gloss(page)).toContainText('input, row 1, column 2')
    await expect(gloss(page)).toContainText('N × D')
    await expect(gloss(page)).toContainText('one example in each row')
    await expect(gloss(page).getByRole('link')).toHaveText(/^First in Chapter \d, \w/)
    expect(await covers(page, inText(page, 'x.1.2'))).toBe(false)
  })

  test('it stays while the pointer is on it, lit symbols too, and goes once the pointer is elsewhere', async ({
    page,
  }) => {
    const symbol = inText(page, 'w.d.m')
    await pointAt(symbol)
    await expect(gloss(page)).toContainText('weights')
    await gloss(page).getByRole('link').hover()
    await page.clock.runFor(900)
    await expect(gloss(page)).toBeVisible()
    expect(await symbol.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
    await page.mouse.move(5, 300)
    await expect(gloss(page)).toBeHidden()
  })

  test('it does not flicker: a pointer that passes opens none, and one that moves on a symbol keeps the same', async ({
    page,
  }) => {
    const symbol = inText(page, 'x.1.2')
    await pointAt(symbol)
    await expect(gloss(page)).toBeVisible()
    await page.mouse.move(5, 300)
    await expect(gloss(page)).toBeHidden()
    await page.evaluate(() => {
      const counted = Object.assign(window, { toggles: 0 })
      document.querySelector('.gloss')?.addEventListener('beforetoggle', () => counted.toggles++)
    })
    const toggles = () => page.evaluate(() => (window as never as { toggles: number }).toggles)
    await pointAt(symbol)
    await page.mouse.move(5, 300)
    await page.clock.runFor(900)
    expect(await toggles()).toBe(0)
    await pointAt(symbol)
    await expect(gloss(page)).toBeVisible()
    const { x, y } = (await symbol.boundingBox()) ?? { x: 0, y: 0 }
    for (let i = 0; i < 12; i++) {
      await page.mouse.move(x + 3 + i, y + 8 + (i % 2))
      await page.clock.runFor(40)
    }
    await page.clock.runFor(500)
    expect(await toggles()).toBe(1)
  })

  test('Escape puts it away and it stays away, until the pointer has been elsewhere', async ({ page }) => {
    await pointAt(inText(page, 'x.1.2'))
    await expect(gloss(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(gloss(page)).toBeHidden()
    const { x, y } = (await inText(page, 'x.1.2').boundingBox()) ?? { x: 0, y: 0 }
    await page.mouse.move(x + 6, y + 9)
    await page.clock.runFor(900)
    await expect(gloss(page)).toBeHidden()
    await page.mouse.move(5, 300)
    await pointAt(inText(page, 'x.1.2'))
    await expect(gloss(page)).toBeVisible()
  })

  test('in a figure it lies on no cell of the matrix, and a press to drag puts it away', async ({ page }) => {
    const figure = figureAt(page, 'step-through')
    const cell = cells(figure, /^w,/).first()
    await figure.scrollIntoViewIfNeeded()
    await expect(page.locator('[data-island]', { has: figure })).toHaveAttribute('data-awake', '')
    await pointAt(cell)
    await page.clock.runFor(1100)
    await expect(gloss(page)).toContainText('weights, row 1, column 1')
    expect(await covers(page, figure.getByRole('grid', { name: /^w,/ }))).toBe(false)
    await page.mouse.down()
    await expect(gloss(page)).toBeHidden()
    const { x, y } = (await cell.boundingBox()) ?? { x: 0, y: 0 }
    await page.mouse.move(x + 80, y + 10, { steps: 8 })
    await page.clock.runFor(900)
    await expect(gloss(page)).toBeHidden()
    await page.mouse.up()
  })
})

test('by keyboard: arrow keys change it, Tab goes into it, Escape comes back, and it is said once', async ({
  page,
}) => {
  await open(page, '/linear-layer/')
  const equation = page.getByRole('group', { name: 'Equation 4', exact: true })
  await equation.focus()
  await page.keyboard.press('ArrowRight')
  await expect(gloss(page)).toBeVisible()
  const said = page.locator('body > [role=status]').last()
  await expect(said).toHaveText(/^\S+: [\w ]+, .{3,40}$/)
  expect(await covers(page, equation)).toBe(false)
  const texts = new Set<string>()
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('ArrowRight')
    await page.clock.runFor(500)
    await expect(gloss(page)).toBeVisible()
    texts.add((await gloss(page).textContent()) ?? '')
  }
  expect(texts.size).toBeGreaterThan(3)
  // By now that may be the equation after this one.
  const stop = await page.evaluateHandle(() => document.activeElement)
  await page.keyboard.press('Tab')
  await expect(gloss(page).getByRole('link')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(gloss(page)).toBeHidden()
  expect(await stop.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.clock.runFor(700)
  await expect(gloss(page)).toBeHidden()
})

for (const path of ['/notation/', '/errata/'])
  test(`${path}: Tab comes to the symbols of the text there, too, and an arrow key explains one`, async ({
    page,
  }) => {
    await openAwake(page, path)
    // Of a paragraph: an equation has a stop of its own, since it may have to be scrolled.
    await page.locator('main p[tabindex="0"]').first().focus()
    await page.keyboard.press('ArrowRight')
    await expect(gloss(page)).toBeVisible()
  })

test('a cell that has the focus by keyboard is explained, one that is typed in is not', async ({ page }) => {
  await openAwake(page, '/gallery/nudge-cell/')
  await cells(figureAt(page, 'nudge-x'), /^x,/).first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(gloss(page)).toContainText('input, row 1, column 2')
  await page.keyboard.press('Enter')
  await expect(gloss(page)).toBeHidden()
  await page.clock.runFor(900)
  await expect(gloss(page)).toBeHidden()
})

test.describe('by touch', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('a tap on a symbol opens it inside the window, a tap elsewhere closes it', async ({ page }) => {
    await open(page, '/linear-layer/')
    const symbol = inText(page, 'x.1.2')
    await symbol.tap()
    await expect(gloss(page)).toBeVisible()
    expect(await covers(page, symbol)).toBe(false)
    const { x, width } = (await gloss(page).boundingBox()) ?? { x: -1, width: 1000 }
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(360)
    await page.getByRole('heading', { level: 2 }).nth(1).tap()
    await expect(gloss(page)).toBeHidden()
  })
})

test('in a window that becomes narrow it stays inside, and the page as wide as the window', async ({
  page,
}) => {
  await open(page, '/linear-layer/')
  await pointAt(inText(page, 'w.1.3'))
  await expect(gloss(page)).toBeVisible()
  await page.setViewportSize({ width: 400, height: 700 })
  await settled(page)
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect(await page.evaluate(wider)).toBe(0)
})

test('on paper it is not there', async ({ page }) => {
  await open(page, '/linear-layer/')
  await pointAt(inText(page, 'x.1.2'))
  await expect(gloss(page)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(gloss(page)).toBeHidden()
})

test('what a page loads for it comes with the first symbol that is pointed at, and from here', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await open(page, '/linear-layer/')
  expect(asked.filter((path) => /gloss|notation/.test(path))).toEqual([])
  await pointAt(inText(page, 'x.1.2'))
  await expect(gloss(page)).toBeVisible()
  expect(asked.filter((path) => path.endsWith('/notation.json'))).toHaveLength(1)
})

test('the notation lists every symbol that a chapter lights, each with a link to a section', async ({
  page,
}) => {
  await open(page, '/notation/')
  const first = page.getByRole('main').locator('.notation > li')
  expect(await first.count()).toBeGreaterThan(15)
  for (const entry of await first.all()) {
    await expect(entry.getByRole('link').first()).toHaveText(/^Chapter \d, \w/)
    await expect(entry.locator('b').first()).toHaveText(/\w/)
  }
})

test('every symbol of a text can be pointed at, below a line and in an index too', async ({ page }) => {
  await openAwake(page, '/tensors/')
  const hidden = await page.evaluate(() => {
    const symbols = document.querySelectorAll(
      'main .katex-html [data-sym]:not(figure *, details:not([open]) *)',
    )
    return [...symbols].flatMap((symbol) => {
      symbol.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { x, y, width, height } = symbol.getBoundingClientRect()
      const hit = document.elementFromPoint(x + width / 2, y + height / 2)
      return symbol.contains(hit) ? [] : [`${symbol.getAttribute('data-sym')} lies below ${hit?.className}`]
    })
  })
  expect(hidden).toEqual([])
})

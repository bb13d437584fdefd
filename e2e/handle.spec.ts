import type { Page } from '@playwright/test'
import { openAwake } from './helpers/book'
import { figureAt } from './helpers/figure'
import { expect, test } from './helpers/test'

const path = '/gallery/nudge/'
const handle = (page: Page, name: string) =>
  figureAt(page, 'nudge-parabola').getByRole('slider', { name, exact: true }).and(page.locator('g'))
const tip = (page: Page) => handle(page, 'x + Δx')
const says = (page: Page, name: string, text: string) =>
  expect(handle(page, name)).toHaveAttribute('aria-valuetext', text)

async function middle(page: Page) {
  await tip(page).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await tip(page).boundingBox()
  if (!box) throw new Error('not in sight')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('a point of a plot steps by arrow keys, Shift coarser, Alt finer; Home, End and Escape work', async ({
  page,
}) => {
  await openAwake(page, path)
  await handle(page, 'x').focus()
  for (const [key, text] of [
    ['ArrowRight', 'x = 1.1'],
    ['ArrowDown', 'x = 1'],
    ['Alt+ArrowUp', 'x = 1.01'],
    ['Shift+ArrowLeft', 'x = 0.01'],
    ['Home', 'x = −2'],
    ['End', 'x = 2'],
    ['Escape', 'x = 1'],
  ] as const) {
    await page.keyboard.press(key)
    await says(page, 'x', text)
  }
})

test('on a logarithmic axis it steps by shares of a decade', async ({ page }) => {
  await openAwake(page, '/gallery/how-small/')
  const point = figureAt(page, 'small-start').locator('g[role=slider]')
  await point.focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(point).toHaveAttribute('aria-valuetext', /^h = 1 × 10⁻⁹,/)
})

test('a drag takes it along from where it was gripped, and Escape in the middle brings it back', async ({
  page,
}) => {
  await openAwake(page, path)
  const { x, y } = await middle(page)
  const before = (await tip(page).getAttribute('aria-valuetext')) ?? ''
  await page.mouse.move(x + 5, y)
  await page.mouse.down()
  await page.mouse.move(x + 5, y + 30)
  await says(page, 'x + Δx', before)
  await page.mouse.move(x + 65, y + 30, { steps: 3 })
  await expect(tip(page)).not.toHaveAttribute('aria-valuetext', before)
  await page.keyboard.press('Escape')
  await says(page, 'x + Δx', before)
  await page.mouse.move(x + 120, y)
  await says(page, 'x + Δx', before)
})

/** Until the page has stopped scrolling. */
const stillScrolled = (page: Page) =>
  page.evaluate(async () => {
    for (let still = 0, at = scrollY; still < 6; still = scrollY === at ? still + 1 : 0) {
      at = scrollY
      await new Promise(requestAnimationFrame)
    }
  })

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } })

  test('sideways drags the point, up and down scrolls the page, on the point and beside it', async ({
    page,
  }) => {
    await openAwake(page, path)
    const client = await page.context().newCDPSession(page)
    const swipe = async (dx: number, dy: number, beside = 0) => {
      const { x, y } = await middle(page)
      const from = await page.evaluate(() => scrollY)
      const touch = (type: 'touchStart' | 'touchMove', share: number) =>
        client.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: [{ x: x + dx * share, y: y + beside + dy * share }],
        })
      await touch('touchStart', 0)
      for (let share = 0.1; share <= 1; share += 0.1) await touch('touchMove', share)
      await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      await stillScrolled(page)
      return (await page.evaluate(() => scrollY)) - from
    }
    const before = (await tip(page).getAttribute('aria-valuetext')) ?? ''
    expect(await swipe(-60, 0)).toBe(0)
    await expect(tip(page)).not.toHaveAttribute('aria-valuetext', before)
    expect(await swipe(0, -120)).toBeGreaterThan(40)
    expect(await swipe(0, -120, 150)).toBeGreaterThan(40)
  })
})

test.describe('by touch, where a point moves both ways', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } })

  test('it follows the finger to the end, and the page rests', async ({ page }) => {
    await openAwake(page, '/gallery/field/')
    const point = figureAt(page, 'field-bowl').getByRole('slider', { name: 'x', exact: true })
    await point.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    const centerOf = async () => {
      const { x, y, width, height } = (await point.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
      return { x: x + width / 2, y: y + height / 2 }
    }
    const [from, scrolled] = [await centerOf(), await page.evaluate(() => scrollY)]
    const client = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove', share: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: [{ x: from.x - 60 * share, y: from.y - 40 * share }],
      })
    await touch('touchStart', 0)
    for (let share = 0.1; share <= 1.01; share += 0.1) await touch('touchMove', share)
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect.poll(async () => (await centerOf()).x - from.x).toBeLessThan(-55)
    expect((await centerOf()).y - from.y).toBeLessThan(-35)
    expect(await page.evaluate(() => scrollY)).toBe(scrolled)
  })
})

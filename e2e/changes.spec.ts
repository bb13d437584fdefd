import type { Page } from '@playwright/test'
import { demoRoutes, openAwake } from './helpers/book'
import { change, held, translate } from './helpers/held'
import { expect, test } from './helpers/test'

test.describe.configure({ timeout: 120_000 })

/** How many changes show a leak: one of a node with every other change is seen. */
const many = 40

/** Changes the page's figures, twice the same way, and looks at what the second round leaves; what they showed meanwhile. */
async function keepsNothing(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  // What is made once, by the first round, may stay.
  await change(page, many)
  const before = await held(page, devtools)
  const seen = await change(page, many)
  const after = await held(page, devtools)
  const told = `${seen.length} changes: ${JSON.stringify(before)}, then ${JSON.stringify(after)}`
  for (const what of ['nodes', 'listeners'] as const)
    expect.soft(after[what] - before[what], `${what}, ${told}`).toBeLessThan(seen.length / 2)
  for (const what of ['nodes', 'listeners', 'objects'] as const)
    expect.soft(after[what] / before[what], `${what}, ${told}`).toBeLessThan(1.1)
  return seen
}

for (const { path } of demoRoutes)
  test(`${path}: changes leave nothing in memory, and a translated page follows them as any other`, async ({
    page,
  }) => {
    // A cell that flies is held until it lands.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openAwake(page, path)
    const seen = await keepsNothing(page)
    await page.evaluate(translate)
    expect(await page.locator('figure font, [data-island] font').count()).toBeGreaterThan(3)
    const translated = await change(page, 20)
    expect.soft(translated).toEqual(seen.slice(0, translated.length))
    expect(await page.locator('[translate=no] font').count()).toBe(0)
  })

test('a figure that wakes on a page which is translated already lives', async ({ page }) => {
  await page.addInitScript(() => {
    const { observe } = IntersectionObserver.prototype
    const waiting: (() => void)[] = []
    IntersectionObserver.prototype.observe = function (element) {
      waiting.push(() => observe.call(this, element))
    }
    Object.assign(window, { wake: () => waiting.forEach((go) => go()) })
  })
  await page.goto('/gallery/nudge/')
  await expect(page.getByRole('button', { name: /^Theme/ })).toHaveAttribute('data-awake', '')
  await page.evaluate(translate)
  await page.evaluate(() => (window as never as { wake: () => void }).wake())
  const figure = page.getByRole('figure').first()
  await expect(page.locator('[data-island]').first()).toHaveAttribute('data-awake', '')
  const slider = figure.getByRole('slider', { name: 'x', exact: true }).and(page.locator('input'))
  const says = figure.locator('.says')
  const before = await says.textContent()
  await slider.press('ArrowRight')
  await expect(says).not.toHaveText(before ?? '')
  await expect(says).toHaveText(/^MOVE x BY [\d.]+, AND y MOVES BY ABOUT/)
})

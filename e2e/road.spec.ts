import { open } from './helpers/book'
import { expect, test } from './helpers/test'

test.describe('after one visit', () => {
  test.use({ provoked: [/ERR_INTERNET_DISCONNECTED|status of 503/] })
  test('the book works with the network cut: a chapter, its figures, the notation, another page', async ({
    page,
    context,
  }) => {
    await page.goto('/slope/?offline=yes')
    await page.evaluate(async () => navigator.serviceWorker.ready)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await context.setOffline(true)

    await open(page, '/linear-layer/#step-through')
    const figure = page.locator('#step-through')
    await figure.getByRole('button', { name: /next/i }).click()
    await expect(figure.locator('.says')).not.toHaveText('')
    expect(await page.evaluate(async () => (await fetch('/notation.json')).ok)).toBe(true)

    await open(page, '/workbench')
    await expect(page).toHaveURL(/\/workbench\/$/)
    await expect(page.locator('[data-awake]').first()).toBeVisible()

    await page.goto('/gallery/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No page here')
  })
})

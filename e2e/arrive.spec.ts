import { chapters } from './helpers/book'
import { expect, test } from './helpers/test'

const path = chapters.at(-1)?.path ?? '/'

test('the whole chapter is there once the top has been painted', async ({ page }) => {
  await page.goto(path)
  await expect(page.locator('html')).not.toHaveClass(/arriving/)
  await expect(page.getByRole('contentinfo')).toBeAttached()
  expect(await page.locator('main h2').last().isVisible()).toBe(true)
})

test('a link to a place in the page leads there at once, and so does going back to it', async ({ page }) => {
  const last = page.locator('main h2').last()
  await page.goto(path)
  const id = await last.getAttribute('id')
  await page.goto('/')
  await page.goto(`${path}#${id}`)
  await expect(last).toBeInViewport()
  await page.goto('/about/')
  await page.goBack()
  await expect(last).toBeInViewport()
  await page.reload()
  await expect(last).toBeInViewport()
})

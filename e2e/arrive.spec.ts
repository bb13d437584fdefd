import { chapters } from './helpers/book'
import { shifts } from './helpers/looks'
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

test('a page that is printed before it was read through has its sums and large brackets', async ({
  page,
}) => {
  await page.goto('/notation/')
  // Its one sum stands far below the window.
  await page.waitForFunction(() =>
    [...document.fonts].some(({ family, status }) => family === 'KaTeX_Size1' && status === 'loaded'),
  )
  // Chromium reads a sheet with rules for paper anew when it prints, and its fonts would come too late.
  const both = await page.evaluate(() =>
    [...document.styleSheets]
      .map(({ cssRules }) => [...cssRules])
      .filter(
        (rules) =>
          rules.some((rule) => rule instanceof CSSFontFaceRule) &&
          rules.some((rule) => rule instanceof CSSMediaRule),
      ),
  )
  expect(both).toEqual([])
})

test('fonts that come late move nothing, and large parentheses are drawn in theirs all the same', async ({
  page,
}) => {
  const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))
  await page.addInitScript(() => {
    // On a busy machine the page has to have more patience.
    const start = globalThis.setTimeout
    globalThis.setTimeout = ((act: () => void, ms = 0) =>
      start(act, ms > 400 ? 30_000 : ms)) as typeof globalThis.setTimeout
  })
  await page.route('**/*.woff2', async (route) => {
    await wait(900)
    await route.continue()
  })
  await page.goto('/linear-layer/#eq-2')
  await page.waitForFunction(() => document.fonts.check('1em KaTeX_Size2'))
  await expect(page.locator('main')).toBeVisible()
  expect(await page.evaluate(shifts)).toEqual([])
})

test('a page whose fonts never come is read all the same', async ({ page }) => {
  await page.route('**/*.woff2', () => undefined)
  await page.goto(path, { waitUntil: 'commit' })
  await expect(page.locator('main p').nth(1)).toBeVisible()
  await expect(page.getByRole('contentinfo')).toBeVisible()
})

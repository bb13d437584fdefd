import type { Page } from '@playwright/test'
import { open, openAwake, settled } from './helpers/book'
import { expect, test } from './helpers/test'

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const button = (page: Page) => page.getByRole('button', { name: /^Theme/ })
const store = (page: Page, text: string) =>
  page.addInitScript((kept) => localStorage.setItem('nudge', kept), text)

/** That the page works although the browser keeps nothing: figures wake and change, the theme switches. */
async function lives(page: Page) {
  await openAwake(page, '/')
  const figure = page.getByRole('figure').first()
  const before = await figure.getByRole('slider').first().inputValue()
  await figure.getByRole('slider').first().press('ArrowLeft')
  await expect(figure.getByRole('slider').first()).not.toHaveValue(before)
  const system = await ground(page)
  while ((await button(page).textContent()) !== 'Theme: dark') await button(page).click()
  expect(await ground(page)).not.toBe(system)
}

test('without a choice, the page follows the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, '/about/')
  const light = await ground(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await settled(page)
  expect(await ground(page)).not.toBe(light)
})

for (const theme of ['light', 'dark'] as const)
  test(`the choice ${theme} is kept over a reload and on other pages, against the system`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme })
    await open(page, '/about/')
    const wanted = await ground(page)
    await page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' })
    while ((await button(page).textContent()) !== `Theme: ${theme}`) await button(page).click()
    expect(await ground(page)).toBe(wanted)
    await page.reload()
    expect(await ground(page)).toBe(wanted)
    await expect(button(page)).toHaveText(`Theme: ${theme}`)
    await open(page, '/linear-layer/')
    expect(await ground(page)).toBe(wanted)
  })

test('the theme stands before the page has a body to paint', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('nudge', JSON.stringify({ state: { theme: 'dark' }, version: 1 }))
    new MutationObserver((_, observer) => {
      if (!document.body) return
      observer.disconnect()
      Object.assign(window, { themeAtBody: document.documentElement.dataset.theme ?? 'none' })
    }).observe(document, { childList: true, subtree: true })
  })
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, '/linear-layer/')
  expect(await page.evaluate(() => (window as never as { themeAtBody: string }).themeAtBody)).toBe('dark')
})

test.describe('what the browser had stored', () => {
  const corrupt = {
    'cut short': '{"state":{"theme":"da',
    'of other types': '{"state":{"theme":7,"progress":"far","answers":[]},"version":1}',
    'out of range': '{"state":{"theme":"dark","progress":{"/linear-layer/":9},"answers":{}},"version":1}',
    'no object': '"dark"',
    'nothing at all': 'null',
    'of a later version, in another shape': '{"state":{"theme":{"name":"dark"}},"version":99}',
  }
  for (const [how, text] of Object.entries(corrupt))
    test(`is ${how}: ${how === 'nothing at all' ? 'the page starts' : 'a sentence says so'} and the page lives`, async ({
      page,
    }) => {
      await store(page, text)
      await open(page, '/')
      const sentence = page.getByRole('status').filter({ hasText: 'could not be read' })
      await expect(sentence).toBeVisible({ visible: how !== 'nothing at all' })
      await lives(page)
    })
})

test('what a later version stored is taken where it has the shape of today', async ({ page }) => {
  await store(page, '{"state":{"theme":"dark","progress":{},"answers":{},"more":1},"version":99}')
  await open(page, '/')
  await expect(button(page)).toHaveText('Theme: dark')
  await expect(page.getByRole('status').filter({ hasText: 'could not be read' })).toHaveCount(0)
})

test.describe('a browser that keeps nothing', () => {
  const ways: Record<string, () => void> = {
    'has no storage': () =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      }),
    'refuses to write': () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      }
    },
    'refuses to read and write': () => {
      Storage.prototype.getItem = Storage.prototype.setItem = () => {
        throw new DOMException('Access is denied.', 'SecurityError')
      }
    },
  }
  for (const [how, close] of Object.entries(ways))
    test(`${how}: a sentence says so and the page lives`, async ({ page }) => {
      await page.addInitScript(close)
      await lives(page)
      await expect(page.getByRole('status').filter({ hasText: /stor|keep|kept/ })).toBeVisible()
    })
})

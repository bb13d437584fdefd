import type { Page } from '@playwright/test'
import { openAwake } from './helpers/book'
import { expect, test } from './helpers/test'

const figure = (page: Page) => page.locator('#practice')
const item = (page: Page) => figure(page).getByRole('group', { name: 'The item' })
const verdict = (page: Page) => item(page).getByRole('status')
const next = (page: Page) => figure(page).getByRole('button', { name: 'Next item' })

test('a wrong answer hears why, the right one leads on, a reload keeps both, and what was missed comes back', async ({
  page,
}) => {
  await openAwake(page, '/practice/#practice?v=1&seed=7&again=transposed.nn-linear.W.3')
  const options = item(page).getByRole('radio')
  await options.nth(0).check()
  await expect(verdict(page)).toHaveText(/\.$/)
  const said = (await verdict(page).textContent()) ?? ''
  await openAwake(page, '/practice/')
  await expect(verdict(page)).toHaveText(said)
  await expect(options.nth(0)).toBeChecked()
  for (const option of await options.all()) {
    await option.check()
    if (((await verdict(page).textContent()) ?? '').includes('Right.')) break
  }
  await expect(verdict(page)).toHaveText(/Right\. ./)
  const asked = await item(page).innerText()
  await next(page).click()
  await expect(verdict(page)).toHaveText('')
  expect(await item(page).innerText()).not.toBe(asked)
})

test('a link with a set and a place gives the same item, and one that is nothing says so', async ({
  page,
}) => {
  await openAwake(page, '/practice/#practice?v=1&seed=41&at=5')
  const asked = await item(page).innerText()
  await expect(figure(page)).toContainText('Item 6 of 20.')
  await next(page).click()
  await expect(figure(page)).toContainText('Item 7 of 20.')
  await page.evaluate(() => (location.hash = '#practice?v=1&seed=41&at=5'))
  await expect(item(page)).toHaveText(asked, { useInnerText: true })
  await page.evaluate(() => (location.hash = '#practice?v=1&again=nothing.1'))
  await expect(figure(page).locator('.notice')).toHaveText(/no item “nothing.1”/)
})

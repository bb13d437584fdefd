import { open } from './helpers/book'
import { expect, test } from './helpers/test'

test('the sections of a chapter unfold from its header, mark the one being read, and lead there', async ({
  page,
}) => {
  await open(page, '/linear-layer/')
  const menu = page.locator('#menu')
  const summary = menu.getByText('Contents')
  await summary.focus()
  await page.keyboard.press('Enter')
  const sections = menu.getByRole('navigation', { name: 'Sections of this chapter' }).getByRole('link')
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents()
  expect(await sections.allTextContents()).toEqual(headings)
  await page.keyboard.press('Escape')
  await expect(sections.first()).toBeHidden()
  await expect(summary).toBeFocused()
  await page.keyboard.press('Enter')
  const third = sections.nth(2)
  const address = (await third.getAttribute('href')) ?? ''
  await third.click()
  await expect(page).toHaveURL(new RegExp(`${address}$`))
  await expect(menu.locator(`a[href="${address}"]`)).toHaveAttribute('aria-current', 'location')
  await expect(menu.locator('nav').first()).toBeHidden()
})

import { expect, test } from './helpers/test'

test('a question by link is answered in the page, handed in by link, and read from a pile', async ({
  page,
}) => {
  await page.goto('/exercise/')
  await page.getByLabel('The question').fill('Give ∂L/∂w.')
  await page.getByLabel('The right answer').fill('x.T @ dy')
  await page.getByLabel('Names that a formula may use').fill('x: N×D\ndy: N×M')
  await page.getByLabel('Wrong answers that you expect').fill('dy @ x.T | The other way round.')
  await page.getByRole('button', { name: 'Make the link', exact: true }).click()
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(page.getByText('Give ∂L/∂w.')).toBeVisible()
  await page.getByLabel('Your answer').fill('x dy')
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('status').first()).not.toBeEmpty()
  await page.getByLabel('Your answer').fill('xᵀ dy')
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('status').first()).toContainText('Right')
  await page.getByLabel('Your name').fill('Ada')
  await page.getByRole('button', { name: 'Copy a link' }).click()
  const handed = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.goto('/answers/')
  await page.getByLabel('Links that were handed in').fill(`From Ada: ${handed}\n/answers/#handed=cut`)
  await page.getByRole('button', { name: 'Read them' }).click()
  await expect(page.getByRole('row').nth(1)).toHaveText('AdaGive ∂L/∂w.xᵀ dyright')
  await expect(page.getByRole('status').filter({ hasText: '1 read, 1 that could not be' })).toBeVisible()
})

test('what is sent before its script has come is read once it has', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((done) => (release = done))
  await page.route(/\/assets\/assign-[^/]*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/answers/')
  await page.getByLabel('Links that were handed in').fill('/answers/#handed=cut')
  await page.getByRole('button', { name: 'Read them' }).click()
  release()
  await expect(page.getByRole('status').filter({ hasText: '1 that could not be' })).toBeVisible()
})

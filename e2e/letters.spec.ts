import { chapters, open, openAwake, settled } from './helpers/book'
import { outside, violations } from './helpers/looks'
import { expect, test } from './helpers/test'

// A chapter with all of its figures awake is slow to open, so each is opened once: in columns, and changed to nn.Linear there.
test.describe.configure({ timeout: 180_000 })

const columns = 'layer=columns&jacobian=input-first'
/** Chapters in which letters change most, and figures of theirs for axe: one of each way to change. */
const looked: Readonly<Record<string, readonly string[]>> = {
  '/backprop/': ['#layer', '#memory'],
  '/linear-layer/': ['#step-through', '#wires', '#other-letters'],
  '/vectorization/': ['#network', '#loops'],
}

for (const { path } of chapters)
  test(`${path} opens in columns and in nn.Linear, says so, is accessible and fits a phone`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await openAwake(page, `${path}?wait=no&${columns}`)
    const line = page.locator('#letters-notice')
    await expect(line).toContainText('y = Wx (columns), Jacobians input first')
    expect.soft(await page.evaluate(outside), 'columns').toEqual([])
    const figures = looked[path]
    if (!figures) return
    await expect(page.locator('.in-letters:visible').first()).toContainText('In your letters')
    await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('[data-letters=layer]')
      if (!select) throw new Error('no switch')
      select.value = 'nn.Linear'
      select.dispatchEvent(new Event('change'))
    })
    await expect(line).toContainText('y = xWᵀ (nn.Linear)')
    expect.soft(await page.evaluate(outside), 'nn.Linear').toEqual([])
    const found = await violations(page, 'said', ['#letters-notice', '.in-letters', ...figures])
    expect.soft(found, found.join('\n')).toEqual([])
  })

test('a wrong answer that another convention takes is told so by name, in the handout’s letters', async ({
  page,
}) => {
  await openAwake(page, '/gallery/formula-exercise/')
  const field = page.getByRole('textbox', { name: 'Your formula for ∂L/∂w' }).first()
  await field.fill('dy.T @ x')
  await field.press('Enter')
  await expect(page.getByText(/That is right for nn\.Linear/).first()).toBeVisible()
})

test('the choice is made in the menu, kept on other pages, and taken back at the top', async ({ page }) => {
  await open(page, '/linear-layer/')
  await expect(page.locator('#letters-notice')).toHaveCount(0)
  await page.getByText('Contents', { exact: true }).click()
  await page.locator('#menu').getByLabel('The linear layer').selectOption('nn.Linear')
  const below = page.locator('#eq-12').locator('xpath=following::p[contains(@class,"in-letters")][1]')
  await expect(below).toContainText('W')
  await open(page, '/backprop/')
  await expect(page.locator('#letters-notice')).toContainText('nn.Linear')
  await page.getByRole('button', { name: 'Back to the handout’s letters' }).click()
  await expect(page.locator('#letters-notice')).toBeHidden()
  await settled(page)
  await expect(page.locator('.in-letters:visible')).toHaveCount(0)
})

import { open, openAwake, scrollThrough, settled } from './helpers/book'
import { outside, violations } from './helpers/looks'
import { expect, test } from './helpers/test'

// A chapter with all of its figures awake is slow to open, so none is opened twice in the same letters, and axe looks at what they change.
test.describe.configure({ timeout: 180_000 })

const nnLinear = { letters: 'layer=nn.Linear', says: 'y = xWᵀ (nn.Linear)' }
const columns = {
  letters: 'layer=columns&jacobian=input-first',
  says: 'y = Wx (columns), Jacobians input first',
}
/** Pages for which letters change most in both. */
const looked = [
  { chapter: 'backprop', ...columns },
  { chapter: 'linear-layer', ...nnLinear },
  { chapter: 'linear-layer', ...columns },
  { chapter: 'vectorization', ...nnLinear },
]

for (const { chapter, letters, says } of looked)
  test(`/${chapter}/?${letters} says that it is in these letters, is accessible and fits a phone`, async ({
    page,
  }) => {
    await openAwake(page, `/${chapter}/?wait=no&${letters}`)
    const line = page.locator('#letters-notice')
    await expect(line).toContainText(says)
    await expect(page.locator('.in-letters:visible').first()).toContainText('In your letters')
    const found = await violations(page, 'said', ['#letters-notice', 'figure'])
    expect.soft(found, found.join('\n')).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    await scrollThrough(page)
    expect.soft(await page.evaluate(outside)).toEqual([])
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

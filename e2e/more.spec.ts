import { open, settled } from './helpers/book'
import { expect, test } from './helpers/test'

test('the link of an equation and the button of a figure give a citation to copy', async ({ page }) => {
  await open(page, '/slope/?wait=no')
  await page.getByRole('link', { name: 'Link to equation 3' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share and cite' })
  await expect(dialog.getByRole('textbox', { name: 'Citation' })).toHaveValue(
    /^The authors of Nudge\. Equation \(3\), in section 1\.\d/,
  )
  await dialog.getByRole('button', { name: 'Copy BibTeX' }).click()
  await expect(dialog.getByRole('status')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@misc\{nudge-slope-eq-3,/)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.locator('#corner').scrollIntoViewIfNeeded()
  await settled(page)
  await page.locator('#corner').getByRole('button', { name: 'Share or cite this figure' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Address' })).toHaveValue(/\/slope\/#corner$/)
  for (const kind of ['SVG', 'PNG']) {
    const saved = page.waitForEvent('download')
    await dialog.getByRole('button', { name: `Save as ${kind}` }).click()
    expect((await saved).suggestedFilename()).toBe(`nudge-corner.${kind.toLowerCase()}`)
  }
})

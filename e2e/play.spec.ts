import { openAwake } from './helpers/book'
import { figureAt } from './helpers/figure'
import { expect, test } from './helpers/test'

test('Play moves Δx by itself with Δy beside it, and any act of the reader stops it', async ({ page }) => {
  await openAwake(page, '/gallery/field/')
  const figure = figureAt(page, 'field-bowl')
  const direction = figure.getByRole('textbox', { name: 'Direction of Δx in degrees, as a number' })
  const truth = figure.getByRole('status', { name: 'Change of y, true' })
  const [start, before] = [await direction.inputValue(), await truth.textContent()]
  await figure.getByRole('button', { name: /^Play/ }).click()
  await expect(direction).not.toHaveValue(start)
  await expect(truth).not.toHaveText(before ?? '')
  const surface = figure.getByRole('slider', { name: 'Turn the surface' })
  const seen = await surface.getAttribute('aria-valuenow')
  await surface.press('ArrowRight')
  await expect(figure.getByRole('button', { name: /^Play/ })).toHaveAttribute('aria-pressed', 'false')
  await expect(surface).not.toHaveAttribute('aria-valuenow', seen ?? '')
})

test('where nothing may move, each press of Play is one place of the same way', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openAwake(page, '/gallery/field/')
  const figure = figureAt(page, 'field-bowl')
  const direction = figure.getByRole('textbox', { name: 'Direction of Δx in degrees, as a number' })
  const play = figure.getByRole('button', { name: /^Play/ })
  const start = await direction.inputValue()
  await play.click()
  const next = await direction.inputValue()
  expect(next).not.toBe(start)
  await expect(play).toHaveAttribute('aria-pressed', 'false')
  await page.waitForTimeout(300)
  await expect(direction).toHaveValue(next)
})

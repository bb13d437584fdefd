import type { Locator, Page } from '@playwright/test'
import { expect, test } from './helpers/test'

const onStage = (page: Page) => page.locator('[data-on-stage][data-awake] > figure')
const screens = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]

/** The sentence, what moves, and what moves it, whole and within the window, in type for the last row. */
async function isSeen(page: Page, moving: Locator, control: Locator) {
  for (const screen of screens) {
    await page.setViewportSize(screen)
    const says = onStage(page).locator('.says')
    await expect(says).toHaveCSS('font-size', /^(2[4-9]|3\d|4\d)/)
    for (const part of [says, moving, control]) await expect(part).toBeInViewport({ ratio: 0.99 })
  }
}

test('p shows a figure on the whole screen; a clicker steps it, b blanks, Escape leaves', async ({
  page,
}) => {
  await page.goto('/linear-layer/?wait=no#step-through')
  const figure = page.locator('#step-through')
  await page.locator('[data-awake] > #step-through').hover()
  await page.keyboard.press('p')
  await isSeen(page, figure.getByRole('grid').nth(1), figure.getByRole('button', { name: 'Next' }))
  await expect(page).toHaveURL(/[?&]lecture=step-through/)

  const slider = figure.getByRole('slider', { name: 'Step' })
  await slider.focus()
  for (const key of ['PageDown', 'PageDown', 'PageUp']) await page.keyboard.press(key)
  await expect(slider).toHaveValue('1')
  await page.keyboard.press('b')
  const black = page.getByText('Press b to come back.')
  await expect(black).toBeInViewport({ ratio: 0.99 })
  await page.keyboard.press('PageDown')
  await expect(black).toBeHidden()
  await expect(slider).toHaveValue('1')

  await page.keyboard.press('End')
  await page.keyboard.press('PageDown')
  await expect(onStage(page)).toHaveId('printed-formula')
  await page.keyboard.press('Escape')
  await expect(page.locator('#printed-formula')).toBeInViewport()
  await expect(page.getByRole('navigation', { name: 'The book' })).toBeVisible()
  await expect(page).not.toHaveURL(/lecture/)
})

test('a link opens it; a figure without steps goes on to its neighbor, whatever it waited for', async ({
  page,
}) => {
  await page.goto('/slope/?lecture=nudge')
  const nudge = page.locator('#nudge')
  const slider = nudge.locator('.controls').getByRole('slider').first()
  await isSeen(page, nudge.locator('.plane-box').first(), slider)
  await expect(nudge.getByRole('button', { name: 'Skip' })).toBeHidden()
  await page.keyboard.press('PageDown')
  await expect(onStage(page)).toHaveId('chain')
  await isSeen(page, onStage(page).locator('svg').first(), onStage(page).getByRole('slider').first())
  await page.keyboard.press('PageUp')
  await expect(onStage(page)).toHaveId('nudge')
})

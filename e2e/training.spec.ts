import type { Locator, Page } from '@playwright/test'
import { frames, openAwake, settled } from './helpers/book'
import { figureAt } from './helpers/figure'
import { expect, test } from './helpers/test'

const stepsOf = async (figure: Locator) =>
  Number(await figure.getByLabel('Steps done').and(figure.locator('output')).innerText())

const opened = async (page: Page) => {
  await openAwake(page, '/gallery/training/')
  const figure = figureAt(page, 'training-moons')
  await figure.scrollIntoViewIfNeeded()
  await settled(page)
  return figure
}

for (const reducedMotion of ['no-preference', 'reduce'] as const)
  test(`training plays by keyboard, with motion at ${reducedMotion}, until Pause`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion })
    const figure = await opened(page)
    const before = await stepsOf(figure)
    await figure.getByRole('button', { name: 'Play' }).press('Enter')
    await expect.poll(() => stepsOf(figure)).toBeGreaterThan(before + 10)
    await figure.getByRole('button', { name: 'Pause' }).press('Enter')
    await settled(page)
    const paused = await stepsOf(figure)
    await frames(page, 12)
    expect(await stepsOf(figure)).toBe(paused)
  })

test('training stops when it is scrolled out of sight, and stays stopped', async ({ page }) => {
  const figure = await opened(page)
  await figure.getByRole('button', { name: 'Play' }).click()
  await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expect(figure.getByRole('button', { name: 'Play' })).toBeAttached()
  await figure.scrollIntoViewIfNeeded()
  const stopped = await stepsOf(figure)
  await frames(page, 12)
  expect(await stepsOf(figure)).toBe(stopped)
})

test('training stops when the page is hidden', async ({ page }) => {
  const figure = await opened(page)
  await figure.getByRole('button', { name: 'Play' }).click()
  await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible()
})

test('a learning rate that is too large gets a sentence, and no number that is none', async ({ page }) => {
  const figure = await opened(page)
  await figure.getByRole('slider', { name: 'Learning rate' }).press('End')
  expect(await stepsOf(figure)).toBe(0)
  await figure.getByRole('button', { name: '100 steps' }).click()
  await expect(figure.locator('.says')).toContainText('The learning rate is too large')
  expect(await figure.innerText()).not.toMatch(/NaN|Infinity|undefined/)
})

import type { Page } from '@playwright/test'
import { faint } from './helpers/access'
import { demoRoutes, openAwake, settled } from './helpers/book'
import { cells, editable, figureAt, valueOf } from './helpers/figure'
import { expect, test } from './helpers/test'

test('in a window as low as at 400% zoom, nothing covers what Tab comes to', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 })
  await openAwake(page, '/gallery/step-through/')
  const figure = page.getByRole('figure').first()
  await figure.getByRole('math').first().focus()
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const stop = document.activeElement
      const { left, top, width, height } = stop?.getBoundingClientRect() ?? new DOMRect()
      const there = document.elementFromPoint(left + width / 2, Math.min(top + height / 2, innerHeight - 1))
      return stop?.contains(there) || there?.contains(stop)
        ? ''
        : `${stop?.outerHTML} under ${there?.outerHTML}`
    })
    expect.soft(seen).toBe('')
  }
})

test('where more contrast is asked for, text has 7 : 1 and lines 3 : 1, in either theme', async ({
  page,
}) => {
  await page.goto('/about/')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ contrast: 'more', colorScheme })
    expect.soft(await page.evaluate(faint), colorScheme).toEqual([])
  }
})

test('Escape takes back what keys have changed in a cell, typed or stepped', async ({ page }) => {
  await openAwake(page, '/gallery/nudge-cell/')
  const cell = editable(page.getByRole('figure').first()).first()
  const before = await valueOf(cell)
  await cell.focus()
  await cell.press('PageUp')
  expect(await valueOf(cell)).not.toBe(before)
  await cell.press('Escape')
  expect(await valueOf(cell)).toBe(before)
  await cell.press('7')
  await page.keyboard.press('Enter')
  await expect(cell).toBeFocused()
  expect(await valueOf(cell)).toBe(7)
  await cell.press('Escape')
  expect(await valueOf(cell)).toBe(before)
})

/** What each figure has said since the page was opened, by its id. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const said: [string, string][] = []
    for (const line of document.querySelectorAll('figure [aria-live=polite]'))
      new MutationObserver(() =>
        said.push([line.closest('figure')?.id ?? '', line.textContent ?? '']),
      ).observe(line, { childList: true, characterData: true, subtree: true })
    Object.assign(window, { said })
  })
const said = (page: Page) => page.evaluate(() => (window as never as { said: [string, string][] }).said)

test('only the figure in use speaks, though others follow it', async ({ page }) => {
  await openAwake(page, '/linear-layer/')
  await listen(page)
  const figure = page.getByRole('figure').first()
  const id = (await figure.getAttribute('id')) ?? ''
  await editable(figure).first().press('PageUp')
  await expect
    .poll(async () => (await said(page)).filter(([who]) => who === id).length, { timeout: 5000 })
    .toBeGreaterThan(0)
  await settled(page)
  expect((await said(page)).filter(([who, text]) => who !== id && text !== '')).toEqual([])
})

test('while it plays, a figure keeps to the last sentence', async ({ page }) => {
  await page.clock.install()
  await openAwake(page, '/gallery/step-through/')
  await listen(page)
  const figure = page.getByRole('figure').first()
  await figure.getByRole('slider', { name: 'Step', exact: true }).press('Home')
  await figure.getByRole('button', { name: 'Play' }).click()
  await page.clock.runFor(5500)
  expect((await said(page)).filter(([, text]) => text !== '')).toEqual([])
  await figure.getByRole('button', { name: 'Pause' }).click()
  await page.clock.runFor(1000)
  expect((await said(page)).filter(([, text]) => text !== '')).toHaveLength(1)
})

test('the tiles of a formula are one stop, walked by arrow keys', async ({ page }) => {
  const route = demoRoutes.find(({ path }) => path.includes('formula-exercise'))
  await openAwake(page, route?.path ?? '')
  const tiles = page.getByRole('toolbar', { name: 'Tiles' }).first()
  await tiles.getByRole('button').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(tiles.getByRole('button').nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(tiles.getByRole('button', { name: 'clear' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(tiles.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Tab')
  expect(await tiles.evaluate((bar) => bar.contains(document.activeElement))).toBe(false)
})

test('cells in play are said to be, and are not selected', async ({ page }) => {
  await openAwake(page, '/gallery/step-through/')
  const figure = figureAt(page, (await page.getByRole('figure').first().getAttribute('id')) ?? '')
  const next = figure.getByRole('button', { name: 'Next' })
  const active = figure.locator('.cell.active').first()
  while ((await active.count()) === 0 && (await next.isEnabled())) await next.click()
  await expect(active).toHaveAttribute('aria-description', 'in play')
  await expect(cells(figure).and(page.locator('[aria-selected=true]'))).toHaveCount(0)
})

import { expect, type Page } from '@playwright/test'
import { cutOff, unheard, unseen } from './access'
import { settled } from './book'
import { outside } from './looks'

/** Adds a style to the page, in the place of the one before; its policy lets in no style element. */
const restyle = (page: Page, css: string) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    const kept = document.adoptedStyleSheets.filter((other) => !('ours' in other))
    document.adoptedStyleSheets = [...kept, Object.assign(sheet, { ours: true })]
  }, css)

/** What WCAG 1.4.12 lets a reader ask for. */
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
  'p { margin-bottom: 2em !important }'
const twice = 'html { font-size: 225% !important }'

/** Of an open page with all figures awake: named, seen in forced colors, and whole with wider spacing and larger text. */
export async function holdsWhenNarrow(page: Page) {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.evaluate(() => scrollTo(0, 0))
  await settled(page)
  expect.soft(await page.evaluate(unheard), 'for the ear').toEqual([])
  expect.soft(await page.evaluate(outside), '320px').toEqual([])
  expect.soft(await page.evaluate(cutOff), '320px').toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  expect.soft(await page.evaluate(unseen), 'forced colors').toEqual([])
  await page.emulateMedia({ forcedColors: 'none' })
  await restyle(page, spacing)
  expect.soft(await page.evaluate(outside), 'spaced').toEqual([])
  expect.soft(await page.evaluate(cutOff), 'spaced').toEqual([])
  await page.setViewportSize({ width: 640, height: 640 })
  await restyle(page, twice)
  expect.soft(await page.evaluate(outside), '200%').toEqual([])
  expect.soft(await page.evaluate(cutOff), '200%').toEqual([])
}

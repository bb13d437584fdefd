import { openAwake, routes } from './helpers/book'
import { expect, test } from './helpers/test'

/** A4 between margins of 15 mm, in CSS pixels. */
const sheet = { width: 680, height: 1009 }

for (const { path } of routes.filter(({ kind }) => kind !== 'gallery'))
  test(`${path} on paper: every figure keeps to one sheet, and none is cut off at its edge`, async ({
    page,
  }) => {
    await openAwake(page, path)
    await page.setViewportSize(sheet)
    await page.emulateMedia({ media: 'print' })
    const figures = await page.locator('main figure').evaluateAll((all) =>
      all.map((figure) => {
        const { height, right } = figure.getBoundingClientRect()
        const texts = [...figure.querySelectorAll('p, td, th, output, li, [role="gridcell"]')]
        const ends = texts
          .filter((text) => text.checkVisibility() && text.closest('.visually-hidden') === null)
          .map((text) => text.getBoundingClientRect().right)
        return { name: figure.id, tall: height, over: Math.max(0, ...ends) - right }
      }),
    )
    expect(figures.filter(({ tall, over }) => tall > sheet.height || over > 0)).toEqual([])
    const tables = page.locator('main table:not(figure table)')
    for (const table of await tables.all())
      expect(await table.evaluate((element) => element.getBoundingClientRect().right)).toBeLessThan(
        sheet.width,
      )
  })

for (const { path } of routes.filter(({ kind }) => kind !== 'gallery'))
  test(`${path} on paper: all unfolded, no controls, links written out`, async ({ page }) => {
    await openAwake(page, path)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('main details:not([open])').count()).toBe(0)
    // What is there to be filled in (a derivation's blanks, a formula's line, a prediction's boxes) stays, for a pen.
    const controls = page.getByRole('button').or(page.getByRole('slider'))
    expect(await controls.filter({ visible: true }).count()).toBe(0)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    )
    const outward = await page
      .getByRole('main')
      .locator('a[href^="http"]')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')))])
    const printed = page.getByRole('list', { name: 'Links' }).getByRole('listitem')
    expect(await printed.allTextContents()).toEqual(outward)
    if (outward.length > 0) await expect(printed.first()).toBeVisible()
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await page.locator('main details[open]').count()).toBe(0)
  })

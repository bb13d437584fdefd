import { faceOf, figureAt, figureIds, nonsense } from './helpers/figure'
import { routes } from './helpers/book'
import { expect, test } from './helpers/test'

for (const route of routes) {
  const { path, kind } = route
  test.describe(`${path} with JavaScript off`, () => {
    test.use({ javaScriptEnabled: false })

    test('each figure stands there with name, numbers and caption, each formula for the eye and as MathML; no control is dead', async ({
      page,
    }) => {
      await page.goto(path)
      // Playwright's own texts leave <noscript> out.
      const offer = page.locator('noscript p')
      await expect(offer).toBeVisible()
      expect(await offer.innerText()).toContain('With JavaScript on,')
      for (const id of figureIds(route)) {
        const figure = figureAt(page, id)
        await expect(figure).toHaveAccessibleName(/^Figure [\d.]+ \w/)
        await expect(figure).toBeVisible()
        // Not the inner text: a figure out of sight is not laid out, and has none.
        expect(await faceOf(figure)).not.toMatch(nonsense)
        const lines = await figure.locator('p').allTextContents()
        expect(lines.filter((line) => line.length > 25).length, `${id} has a sentence`).toBeGreaterThan(0)
        await expect(figure.locator('figcaption')).toHaveText(/\w/)
        const cells = await figure.getByRole('gridcell').allTextContents()
        expect(cells.filter((text) => text.trim() === '')).toEqual([])
      }
      // A prediction's options can be ticked and its answer unfolded without a script; all else would do nothing.
      const dead = page.locator('button, select, textarea, [role=slider], input:not([data-predict] input)')
      expect(
        await dead.filter({ visible: true }).evaluateAll((found) => found.map((e) => e.outerHTML)),
      ).toEqual([])
      if (kind !== 'chapter') return
      // As a reader does: the second hint shows once the first is open.
      await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)))
      // What is out of sight is laid out late, and may measure nothing when it is first asked.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync('* { content-visibility: visible !important }')
        document.adoptedStyleSheets = [sheet]
      })
      const formulas = await page.evaluate(() =>
        [...document.querySelectorAll('math')].map((math) => {
          const drawn = math.closest('span')?.nextElementSibling
          return { text: math.textContent ?? '', width: drawn?.getBoundingClientRect().width ?? 0 }
        }),
      )
      expect(formulas.length).toBeGreaterThan(10)
      expect(formulas.filter(({ text, width }) => text === '' || width < 1)).toEqual([])
    })
  })
}

import { figureAt, figureIds, nonsense } from './helpers/figure'
import { openAwake, routes } from './helpers/book'
import { expect, test } from './helpers/test'

/** The texts of a page, block by block. */
const blocks = () =>
  [...document.querySelectorAll('main :is(h1,h2,h3,p,li,dt,dd,td,th,pre,figcaption,legend)')]
    .filter((element) => !element.closest('noscript, .needs-js, [role=status], [aria-live]'))
    .map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')

for (const route of routes) {
  const { path, kind } = route
  test.describe(`${path} with JavaScript off`, () => {
    test.use({ javaScriptEnabled: false })

    test('each figure stands there with name, numbers and caption; no control is dead', async ({ page }) => {
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
        expect(await figure.textContent()).not.toMatch(nonsense)
        const lines = await figure.locator('p').allTextContents()
        expect(lines.filter((line) => line.length > 25).length, `${id} has a sentence`).toBeGreaterThan(0)
        await expect(figure.locator('figcaption')).toHaveText(/\w/)
        for (const cell of await figure.getByRole('gridcell').all()) await expect(cell).toHaveText(/\S/)
      }
      // A prediction's options can be ticked and its answer unfolded without a script; all else would do nothing.
      const dead = page.locator('button, select, textarea, [role=slider], input:not([data-predict] input)')
      expect(
        await dead.filter({ visible: true }).evaluateAll((found) => found.map((e) => e.outerHTML)),
      ).toEqual([])
    })

    if (kind === 'chapter')
      test('every formula is there for the eye and as MathML', async ({ page }) => {
        await page.goto(path)
        const formulas = await page.evaluate(() =>
          [...document.querySelectorAll('math')].map((math) => {
            const drawn = math.closest('span')?.nextElementSibling
            return { text: math.textContent ?? '', width: drawn?.getBoundingClientRect().width ?? 0 }
          }),
        )
        expect(formulas.length).toBeGreaterThan(10)
        expect(formulas.filter(({ text, width }) => text === '' || width < 1)).toEqual([])
      })

    test('all of the text is there', async ({ page, browser, baseURL }) => {
      await page.goto(path)
      const asleep = await page.evaluate(blocks)
      const scripted = await browser.newPage({ ...(baseURL && { baseURL }), javaScriptEnabled: true })
      await openAwake(scripted, path)
      const awake = await scripted.evaluate(blocks)
      await scripted.close()
      // How large rounding is depends on the engine's Math.exp: Node's, which drew the page, or the browser's.
      const plain = (text: string) => text.replace(/[\d.]+ × 10⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, 'rounding')
      const drawn = asleep.map(plain)
      expect(awake.map(plain).filter((text) => !drawn.includes(text))).toEqual([])
    })
  })
}

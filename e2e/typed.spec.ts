import type { Locator } from '@playwright/test'
import { demoRoutes, htmlOf, openAwake } from './helpers/book'
import { expect, test } from './helpers/test'

const strange = [
  '1/0',
  'log(-1)',
  'x[0]',
  'a*b',
  'constructor',
  '2^2^2^2^2',
  'step',
  'relu(x)',
  '|x|',
  '🙂',
  '',
]
const long = `${'x+'.repeat(2500)}x`

/** How far down the window an element stands: what is in use keeps to its edges, so the figure is no measure. */
const placeOf = async (element: Locator) => (await element.boundingBox())?.y ?? Number.NaN

/** What it says in its own words: not a listing of the book's own code. */
const said = (figure: Locator) =>
  figure.evaluate((element) => {
    const copy = element.cloneNode(true) as Element
    copy.querySelectorAll('pre').forEach((listing) => listing.remove())
    return copy.textContent ?? ''
  })

for (const route of demoRoutes.filter((page) => htmlOf(page).includes(', typed"')))
  test(`${route.path}: whatever is typed as a function gets a sentence, and the figure lives on`, async ({
    page,
  }) => {
    await openAwake(page, route.path)
    const figure = page.getByRole('figure').first()
    const title = (await figure.textContent())?.slice(0, 100) ?? ''
    for (const field of await figure.getByRole('textbox', { name: /, typed$/ }).all()) {
      await field.focus()
      const place = await placeOf(field)
      for (const text of strange) {
        await field.fill(text)
        await expect.poll(() => said(figure)).not.toMatch(/NaN|undefined|Infinity/)
        expect
          .soft(Math.abs((await placeOf(field)) - place), `the field stays where it is: “${text}”`)
          .toBeLessThan(1)
      }
      await field.fill(long)
      await expect(figure).toContainText('may have 80 characters, and this one has 5,001')
      await expect(field).toHaveValue(long)
      await field.press('Escape')
    }
    // The line of a list that stands for what is typed is no function; a browser that restores a page may choose it.
    for (const list of await figure.getByRole('combobox', { name: /, chosen$/ }).all())
      await list.evaluate((select: HTMLSelectElement) => {
        select.value = ''
        select.dispatchEvent(new Event('change', { bubbles: true }))
      })
    await expect(figure.getByRole('alert')).toHaveCount(0)
    await figure.getByRole('button', { name: 'Reset' }).click()
    await expect(figure).toContainText(title)
  })

const fields = [
  ['/gallery/nudge/', /typed$/, 'tahn(x)', 'tanh(x)', 'np.cos(x)', 'cos(x)'],
  ['/gallery/map/', /^Your formulas/, 'x1, tahn(x2)', 'x1, tanh(x2)', 'np.cos(x1), x2', 'cos(x1), x2'],
  ['/gallery/jacobian-matrix/', /^Your formulas/, 'x1, tahn(x2)', 'x1, tanh(x2)', 'np.cos(x1)', 'cos(x1)'],
  ['/gallery/jacobian-blocks/', /^y, a formula/, 'rleu(x)', 'relu(x)', 'np.tanh(x)', 'tanh(x)'],
] as const

test('beside a field for formulas stand the book’s spelling, and buttons that write what may be meant', async ({
  page,
}) => {
  for (const [path, name, misspelt, meant, other, own] of fields) {
    await openAwake(page, path)
    const figure = page.getByRole('figure').first()
    const field = figure.getByRole('textbox', { name }).first()
    const choice = figure
      .getByRole('combobox')
      .filter({ has: page.locator('option[value=typed]') })
      .first()
    if (!(await field.isVisible())) await choice.selectOption('typed')
    await field.fill(misspelt)
    await figure.getByRole('button', { name: `Write ${meant}` }).click()
    await expect(field, path).toHaveValue(meant)
    await expect(field).toBeFocused()
    await expect(figure.getByRole('button', { name: /^Write / })).toHaveCount(0)
    await field.fill(other)
    await expect(figure.locator('.formula-beside')).toHaveText(`Read as ${own}`)
  }
})

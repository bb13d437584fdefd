import { useEverything, idTrouble } from './helpers/acts'
import { htmlOf, openAwake, routes } from './helpers/book'
import { figureAt } from './helpers/figure'
import { expect, test } from './helpers/test'

test.describe.configure({ timeout: 180_000 })

// The figures' own pages are tried where their names are: figure.spec.ts.
for (const route of routes.filter(
  (each) =>
    (each.kind !== 'gallery' || /question|sentence/.test(each.path)) && htmlOf(each).includes('data-island'),
))
  test(`${route.path}: whatever is used, no id stands twice, and each label finds what it names`, async ({
    page,
  }) => {
    await openAwake(page, route.path)
    // Where figures stand together one option is enough; their own pages go through every list.
    expect(await useEverything(page, idTrouble, 1)).toEqual([])
  })

test('what comes after waking, in two figures of one page, keeps its names apart', async ({ page }) => {
  await openAwake(page, '/tensors/')
  const skip = page.getByRole('button', { name: 'Skip' })
  while ((await skip.count()) > 0) await skip.first().click()
  const contract = figureAt(page, 'contract')
  const block = figureAt(page, 'block').getByRole('combobox', { name: 'Operation' })
  await contract.getByRole('radio', { name: 'a second Jacobian' }).check()
  await contract.getByRole('radio', { name: 'a nudge' }).check()
  for (let times = 0; times < 5; times++) {
    await block.selectOption('matmul-x')
    await block.selectOption('a formula of your own')
  }
  expect(await page.evaluate(idTrouble)).toEqual([])
})

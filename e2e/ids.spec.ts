import { idTrouble } from './helpers/acts'
import { openAwake } from './helpers/book'
import { figureAt } from './helpers/figure'
import { expect, test } from './helpers/test'

test.describe.configure({ timeout: 180_000 })

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

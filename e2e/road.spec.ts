import { open } from './helpers/book'
import { expect, test } from './helpers/test'

test.describe('after one visit', () => {
  test.use({ provoked: [/ERR_INTERNET_DISCONNECTED|status of 503/] })
  test('the book works with the network cut: a chapter, its figures, the notation, another page', async ({
    page,
    context,
  }) => {
    await page.goto('/slope/?offline=yes')
    await page.evaluate(async () => navigator.serviceWorker.ready)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await context.setOffline(true)

    await open(page, '/linear-layer/#step-through')
    const figure = page.locator('#step-through')
    await figure.getByRole('button', { name: /next/i }).click()
    await expect(figure.locator('.says')).not.toHaveText('')
    expect(await page.evaluate(async () => (await fetch('/notation.json')).ok)).toBe(true)

    await open(page, '/workbench')
    await expect(page).toHaveURL(/\/workbench\/$/)
    await expect(page.locator('[data-awake]').first()).toBeVisible()

    await page.goto('/gallery/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No page here')
  })
})

test('the book is searched by keyboard: a slip is forgiven, the arrows choose, Enter goes there', async ({
  page,
}) => {
  await open(page, '/slope/')
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: 'Search the book' })
  await expect(field).toBeFocused()
  await field.fill('jacobain')
  const options = page.getByRole('dialog').getByRole('option')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(options.first()).toContainText('Jacobian')
  await page.keyboard.press('ArrowDown')
  const second = options.nth(1)
  await expect(second).toHaveAttribute('aria-selected', 'true')
  await expect(field).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? '')
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()

  await page.getByRole('button', { name: 'Search' }).click()
  await field.fill('softmax with cross-entropy')
  await expect(page.getByRole('status').filter({ hasText: 'found' })).toBeVisible()
  const target = await options.first().getAttribute('href')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${target ?? 'nowhere'}$`))
})

test('answers and progress go to another device in a file, and are cleared by a button that can be undone', async ({
  page,
  browser,
}) => {
  const answer = (id: string) => ({
    state: { answers: { [id]: '1' }, progress: { '/slope/': 1 } },
    version: 1,
  })
  const keep = (text: string) => localStorage.setItem('nudge', text)
  await page.addInitScript(keep, JSON.stringify(answer('predict-a')))
  await open(page, '/about/')
  const kept = (on = page) => on.getByLabel('Kept so far')
  await expect(kept()).toHaveText('1 answer, 1 page begun.')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save to a file' }).click()
  const file = await (await saving).path()

  const other = await browser.newContext()
  const there = await other.newPage()
  await there.goto(page.url())
  await expect(kept(there)).toHaveText('0 answers, 0 pages begun.')
  const choosing = there.waitForEvent('filechooser')
  await there.getByRole('button', { name: 'Take from a file' }).click()
  await (await choosing).setFiles(file)
  await expect(kept(there)).toHaveText('1 answer, 1 page begun.')
  await there.getByRole('button', { name: 'Clear all of it' }).click()
  await expect(kept(there)).toHaveText('0 answers, 0 pages begun.')
  await there.getByRole('button', { name: 'Undo' }).click()
  await expect(kept(there)).toHaveText('1 answer, 1 page begun.')
  await there.goto(new URL('/', page.url()).href)
  await expect(there.locator('[data-read="/slope/"]')).toHaveText('read')
  await other.close()
})

import type { Page } from '@playwright/test'
import { chapters, htmlOf, open, openAwake, routes, scrollThrough, settled } from './helpers/book'
import { faceOf, figureAt } from './helpers/figure'
import { expect, test } from './helpers/test'

const heart = '/linear-layer/'

test('how far a chapter was read is kept, never shrinks, and stands on the front page', async ({ page }) => {
  await openAwake(page, heart)
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await settled(page)
  await page.evaluate(() => scrollTo(0, 0))
  await open(page, '/')
  const chapter = page
    .getByRole('list', { name: 'Chapters' })
    .getByRole('listitem')
    .filter({
      has: page.getByRole('link', { name: /The linear layer/ }),
    })
  await expect(chapter.getByText('read', { exact: true })).toBeVisible()
})

test('previous and next lead through all chapters in order, and back', async ({ page }) => {
  const paths = chapters.map(({ path }) => path)
  await open(page, paths[0] ?? '')
  for (const path of paths.slice(1)) {
    await page.getByRole('navigation', { name: 'Chapters' }).getByRole('link', { name: /^Next/ }).click()
    await expect(page).toHaveURL(new RegExp(`${path}$`))
  }
  for (const path of paths.slice(0, -1).reverse()) {
    await page
      .getByRole('navigation', { name: 'Chapters' })
      .getByRole('link', { name: /^Previous/ })
      .click()
    await expect(page).toHaveURL(new RegExp(`${path}$`))
  }
})

test('the contents lists every chapter and leads there', async ({ page }) => {
  await open(page, '/')
  const links = page.getByRole('list', { name: 'Chapters' }).getByRole('link')
  const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(found).toEqual(chapters.map(({ path }) => path))
})

test('every page skips to its text by keyboard', async ({ page }) => {
  await open(page, heart)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the text' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#text$/)
})

test.describe('an address that leads nowhere', () => {
  test.use({ provoked: [/404 \(Not Found\)/] })
  for (const path of ['/nowhere/', '/linear-layer/nowhere', '/nowhere.html'])
    test(`${path} answers 404 with the book's own page, which leads on`, async ({ page }) => {
      const response = await page.goto(path)
      expect(response?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('No page here')
      await page.getByRole('main').getByRole('link', { name: 'The linear layer' }).click()
      await expect(page).toHaveURL(/\/linear-layer\/$/)
    })
})

test('an address without its last slash leads to its page', async ({ page }) => {
  for (const base of ['', `http://127.0.0.1:${process.env.SUB_PORT}/sub`]) {
    const response = await page.goto(`${base}/slope?from=elsewhere#nudge`)
    expect(response?.status()).toBe(200)
    await expect(page).toHaveURL(/\/slope\/\?from=elsewhere#nudge$/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('a prediction opens its answer on a choice, says whether it was right, and remembers', async ({
  page,
}) => {
  await openAwake(page, heart)
  const all = page.getByRole('region', { name: 'Prediction' })
  const count = await all.count()
  expect(count).toBeGreaterThan(0)
  for (let i = 0; i < count; i++) {
    const section = all.nth(i)
    const right = Number(await section.getAttribute('data-predict'))
    const options = await section.getByRole('radio').count()
    const choice = i % 2 === 0 ? right : (right + 1) % options
    await expect(section.getByRole('status')).toBeHidden()
    await section.getByRole('radio').nth(choice).check()
    await expect(section.getByRole('status')).toHaveText(i % 2 === 0 ? /As you predicted/ : /Not this time/)
  }
  await page.reload()
  for (let i = 0; i < count; i++) {
    await expect(all.nth(i).getByRole('radio', { checked: true })).toHaveCount(1)
    await expect(all.nth(i).getByRole('status')).toBeVisible()
  }
})

test('what is answered in one tab is not undone by another, and is counted on the front page there', async ({
  context,
  page,
}) => {
  const prediction = (tab: Page) => tab.getByRole('region', { name: 'Prediction' }).first()
  const front = await context.newPage()
  await open(front, '/')
  await open(page, heart)
  await prediction(page).getByRole('radio').first().check()
  await expect(front.getByText('% read')).toBeVisible()
  await front.getByRole('button', { name: /^Theme/ }).click()
  await page.reload()
  await expect(prediction(page).getByRole('radio').first()).toBeChecked()
  await expect(prediction(page).getByRole('status')).toBeVisible()
})

test('a page that the browser kept as it stood reads what was stored meanwhile', async ({ page }) => {
  await open(page, '/about/')
  await page.evaluate(() => {
    localStorage.setItem('nudge', JSON.stringify({ state: { theme: 'dark' }, version: 1 }))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  })
  await expect(page.getByRole('button', { name: /^Theme/ })).toHaveText('Theme: dark')
})

test('who comes back to a page finds its controls as the figures are, and no answer half given', async ({
  page,
}) => {
  const figure = figureAt(page, 'nudge')
  const option = page.getByRole('region', { name: 'Prediction' }).getByRole('radio').first()
  await openAwake(page, '/slope/')
  await figure.getByRole('button', { name: 'Skip' }).click()
  const start = await faceOf(figure)
  await figure.getByRole('combobox').selectOption({ index: 2 })
  await figure.getByRole('slider').first().press('End')
  await option.press('ArrowDown')
  await page.goto('/about/')
  await page.goBack()
  await scrollThrough(page)
  expect(await faceOf(figure)).toBe(start)
  await expect(page.getByRole('radio', { checked: true }).and(page.locator('section *'))).toHaveCount(0)
})

test('arrow keys walk over the options of a prediction, and Enter commits to one', async ({ page }) => {
  await openAwake(page, heart)
  const section = page.getByRole('region', { name: 'Prediction' }).filter({ has: page.getByRole('radio') })
  const options = section.first().getByRole('radio')
  await options.first().focus()
  for (const at of [1, 2]) {
    await page.keyboard.press('ArrowDown')
    await expect(options.nth(at % (await options.count()))).toBeChecked()
    await expect(section.first().getByRole('status')).toBeHidden()
  }
  await expect(section.first().getByText('Enter commits')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(section.first().getByRole('status')).toBeVisible()
  await expect(section.first().getByText('Enter commits')).toBeHidden()
})

test('the options of a prediction stay where they are when a line comes below them', async ({ page }) => {
  await openAwake(page, '/tensors/')
  const section = page.locator('[id="predict-index"]')
  const option = section.getByRole('radio').nth(1)
  await option.focus()
  await option.evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 138))
  await settled(page)
  const place = (await option.boundingBox())?.y
  await page.keyboard.press('ArrowDown')
  await expect(section.getByText('Enter commits')).toBeVisible()
  await settled(page)
  expect((await option.boundingBox())?.y).toBe(place)
})

test('a prediction can be skipped: its answer unfolds without a choice', async ({ page }) => {
  await open(page, heart)
  const section = page.getByRole('region', { name: 'Prediction' }).first()
  await section.getByText('Show the answer').click()
  await expect(section.getByRole('group').last()).toHaveAttribute('open', '')
})

/** The predictions of a page that a figure waits for, as [prediction, figure]. */
const locking = (route: (typeof routes)[number]) =>
  [...htmlOf(route).matchAll(/<section [^>]*data-predict=[^>]*>/g)].flatMap(([tag]) => {
    const [, id = ''] = / id="([^"]+)"/.exec(tag) ?? []
    const [, figure] = / data-locks="([^"]+)"/.exec(tag) ?? []
    return figure ? [[id, figure] as const] : []
  })
const lockOf = (page: Page, figure: string) => figureAt(page, figure).getByText('These controls wait')
const inertIn = (page: Page, figure: string) => figureAt(page, figure).locator('[inert]')
const withLocks = chapters.filter((route) => locking(route).length > 0)

test('some chapter has a figure that waits for a prediction', () => expect(withLocks).not.toEqual([]))

for (const route of withLocks)
  test(`${route.path}: figures wait for their predictions, Skip frees one by one press, and all is remembered`, async ({
    page,
  }) => {
    await openAwake(page, route.path)
    const pairs = locking(route)
    for (const [i, [prediction, figure]] of pairs.entries()) {
      await expect(lockOf(page, figure)).toBeVisible()
      await expect(inertIn(page, figure)).not.toHaveCount(0)
      await expect(page.locator(`[id="${prediction}"]`).getByText('waits for it')).toBeVisible()
      const section = page.locator(`[id="${prediction}"]`)
      if (i % 3 === 0) await figureAt(page, figure).getByRole('button', { name: 'Skip' }).click()
      else if (i % 3 === 1) await section.getByText('Show the answer').click()
      else if ((await section.getByRole('radio').count()) > 0) await section.getByRole('radio').last().check()
      else {
        await section.getByRole('textbox').fill('1')
        await section.getByRole('button', { name: 'Commit' }).click()
      }
      await expect(lockOf(page, figure)).toHaveCount(0)
      await expect(inertIn(page, figure)).toHaveCount(0)
      await expect(figureAt(page, figure)).not.toHaveAttribute('data-covers')
      await expect(section.getByText('waits for it')).toBeHidden()
    }
    await openAwake(page, route.path)
    for (const [, figure] of pairs) await expect(inertIn(page, figure)).toHaveCount(0)
  })

for (const route of withLocks)
  test(`${route.path}: a link to a figure's state frees that figure and no other`, async ({ page }) => {
    const [[, first = ''] = [], ...others] = locking(route)
    await openAwake(page, `${route.path}#${first}?v=1`)
    await expect(inertIn(page, first)).toHaveCount(0)
    for (const [, other] of others) if (other !== first) await expect(inertIn(page, other)).not.toHaveCount(0)
  })

const waiting = (page: Page) => page.locator('[inert], .lock, [data-covers]:is(figure)')

test('no figure waits any more once the reader says so, on no page, until the box is ticked again', async ({
  page,
}) => {
  await openAwake(page, heart)
  await page.getByRole('button', { name: 'Never wait' }).first().press('Enter')
  await expect(waiting(page)).toHaveCount(0)
  await expect(page.locator(':focus')).not.toHaveCount(0)
  for (const line of await page.getByText('waits for it').all()) await expect(line).toBeHidden()
  await openAwake(page, '/slope/')
  await expect(waiting(page)).toHaveCount(0)
  await openAwake(page, '/about/')
  const box = page.getByRole('checkbox', { name: /wait for my predictions/ })
  await expect(box).not.toBeChecked()
  await box.check()
  await openAwake(page, '/slope/')
  await expect(waiting(page)).not.toHaveCount(0)
})

test('a link that ends in ?wait=no turns the waiting off, and ?wait=yes on', async ({ page }) => {
  await openAwake(page, `${heart}?wait=no#nudge-cell`)
  await expect(waiting(page)).toHaveCount(0)
  await openAwake(page, heart)
  await expect(waiting(page)).toHaveCount(0)
  await openAwake(page, `${heart}?wait=yes`)
  await expect(waiting(page)).not.toHaveCount(0)
})

test('what a figure covers while it waits is out of reach, and plain once it is answered', async ({
  page,
}) => {
  await openAwake(page, '/slope/')
  const figure = figureAt(page, 'chain')
  const parts = figure.locator('.says, figcaption, .telling')
  const blurs = () => parts.evaluateAll((all) => all.map((part) => getComputedStyle(part).filter))
  expect((await blurs()).every((filter) => filter.startsWith('blur'))).toBe(true)
  expect(await parts.evaluateAll((all) => all.filter((part) => !part.closest('[inert]')).length)).toBe(0)
  await figure.getByRole('button', { name: 'Skip' }).click()
  expect((await blurs()).every((filter) => filter === 'none')).toBe(true)
  await page.emulateMedia({ media: 'print' })
  expect((await blurs()).every((filter) => filter === 'none')).toBe(true)
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })
  for (const route of withLocks)
    test(`${route.path}: no figure waits`, async ({ page }) => {
      await page.goto(route.path)
      await expect(page.locator('[inert], .lock')).toHaveCount(0)
      for (const line of await page.locator('.lock-line').all()) await expect(line).toBeHidden()
    })
})

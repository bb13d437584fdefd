import type { Page } from '@playwright/test'
import { open, openAwake, settled } from './helpers/book'
import { figureAt } from './helpers/figure'
import { browserList } from '../src/app/browsers'
import { expect, test } from './helpers/test'

const figure = (page: Page) => page.getByRole('figure').first()
const lives = async (page: Page) => {
  const slider = figure(page).getByRole('slider').and(page.locator('input')).first()
  const before = await slider.inputValue()
  await slider.press('ArrowLeft')
  await expect(slider).not.toHaveValue(before)
}
const controls = (page: Page) =>
  figure(page).locator('button, select, input, [role=slider]').filter({ visible: true })

test.describe('a figure whose script does not come', () => {
  test.use({ provoked: [/404|Failed to load|module script|MIME/i] })

  const faults = {
    'answers 404': { status: 404, body: 'not here' },
    'is a page': { status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' },
  }
  for (const [name, answer] of Object.entries(faults))
    test(`and ${name}: it says so, shows no live controls, and wakes when asked again`, async ({ page }) => {
      let broken = true
      await page.route(/assets\/View-/, (route) => (broken ? route.fulfill(answer) : route.continue()))
      await page.goto('/gallery/nudge/')
      const again = page.getByRole('button', { name: 'Try again' }).first()
      await expect(page.getByText('The script of this figure did not come').first()).toBeVisible()
      await expect(controls(page)).toHaveCount(0)
      broken = false
      await again.click()
      await expect(controls(page)).not.toHaveCount(0)
      await lives(page)
    })

  test('and the browser is online again: it wakes by itself', async ({ page, context }) => {
    let broken = true
    await page.route(/assets\/View-/, (route) => (broken ? route.abort() : route.continue()))
    await page.goto('/gallery/nudge/')
    await expect(page.getByText('The script of this figure did not come').first()).toBeVisible()
    broken = false
    await context.setOffline(true)
    await context.setOffline(false)
    await expect(page.getByText('The script of this figure did not come')).toHaveCount(0)
    await lives(page)
  })

  test('and hangs: after a while it says so, and wakes when it has come', async ({ page }) => {
    let go: () => void = () => undefined
    const released = new Promise<void>((resolve) => (go = resolve))
    await page.clock.install()
    await page.route(/assets\/View-/, async (route) => {
      await released
      await route.continue()
    })
    await page.goto('/gallery/nudge/', { waitUntil: 'commit' })
    await expect(page.getByRole('button', { name: /^Theme/ })).toHaveAttribute('data-awake', '')
    await expect(async () => {
      await page.clock.runFor(11_000)
      await expect(page.getByText('is slow to come').first()).toBeVisible({ timeout: 500 })
    }).toPass()
    await expect(page.getByRole('button', { name: 'Load the page again' }).first()).toBeVisible()
    await expect(controls(page)).toHaveCount(0)
    go()
    await expect(async () => {
      await page.clock.runFor(100)
      await expect(page.getByText('is slow to come')).toHaveCount(0, { timeout: 500 })
    }).toPass()
  })

  test('a page without its script says so, and shows no live controls', async ({ page }) => {
    await page.route(/assets\/index-/, (route) => route.fulfill({ status: 404, body: '' }))
    await page.goto('/gallery/nudge/')
    await expect(page.getByText('The script of this page did not come')).toBeVisible()
    await expect(controls(page)).toHaveCount(0)
  })
})

/** Takes a part of the browser away before the page runs. */
const without = (page: Page, ...names: string[]) =>
  page.addInitScript((all) => {
    for (const name of all) {
      const [key = '', ...rest] = name.split('.').reverse()
      let owner = globalThis as unknown as Record<string, unknown>
      for (const part of rest.reverse()) owner = owner[part] as Record<string, unknown>
      delete owner[key]
    }
  }, names)

for (const name of [
  'HTMLElement.prototype.popover',
  'Document.prototype.adoptedStyleSheets',
  'IntersectionObserver',
  'ResizeObserver',
  'Array.prototype.with',
])
  test(`a browser without ${name} is older than the book’s: a line says so, and nothing looks alive`, async ({
    page,
  }) => {
    await without(page, name)
    await page.goto('/gallery/nudge/')
    await expect(page.getByText(`need a newer browser: ${browserList}`)).toBeVisible()
    await expect(controls(page)).toHaveCount(0)
    await expect(figure(page).getByRole('textbox')).toHaveCount(0)
  })

test('a browser just as old as the oldest of the list has all that the book uses', async ({ page }) => {
  await without(
    page,
    'Promise.withResolvers',
    'Promise.try',
    'Object.groupBy',
    'Map.groupBy',
    'Array.fromAsync',
    'URL.parse',
    'RegExp.escape',
    'Set.prototype.union',
    'Set.prototype.intersection',
    'Set.prototype.difference',
    'Iterator.prototype.map',
    'Iterator.prototype.filter',
    'Iterator.prototype.flatMap',
    'Iterator.prototype.toArray',
    'ArrayBuffer.prototype.transfer',
    'Element.prototype.setHTMLUnsafe',
    'Element.prototype.moveBefore',
    'CSSStyleSheet.prototype.nothing',
  )
  for (const path of ['/gallery/nudge/', '/linear-layer/']) {
    await openAwake(page, path)
    await expect(page.getByRole('alert').filter({ hasText: 'stopped' })).toHaveCount(0)
  }
})

test.describe('a figure that breaks over what it starts from', () => {
  /** Math.exp of 1.2345 throws, or never ends. */
  const plant = (page: Page, hangs: boolean) =>
    page.addInitScript((forever) => {
      const { exp } = Math
      Math.exp = (x) => {
        if (x === 1.2345) {
          // A text that no regular expression engine is done with.
          if (forever) /^(a+)+$/.test('a'.repeat(60) + '!')
          throw new Error('this breaks')
        }
        return exp(x)
      }
    }, hangs)
  const link = '#nudge-parabola?v=1&f=exp(x)&x=1.2345'

  test('comes up in its first state and says so; another link is followed', async ({ page }) => {
    await plant(page, false)
    await open(page, `/gallery/nudge/${link}`)
    const nudge = figureAt(page, 'nudge-parabola')
    await expect(
      nudge.getByText('The link stopped this figure: this breaks. The figure shows its start instead.'),
    ).toBeVisible()
    await page.evaluate(() => void (location.hash = '#nudge-parabola?v=1&x=1.5'))
    await expect(nudge.getByRole('slider', { name: 'x', exact: true }).first()).toHaveAttribute(
      'aria-valuetext',
      /1\.5/,
    )
  })

  test('that breaks later starts anew without its link', async ({ page }) => {
    await plant(page, false)
    await open(page, '/gallery/nudge/#nudge-parabola?v=1&f=exp(x)&x=1')
    const nudge = figureAt(page, 'nudge-parabola')
    const field = nudge.getByRole('textbox', { name: 'x, as a number' }).first()
    await field.fill('1.2345')
    await expect(nudge.getByRole('alert')).toHaveText(/This figure stopped: this breaks/)
    await nudge.getByRole('button', { name: 'Start the figure anew' }).click()
    await expect(nudge.getByRole('textbox', { name: 'f(x), typed' })).not.toHaveValue('exp(x)')
    await settled(page)
    await expect(nudge.getByRole('alert')).toHaveCount(0)
  })

  test('that hangs the page over its link starts without it the next time, and says so', async ({
    context,
  }) => {
    const first = await context.newPage()
    await plant(first, true)
    await first.goto(`/gallery/nudge/${link}`, { waitUntil: 'commit' })
    const second = await context.newPage()
    await second.goto('/about/')
    await expect.poll(() => second.evaluate(() => localStorage.getItem('nudge-starting'))).toContain('1.2345')
    void first.close()
    await open(second, `/gallery/nudge/${link}`)
    await expect(
      figureAt(second, 'nudge-parabola').getByText('The link stopped the page the last time.'),
    ).toBeVisible()
    await second.reload()
    await expect(
      figureAt(second, 'nudge-parabola').getByRole('textbox', { name: 'f(x), typed' }),
    ).toHaveValue('exp(x)')
  })

  test('an exercise’s answer is stored once it was judged', async ({ context, page }) => {
    const stored = () => page.evaluate(() => localStorage.getItem('nudge') ?? '')
    const answered = async (tab: Page, text: string) => {
      await openAwake(tab, '/gallery/question/')
      const question = tab.locator('[id="question-number"]')
      await question.getByRole('textbox').fill(text)
      await expect.poll(stored).toContain('text=')
      return question.getByRole('button', { name: 'Check' })
    }
    await page.goto('/about/')
    const hung = await context.newPage()
    await plant(hung, true)
    await (
      await answered(hung, 'exp(1.2345)')
    ).evaluate((button: HTMLElement) => {
      setTimeout(() => button.click())
    })
    // What the hung page did before it hung has come here by now.
    await page.waitForTimeout(1000)
    expect(await stored()).not.toContain('checked=')
    void hung.close()
    await (await answered(page, '2+2')).click()
    await expect.poll(stored).toContain('checked=2')
  })
})

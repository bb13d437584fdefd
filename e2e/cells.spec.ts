import type { Locator, Page } from '@playwright/test'
import { open, openAwake, settled } from './helpers/book'
import { cells, figureAt, numbersOf, toNumber, valueOf } from './helpers/figure'
import { expect, test } from './helpers/test'

const path = '/gallery/nudge-cell/'
const figureOn = (page: Page) => figureAt(page, 'nudge-x')
/** x₁,₁ of the layer y = xw, and the entry y₁,₁ that depends on it. */
const input = (page: Page) => cells(figureOn(page), /^x,/).first()
const output = (page: Page) => cells(figureOn(page), /^y,/).first()
const field = (page: Page) => cells(figureOn(page), /^x,/).first().getByRole('textbox')
/** The sentence about bad input; the figure's outputs have the same role. */
const notice = (page: Page) => figureOn(page).locator('p[role=status]')

const centre = async (locator: Locator) => {
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  if (!box) throw new Error('not in sight')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The numbers of a cell, by the names of all: one, or with what a nudge adds two. */
const shown = (names: string[], of: string, i: number, j: number) =>
  numbersOf(names.find((name) => name.startsWith(`${of}, row ${i}, column ${j}`)) ?? '')

/** y₁,₁ as x, the nudge and w on the page have it. */
const product = (names: string[]) => {
  const read = (of: string, i: number, j: number) => shown(names, of, i, j).reduce((a, b) => a + b, 0)
  const inner = names.filter((name) => name.startsWith('x, row 1,')).length
  return Array.from({ length: inner }, (_, d) => read('x', 1, d + 1) * read('w', d + 1, 1)).reduce(
    (a, b) => a + b,
  )
}

// The figure is the first of its page, so it wakes without scrolling.
test.beforeEach(async ({ page }) => void (await open(page, path)))

test('a digit opens the field, what is typed counts at once, Enter keeps it', async ({ page }) => {
  const before = await valueOf(output(page))
  await input(page).focus()
  await page.keyboard.press('7')
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveValue('7')
  await expect.poll(() => valueOf(output(page))).not.toBe(before)
  await page.keyboard.press('Enter')
  await expect(input(page)).toBeFocused()
  expect(await valueOf(input(page))).toBe(7)
})

test('Enter and F2 open the field, a decimal comma and a true minus are understood', async ({ page }) => {
  for (const [key, typed, value] of [
    ['Enter', '1,5', 1.5],
    ['F2', '−2.25', -2.25],
    ['Enter', '1e-2', 0.01],
  ] as const) {
    await input(page).focus()
    await page.keyboard.press(key)
    await field(page).fill(typed)
    await page.keyboard.press('Enter')
    expect(await valueOf(input(page))).toBe(value)
  }
})

for (const [what, typed] of [
  ['no number', 'abc'],
  ['nothing', ''],
  ['a number too large', '1e99'],
  ['a number too small', '-1e7'],
  ['Infinity', 'Infinity'],
  ['NaN', 'NaN'],
  ['a formula', '1+1'],
  ['markup', '<b>1</b>'],
] as const)
  test(`${what} gets its sentence, and the old number stays`, async ({ page }) => {
    const before = [await valueOf(input(page)), await valueOf(output(page))]
    await input(page).focus()
    await page.keyboard.press('Enter')
    await field(page).fill('')
    // Key by key: its first characters may be a number.
    await field(page).pressSequentially(typed)
    await expect(notice(page)).toHaveText(/\w+.*\.$/)
    await expect(field(page)).toHaveAttribute('aria-invalid', 'true')
    expect(await valueOf(output(page))).toBe(before[1])
    await page.getByRole('heading', { level: 1 }).click()
    await expect(field(page)).toHaveCount(0)
    expect([await valueOf(input(page)), await valueOf(output(page))]).toEqual(before)
  })

test('a tiny number is kept and shown as one', async ({ page }) => {
  await input(page).focus()
  await page.keyboard.press('Enter')
  await field(page).fill('1e-12')
  await page.keyboard.press('Enter')
  await expect(input(page)).toHaveAccessibleName(/: (1 × 10⁻¹²|0) \+ 0\.5$/)
  expect(await figureOn(page).innerText()).not.toMatch(/NaN|undefined|Infinity/)
})

test('Escape undoes what was typed', async ({ page }) => {
  const before = [await valueOf(input(page)), await valueOf(output(page))]
  await input(page).focus()
  await page.keyboard.press('9')
  await expect.poll(() => valueOf(output(page))).not.toBe(before[1])
  await page.keyboard.press('Escape')
  await expect(input(page)).toBeFocused()
  expect([await valueOf(input(page)), await valueOf(output(page))]).toEqual(before)
})

test('arrow keys step the number that is typed, PageUp and PageDown the one that is not; Shift coarser, Alt finer', async ({
  page,
}) => {
  const steps = [
    ['Up', 0.1],
    ['Down', -0.1],
    ['Shift+Up', 1],
    ['Shift+Down', -1],
    ['Alt+Up', 0.01],
    ['Alt+Down', -0.01],
  ] as const
  let value = await valueOf(input(page))
  await input(page).focus()
  for (const [key, by] of steps) {
    value += by
    await page.keyboard.press(key.replace('Up', 'PageUp').replace('Down', 'PageDown'))
    expect(await valueOf(input(page)), key).toBeCloseTo(value, 9)
  }
  await page.keyboard.press('Enter')
  for (const [key, by] of steps) {
    value += by
    await page.keyboard.press(key.replace('Up', 'ArrowUp').replace('Down', 'ArrowDown'))
    expect(toNumber(await field(page).inputValue()), `Arrow${key}`).toBeCloseTo(value, 9)
  }
})

test('every dependent number follows a drag in the same frame', async ({ page }) => {
  const { x, y } = await centre(input(page))
  await page.mouse.move(x, y)
  await page.mouse.down()
  await figureOn(page).evaluate((figure) => {
    const frames: string[][] = []
    Object.assign(window, { drawnFrames: frames })
    const names = () =>
      [...figure.querySelectorAll('[role=gridcell]')].map((cell) => cell.getAttribute('aria-label') ?? '')
    // The first frame that the browser draws after a move already has to have it.
    addEventListener('pointermove', () => requestAnimationFrame(() => frames.push(names())), {
      capture: true,
    })
  })
  const before = await valueOf(input(page))
  for (const dx of [12, 24, 48, 60]) {
    await page.mouse.move(x + dx, y)
    await settled(page)
  }
  await page.mouse.up()
  const frames = await page.evaluate(() => (window as never as { drawnFrames: string[][] }).drawnFrames)
  expect(frames.length).toBeGreaterThanOrEqual(4)
  expect(shown(frames.at(-1) ?? [], 'x', 1, 1)[0], 'the frame after the last move').toBeCloseTo(before + 1, 9)
  expect(await valueOf(input(page))).toBeCloseTo(before + 1, 9)
  for (const names of frames) expect(shown(names, 'y', 1, 1)[0]).toBeCloseTo(product(names), 2)
  expect(new Set(frames.map((names) => names.join())).size, 'numbers of each frame').toBeGreaterThanOrEqual(4)
})

test('Escape in the middle of a drag brings the number back', async ({ page }) => {
  const before = await valueOf(input(page))
  const { x, y } = await centre(input(page))
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y, { steps: 4 })
  await expect.poll(() => valueOf(input(page))).not.toBe(before)
  await page.keyboard.press('Escape')
  await expect.poll(() => valueOf(input(page))).toBe(before)
  await page.mouse.move(x + 90, y)
  await page.mouse.up()
  expect(await valueOf(input(page))).toBe(before)
})

test.describe('by touch', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  const swipe = async (page: Page, dx: number, dy: number) => {
    const { x, y } = await centre(input(page))
    const client = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share = 0) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx * share, y: y + dy * share }],
      })
    await touch('touchStart')
    for (let share = 0.1; share <= 1; share += 0.1) await touch('touchMove', share)
    await touch('touchEnd')
    await settled(page)
  }

  test('a finger moved sideways changes the number, and the page stays', async ({ page }) => {
    const before = await valueOf(input(page))
    await centre(input(page))
    const top = await page.evaluate(() => scrollY)
    await swipe(page, 80, 4)
    await expect.poll(() => valueOf(input(page))).toBeGreaterThan(before + 0.5)
    expect(await page.evaluate(() => scrollY)).toBe(top)
  })

  test('a finger moved up scrolls the page, and the number stays', async ({ page }) => {
    const before = await valueOf(input(page))
    await centre(input(page))
    const top = await page.evaluate(() => scrollY)
    await swipe(page, 3, -200)
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 100)
    expect(await valueOf(input(page))).toBe(before)
    await expect(field(page)).toHaveCount(0)
  })
})

test('a press on the map of a large Jacobian picks the entry there and brings it into sight', async ({
  page,
}) => {
  await openAwake(page, '/gallery/jacobian-blocks/')
  const figure = figureAt(page, 'block-typed')
  const map = figure.getByRole('img', { name: /All of the Jacobian/ })
  const { width, height } = (await map.boundingBox()) ?? { width: 0, height: 0 }
  await map.click({ position: { x: width - 10, y: height - 10 } })
  const last = figure.getByRole('gridcell', { name: /^Jacobian of y by x, y₆,₆ by x₆,₅/ })
  await expect(last).toHaveAttribute('aria-selected', 'true')
})

import { openAwake, settled } from './helpers/book'
import { cells, faceOf, figureAt } from './helpers/figure'
import { expect, test } from './helpers/test'

test('Tab reaches every control of the first figure of chapter 6, in the order of the page, and leaves it', async ({
  page,
}) => {
  await openAwake(page, '/linear-layer/')
  const figure = page.getByRole('figure').first()
  // Every stop gets a number; of a group of radio buttons one is a stop.
  const stops = await figure.evaluate((element) => {
    const all = [
      ...element.querySelectorAll<HTMLInputElement>(
        'a[href], button, input, select, summary, [tabindex="0"]',
      ),
    ]
      .filter((stop) => !stop.disabled && stop.tabIndex >= 0 && stop.checkVisibility())
      .filter((stop) => stop.type !== 'radio' || stop.checked)
    all.forEach((stop, i) => (stop.dataset.stop = String(i)))
    return all.length
  })
  expect(stops).toBeGreaterThan(5)
  await figure.locator('[data-stop="0"]').focus()
  const order: string[] = []
  for (let i = 0; i < stops; i++) {
    const [stop, outline] = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const shown = element.matches('[type=radio]') ? (element.nextElementSibling ?? element) : element
      return [
        element.dataset.stop ?? `${element.outerHTML.slice(0, 80)}`,
        getComputedStyle(shown).outlineStyle,
      ]
    })
    order.push(stop ?? '')
    if (i > 0) expect.soft(outline, `stop ${stop} shows that it has the focus`).not.toBe('none')
    await page.keyboard.press('Tab')
  }
  expect(order).toEqual(Array.from({ length: stops }, (_, i) => String(i)))
  expect(await figure.evaluate((element) => element.contains(document.activeElement))).toBe(false)
})

test('Skip, pressed by a key, hands the focus on to the figure that it frees', async ({ page }) => {
  await openAwake(page, '/backprop/')
  const figure = figureAt(page, 'memory')
  await figure.getByRole('button', { name: 'Skip' }).press('Enter')
  await expect(figure.getByRole('combobox', { name: 'Layer' })).toBeFocused()
})

test('a button that its press uses up keeps the focus', async ({ page }) => {
  await openAwake(page, '/gallery/probe/')
  const pass = page.getByRole('figure').first().getByRole('button', { name: 'One reverse pass' })
  await pass.press('Enter')
  await expect(pass).toBeDisabled()
  await expect(pass).toBeFocused()
})

test('a control stays where it is while the reader is at it, however tall the picture above it grows', async ({
  page,
}) => {
  await openAwake(page, '/errata/')
  const figure = figureAt(page, 'proof-5')
  const size = figure.getByRole('combobox').first()
  await size.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
  await size.focus()
  await settled(page)
  const place = async () => (await size.boundingBox())?.y ?? 0
  const [before, tall] = [await place(), (await figure.boundingBox())?.height ?? 0]
  await size.selectOption('4')
  await expect.poll(async () => (await figure.boundingBox())?.height).toBeGreaterThan(tall + 50)
  // A page scrolls by whole pixels.
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1)
})

test('whichever entry is nudged, what stands below stays where it is', async ({ page }) => {
  await openAwake(page, '/')
  const figure = page.getByRole('figure').first()
  const heights = new Set<number | undefined>()
  for (const grid of [/^x,/, /^w,/, /^x,/]) {
    await cells(figure, grid).first().focus()
    await settled(page)
    heights.add((await figure.boundingBox())?.height)
  }
  expect([...heights]).toHaveLength(1)
})

test('a slider steps by arrow keys, Shift coarser, Alt finer; Home, End and Escape work, and its field says the same', async ({
  page,
}) => {
  await openAwake(page, '/gallery/nudge-cell/')
  const figure = figureAt(page, 'nudge-x')
  const slider = figure.getByRole('slider').first()
  const value = () => slider.inputValue().then(Number)
  const start = await value()
  await slider.focus()
  let expected = start
  for (const [key, by] of [
    ['ArrowRight', 0.1],
    ['ArrowLeft', -0.1],
    ['ArrowUp', 0.1],
    ['Alt+ArrowRight', 0.01],
    ['Alt+ArrowLeft', -0.01],
    ['Shift+ArrowLeft', -1],
  ] as const) {
    expected += by
    await page.keyboard.press(key)
    expect(await value(), key).toBeCloseTo(expected, 6)
  }
  await page.keyboard.press('End')
  expect(await value()).toBe(Number(await slider.getAttribute('max')))
  await page.keyboard.press('Home')
  expect(await value()).toBe(Number(await slider.getAttribute('min')))
  await expect(figure.getByRole('textbox', { name: /as a number/ }).first()).toHaveValue('−1')
  await page.keyboard.press('Escape')
  expect(await value()).toBeCloseTo(start, 6)
})

test.describe('the stepper', () => {
  test.beforeEach(({ page }) => openAwake(page, '/gallery/step-through/'))

  test('walks by buttons, by arrow keys and by its slider, and says each step', async ({ page }) => {
    const figure = page.getByRole('figure').first()
    const slider = figure.getByRole('slider', { name: 'Step', exact: true })
    const next = figure.getByRole('button', { name: 'Next' })
    const back = figure.getByRole('button', { name: 'Previous step' })
    const last = Number(await slider.getAttribute('max'))
    await slider.press('Home')
    await expect(back).toBeDisabled()
    const faces = new Set<string>()
    for (let step = 0; step <= last; step++) {
      expect(await slider.inputValue()).toBe(String(step))
      await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`^${step + 1} of ${last + 1}: .`))
      faces.add(await faceOf(figure))
      if (step < last) await next.click()
    }
    expect(faces.size).toBe(last + 1)
    await expect(next).toBeDisabled()
    await back.press('ArrowLeft')
    await back.press('ArrowLeft')
    await back.press('ArrowRight')
    expect(await slider.inputValue()).toBe(String(last - 1))
    await back.click()
    expect(await slider.inputValue()).toBe(String(last - 2))
  })

  test('plays by itself at the chosen speed, pauses, and starts over at the end', async ({ page }) => {
    await page.clock.install()
    const figure = page.getByRole('figure').first()
    const slider = figure.getByRole('slider', { name: 'Step', exact: true })
    await slider.press('Home')
    await figure.getByRole('button', { name: 'Play' }).click()
    await page.clock.runFor(2500)
    expect(await slider.inputValue()).toBe('1')
    await figure.getByRole('combobox', { name: 'Speed' }).selectOption('2×')
    await page.clock.runFor(1300)
    expect(await slider.inputValue()).toBe('2')
    await figure.getByRole('button', { name: 'Pause' }).click()
    await page.clock.runFor(10_000)
    expect(await slider.inputValue()).toBe('2')
    await slider.press('End')
    await figure.getByRole('button', { name: 'Play' }).click()
    expect(await slider.inputValue()).toBe('0')
  })
})

test.describe('a broken figure', () => {
  // React says on the console what broke.
  test.use({ provoked: [/a number broke/] })
  test('says so, leaves the others alone, and starts anew on request', async ({ page }) => {
    await openAwake(page, '/gallery/nudge-cell/')
    const [broken, other] = [figureAt(page, 'nudge-x'), figureAt(page, 'nudge-w')]
    const start = await faceOf(broken)
    await page.evaluate(() => {
      const { toPrecision } = Number.prototype
      Reflect.set(Number.prototype, 'toPrecision', () => {
        throw new Error('a number broke')
      })
      Object.assign(window, { mend: () => Reflect.set(Number.prototype, 'toPrecision', toPrecision) })
    })
    await broken.getByRole('slider').first().press('ArrowRight')
    await expect(broken.getByRole('alert')).toContainText('This figure stopped: a number broke')
    await page.evaluate(() => (window as never as { mend: () => void }).mend())
    const before = await faceOf(other)
    await other.getByRole('slider').first().press('ArrowRight')
    expect(await faceOf(other)).not.toBe(before)
    await broken.getByRole('button', { name: 'Start the figure anew' }).click()
    await settled(page)
    expect(await faceOf(broken)).toBe(start)
  })
})

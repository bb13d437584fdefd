import { browserArguments } from '../scripts/browser'
import { openAwake } from './helpers/book'
import { faceOf, figureAt, nonsense } from './helpers/figure'
import { expect, test } from './helpers/test'

// Chromium can play a graphics card by software: slow, and right. Nothing here says how fast a step is.
const software = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader']
const { CHROMIUM_PATH: executablePath } = process.env
test.use({
  launchOptions: {
    ...(executablePath && { executablePath }),
    args: [...browserArguments, ...software],
    ignoreDefaultArgs: ['--disable-gpu'],
  },
})
test.describe.configure({ timeout: 120_000 })

test('every step that the device has gives the same answer; what is absent says why', async ({ page }) => {
  await openAwake(page, '/gallery/ladder/')
  const figure = figureAt(page, 'ladder-small')
  const start = await faceOf(figure)
  const climb = figure.getByRole('button', { name: 'Climb' })
  await climb.focus()
  await page.keyboard.press('Enter')
  await expect(climb).toHaveCount(0)
  await expect(climb).toBeVisible({ timeout: 90_000 })
  await expect(climb).toBeFocused()
  expect(page.workers()).toHaveLength(0)
  const steps = await figure.getByRole('list', { name: 'The steps' }).getByRole('listitem').allInnerTexts()
  expect(steps).toHaveLength(6)
  for (const step of steps) expect(step).toMatch(/GFLOP\/s[^]*Same answer|Not here: /)
  for (const step of steps.slice(0, 3)) expect(step).toMatch(/Same answer/)
  await expect(figure.locator('.says', { hasText: /times as fast/ })).toBeVisible()
  expect(await faceOf(figure)).not.toMatch(nonsense)
  await figure.getByRole('button', { name: 'Reset' }).click()
  await expect.poll(() => faceOf(figure)).toBe(start)

  const adapter = await page.evaluate(async () => (await navigator.gpu?.requestAdapter()) !== null)
  test.skip(!adapter, 'this Chromium plays no graphics card: the shaders were not tested')
  // The card's products were the kernel's to the last bit, in all sizes and transposes tried, or it would be absent.
  expect(steps[4]).toMatch(/Same answer/)
})

test('Cancel keeps the steps that were climbed, and leaves no worker', async ({ page }) => {
  await openAwake(page, '/gallery/ladder/')
  const figure = figureAt(page, 'ladder-handout')
  await figure.getByRole('button', { name: 'Climb' }).click()
  await expect(figure.getByRole('status', { name: 'nested loops: time' })).toHaveText(/^\d/, {
    timeout: 60_000,
  })
  await figure.getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(() => page.workers().length).toBe(0)
  await expect(figure.getByText(/^Made for 6.3% of the entries/)).toBeVisible()
})

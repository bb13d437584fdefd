import type { Page } from '@playwright/test'
import { openAwake } from './helpers/book'
import { faceOf, figureAt, nonsense } from './helpers/figure'
import { expect, test } from './helpers/test'

// Nothing here says how long a run takes, or how fast it is: only that it ends, and what it leaves behind.
test.describe.configure({ timeout: 120_000 })

const opened = async (page: Page, id: string, path = '/gallery/run-it/') => {
  await openAwake(page, path)
  const figure = figureAt(page, id)
  const compute = figure.getByRole('button', { name: 'Compute the layer' })
  const build = figure.getByRole('button', { name: 'Build small Jacobians' })
  const cancel = figure.getByRole('button', { name: 'Cancel' })
  await figure.getByText('The run in numbers').click()
  return { figure, compute, build, cancel }
}
const patient = { timeout: 90_000 }

for (const base of ['', 'sub'])
  test(`a layer is computed, checked and shared out over threads${base && ', under a sub-path'}`, async ({
    page,
  }) => {
    const path = base ? `http://127.0.0.1:${process.env.SUB_PORT}/sub/gallery/run-it/` : undefined
    const { figure, compute, cancel } = await opened(page, 'run-small', path)
    await compute.focus()
    await page.keyboard.press('Enter')
    await expect(cancel.or(compute)).toBeFocused()
    await expect(figure.locator('.says', { hasText: /took .* here/ })).toBeVisible(patient)
    await expect(compute).toBeFocused()
    await expect(figure.getByRole('status', { name: 'GFLOP/s of all three' })).toHaveText(/^\d/)
    await expect(figure.getByRole('status', { name: /recomputed in double precision/ })).toHaveText(
      /× 10⁻[⁶⁷⁸]$/,
    )
    await expect(figure.getByRole('status', { name: /computed by/ })).toHaveText(/WebAssembly/)
    await expect(figure.getByRole('status', { name: /threads/ })).toHaveText(/threads: |offers one/)
    expect(await faceOf(figure)).not.toMatch(nonsense)
    expect(page.workers()).toHaveLength(0)
  })

test('threads share memory where the host isolates the page, with the same answer', async ({
  page,
  context,
}) => {
  await context.route('**/*', async (route) => {
    const response = await route.fetch()
    const isolation = {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    }
    await route.fulfill({ response, headers: { ...response.headers(), ...isolation } })
  })
  const { figure, compute } = await opened(page, 'run-small')
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  await compute.click()
  await expect(compute).toHaveCount(0)
  await expect(compute).toBeVisible(patient)
  const difference = figure.getByRole('status', { name: 'one thread against all' })
  await expect(difference).toHaveText(/^none$|× 10⁻[⁶⁷⁸]$|^–/)
  const threads = figure.getByRole('status', { name: 'all threads, and the gain' })
  await expect(threads).toHaveText(/memory shared|offers one/)
})

test('the same again and again leaves no worker behind, and Reset forgets what was measured', async ({
  page,
}) => {
  const { figure, compute } = await opened(page, 'run-small')
  const start = await faceOf(figure)
  for (let run = 0; run < 4; run++) {
    await compute.click()
    await expect(compute).toHaveCount(0)
    await expect(compute).toBeVisible(patient)
    expect(page.workers()).toHaveLength(0)
  }
  expect(await faceOf(figure)).not.toBe(start)
  await figure.getByRole('button', { name: 'Reset' }).click()
  await expect.poll(() => faceOf(figure)).toBe(start)
})

test('Jacobians are built one after the other, until the next would take too long', async ({ page }) => {
  const { figure, build } = await opened(page, 'run-handout')
  await build.click()
  await expect(build).toBeVisible(patient)
  await expect(figure.getByRole('status', { name: 'largest built here' })).toHaveText(
    /^N = \d+: [\d.]+ [KM]iB, /,
  )
  await expect(
    figure.locator('.says', {
      hasText: /alone takes [\d,]+ times as many operations, and 256 GiB/,
    }),
  ).toBeVisible()
  await expect(
    figure.getByRole('group', { name: /^time over N.*: [2-9] measured for ∂y\/∂x/ }),
  ).toBeAttached()
  expect(page.workers()).toHaveLength(0)
})

test('Cancel stops the work at once, and so does leaving the page, also to come back', async ({ page }) => {
  const { figure, compute, cancel } = await opened(page, 'run-handout')
  const start = await faceOf(figure)
  const working = async () => {
    await compute.click()
    await expect.poll(() => page.workers().length).toBeGreaterThan(0)
  }
  await working()
  await cancel.click()
  await expect.poll(() => page.workers().length).toBe(0)
  await working()
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await expect.poll(() => page.workers().length).toBe(0)
  await expect(compute).toBeVisible()
  await expect.poll(() => faceOf(figure)).toBe(start)
})

test('what the device can’t do is said in a sentence, and nothing is started', async ({ page }) => {
  const { figure, compute } = await opened(page, 'run-large')
  await compute.click()
  await expect(figure.getByText(/needs 8.25 GiB, .*Choose a smaller N\./)).toBeVisible()
  expect(page.workers()).toHaveLength(0)
})

test('loops and products are timed side by side; Cancel leaves what was found, and no worker', async ({
  page,
}) => {
  await openAwake(page, '/gallery/loops/')
  const small = figureAt(page, 'loops-small')
  const start = await faceOf(small)
  const time = small.getByRole('button', { name: 'Time them here' })
  await time.click()
  await expect(time).toHaveCount(0)
  await expect(time).toBeVisible(patient)
  expect(page.workers()).toHaveLength(0)
  await expect(small.locator('.says')).toHaveText(
    /the loops took .* and the kernel .* times as fast as the loops/,
  )
  for (const error of await small.getByRole('status', { name: /relative error/ }).all())
    await expect(error).toHaveText(/^0$|× 10⁻[⁶⁷⁸⁹]$/)
  expect(await faceOf(small)).not.toMatch(nonsense)
  await small.getByRole('button', { name: 'Reset' }).click()
  await expect.poll(() => faceOf(small)).toBe(start)

  const usual = figureAt(page, 'loops-usual')
  await usual.getByRole('button', { name: 'Time them here' }).click()
  await expect(usual.getByRole('group', { name: /^time over n.*: loops, [1-9]/ })).toBeAttached(patient)
  await usual.getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(() => page.workers().length).toBe(0)
  await expect(usual.getByRole('group', { name: /^time over n/ })).toBeAttached()
})

test.describe('a worker that does not come', () => {
  test.use({ provoked: [/worker/, /Failed to load|ERR_FAILED/] })
  test('is said in a sentence, and the figure stands', async ({ page, context }) => {
    await context.route(/\/assets\/worker-.*\.js$/, (route) => route.abort())
    const { figure, compute } = await opened(page, 'run-small')
    await compute.click()
    await expect(figure.getByText(/^The run broke off: /)).toBeVisible()
    await expect(compute).toBeVisible()
  })
})

test('a browser without workers is told so, and the figure stands', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'))
  const { figure, compute } = await opened(page, 'run-small')
  await compute.click()
  await expect(figure.getByText('The run broke off: this browser has no workers')).toBeVisible()
  await expect(compute).toBeVisible()
})

for (const fault of ['is forbidden', 'does not come'] as const)
  test.describe(`WebAssembly that ${fault}`, () => {
    test.use({ provoked: [/wasm|WebAssembly|Failed to load|ERR_FAILED/i] })
    test('leaves the work to TypeScript, and the figure says so', async ({ page, context }) => {
      if (fault === 'does not come') await context.route(/\.wasm$/, (route) => route.abort())
      else
        await context.route(/\/assets\/worker-.*\.js$/, async (route) => {
          const response = await route.fetch()
          // What a host may ask for; without 'wasm-unsafe-eval' no module is compiled.
          const headers = { ...response.headers(), 'content-security-policy': "script-src 'self'" }
          await route.fulfill({ response, headers })
        })
      const { figure, compute } = await opened(page, 'run-small')
      await compute.click()
      await expect(figure.getByRole('status', { name: /computed by/ })).toHaveText(
        'TypeScript: WebAssembly did not come here',
        patient,
      )
      await expect(figure.getByText(/broke off/)).toHaveCount(0)
      await openAwake(page, '/gallery/loops/')
      const small = figureAt(page, 'loops-small')
      await small.getByRole('button', { name: 'Time them here' }).click()
      await expect(small.getByText('WebAssembly did not come here')).toBeVisible(patient)
    })
  })

import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { limits } from './helpers/limits'
import { lastSaid, startCourse } from './helpers/course'
import { expect, test } from './helpers/test'

const ids = ['nudge', 'exercise-promise', 'workbench-dw'] as const

test('a figure, an exercise and the workbench tell a host of another origin height, state and score, and take them back', async ({
  page,
  baseURL,
}) => {
  const course = await startCourse(Object.fromEntries(ids.map((id) => [id, `${baseURL}/embed/${id}/`])))
  await page.goto(course.address)
  const [nudge, exercise, workbench] = ids.map((id) => page.frameLocator(`#${id}`))
  if (!nudge || !exercise || !workbench) throw new Error('three frames')
  const x = nudge.getByRole('textbox', { name: 'x, as a number', exact: true })
  const field = exercise.getByRole('textbox', { name: 'predicted Δy =' })
  const line = workbench.getByRole('textbox', { name: 'Line 1' })

  await test.step('what is done is told, with a score where something is asked', async () => {
    // It waits for its prediction, which came with it.
    await nudge.getByRole('button', { name: 'Skip' }).click()
    await x.fill('2')
    await field.fill('0.12')
    await exercise.getByRole('button', { name: 'Check' }).click()
    await line.fill('dw = xᵀ dy')

    const work = (id: string) => lastSaid(page, id, 'SPLICE.reportScoreAndState')
    await expect.poll(async () => (await work('exercise-promise'))?.score).toBe(1)
    await expect.poll(async () => (await work('workbench-dw'))?.score).toBe(1)
    await expect.poll(async () => (await work('nudge'))?.state?.nudge).toMatch(/^#nudge\?v=1&.*x=2/)
    expect(await work('nudge')).not.toHaveProperty('score')
    expect((await work('nudge'))?.state).toMatchObject({ 'predict-nudge': 'skip' })
    course.keep(Object.fromEntries(await Promise.all(ids.map(async (id) => [id, (await work(id))?.state]))))
  })

  await test.step('each frame is as high as it asks to be, and scrolls nowhere', async () => {
    for (const frame of page.frames().slice(1)) {
      const [height, needs] = await frame.evaluate(() => [innerHeight, document.body.scrollHeight])
      expect(height, frame.url()).toBeGreaterThan(150)
      expect(Math.abs((height ?? 0) - (needs ?? 0)), frame.url()).toBeLessThan(2)
    }
  })

  await page.reload()
  await test.step('on the next visit all of it is back, from the host alone', async () => {
    await expect(x).toHaveValue('2')
    await expect(field).toHaveValue('0.12')
    await expect(exercise.getByText('Right', { exact: false }).first()).toBeVisible()
    await expect(line).toHaveValue('dw = xᵀ dy')
    await expect(nudge.getByRole('button', { name: 'Skip' })).toBeHidden()
    const kept = await page.frames()[1]?.evaluate(() => localStorage.length)
    expect(kept, 'nothing is kept on the device').toBe(0)
  })
  course.close()
})

test('⋯ writes the frame of what is seen, of a figure and of an exercise', async ({ page }) => {
  await page.goto('/slope/?wait=no#nudge?v=1&x=2')
  await page
    .locator('[data-awake] > #nudge')
    .getByRole('button', { name: 'Share or cite this figure' })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Share and cite' })
  await dialog.getByRole('combobox', { name: 'Controls' }).selectOption('few')
  await dialog.getByRole('checkbox', { name: 'It waits for its prediction' }).uncheck()
  const html = dialog.getByRole('textbox', { name: 'HTML' })
  await expect(html).toHaveValue(/\/embed\/nudge\/\?controls=few&amp;wait=no#nudge\?v=1&amp;x=2"/)
  await page.keyboard.press('Escape')
  await page
    .getByRole('region', { name: 'Exercise: The promise' })
    .getByRole('button', { name: 'Share' })
    .click()
  await expect(html).toHaveValue(/embed\/exercise-promise\/" title="Exercise: The promise, from Nudge"/)
})

const pages = readdirSync('dist/embed').map((id) => {
  const html = readFileSync(`dist/embed/${id}/index.html`, 'utf8')
  const scripts = [...html.matchAll(/rel="modulepreload" href="\/([^"]*)"/g)].map(([, file]) => file ?? '')
  return { id, html, scripts }
})
const weightOf = (text: string | Buffer) => gzipSync(text, { level: 9 }).length / 1000

test('a page for a frame has its one thing, little script, and is in no list of the book', () => {
  for (const list of ['routes.json', 'sw.js', 'search.json', 'llms.txt'])
    expect(/["/]embed[-/]/.test(readFileSync(`dist/${list}`, 'utf8')), list).toBe(false)
  for (const { id, html, scripts } of pages) {
    expect.soft(html, id).toContain('<meta name="robots" content="noindex">')
    expect.soft(weightOf(html), `${id}: HTML`).toBeLessThan(limits.embed.html)
    const kinds = { derives: /derive-/, formulas: /parse-/, plain: /./ }
    const [kind] = Object.entries(kinds).find(([, named]) => scripts.some((file) => named.test(file))) ?? []
    const sum = scripts.reduce((kB, file) => kB + weightOf(readFileSync(`dist/${file}`)), 0)
    expect.soft(sum, `${id}: scripts`).toBeLessThan(limits.embed[kind as keyof typeof kinds])
  }
})

test('a link says state, letters, theme, controls and whether to wait; nothing of it reaches the book', async ({
  page,
}) => {
  await page.goto(
    '/embed/nudge-cell/?theme=dark&layer=nn.Linear&controls=none&wait=no#nudge-cell?v=1&d=-0.25',
  )
  const figure = page.locator('figure')
  await expect(page.locator('[data-awake]').last()).toBeAttached()
  await expect(figure.getByRole('button', { name: 'Reset' })).toBeHidden()
  await expect(page.locator('.predict')).toBeHidden()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(figure.getByText('W', { exact: true }).first()).toBeVisible()
  expect(await page.evaluate(() => localStorage.length)).toBe(0)

  await page.goto('/embed/nudge-cell/?controls=few')
  await expect(figure.getByRole('button', { name: 'Reset' })).toBeVisible()
  await page.goto('/linear-layer/')
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
})

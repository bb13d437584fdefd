import type { Page } from '@playwright/test'
import { cells, valueOf } from './helpers/figure'
import { expect, test } from './helpers/test'

/** Keeps the scripts of figures from coming until the function that it gives is called. */
async function holdScripts(page: Page) {
  let go: () => void = () => undefined
  const released = new Promise<void>((resolve) => (go = resolve))
  await page.route(/assets\/View-/, async (route) => {
    await released
    await route.continue()
  })
  return go
}

const awake = (page: Page, id: string) =>
  expect(page.locator('[data-island]', { has: page.locator(`[id="${id}"]`) })).toHaveAttribute(
    'data-awake',
    '',
  )

test('what is typed, chosen, moved and pressed before a figure wakes is there after', async ({ page }) => {
  const go = await holdScripts(page)
  await page.goto('/gallery/nudge/', { waitUntil: 'commit' })
  const figure = page.getByRole('figure').first()
  const field = figure.getByRole('textbox', { name: 'f(x), typed' })
  await figure.getByRole('slider').and(figure.locator('input')).last().fill('0.5')
  await field.click()
  await field.press('ControlOrMeta+A')
  await field.pressSequentially('-x^3')
  go()
  await awake(page, (await figure.getAttribute('id')) ?? '')
  await expect(field).toHaveValue('-x^3')
  await expect(field).toBeFocused()
  await expect(figure.getByRole('slider').and(figure.locator('input')).last()).toHaveValue('0.5')
  await page.keyboard.type('+1')
  await expect(field).toHaveValue('-x^3+1')
})

test('a list chosen from, and radios and buttons pressed before a figure wakes count after', async ({
  page,
}) => {
  const go = await holdScripts(page)
  await page.goto('/gallery/jacobian-blocks/', { waitUntil: 'commit' })
  const blocks = page.getByRole('figure').first()
  const id = (await blocks.getAttribute('id')) ?? ''
  await blocks.getByRole('combobox', { name: 'Operation' }).selectOption('typed')
  await blocks.getByRole('radio', { name: 'j: a column' }).check({ force: true })
  go()
  await awake(page, id)
  await expect(blocks.getByRole('combobox', { name: 'Operation' })).toHaveValue('typed')
  await expect(blocks.getByRole('textbox', { name: 'y, a formula' })).toBeVisible()
  await expect(blocks.getByRole('radio', { name: 'j: a column' })).toBeChecked()
})

test('a stepper pressed thrice before its figure wakes is three steps on', async ({ page }) => {
  const go = await holdScripts(page)
  await page.goto('/gallery/step-through/', { waitUntil: 'commit' })
  const figure = page.getByRole('figure').first()
  const slider = figure.getByRole('slider', { name: 'Step' })
  const before = Number(await slider.inputValue())
  for (let times = 0; times < 3; times++)
    await figure.getByRole('button', { name: 'Next', exact: true }).click()
  go()
  await expect(slider).toHaveValue(String(before + 3))
})

test('a number typed into a cell before its figure wakes stands in the cell after', async ({ page }) => {
  const go = await holdScripts(page)
  await page.goto('/gallery/nudge-cell/', { waitUntil: 'commit' })
  const figure = page.getByRole('figure').first()
  const cell = cells(figure).and(figure.locator('[aria-readonly=false]')).first()
  await cell.focus()
  await page.keyboard.type('-2.5')
  await page.keyboard.press('Enter')
  go()
  await awake(page, (await figure.getAttribute('id')) ?? '')
  expect(await valueOf(cell)).toBe(-2.5)
})

test('an exercise answered before it wakes is judged after, and kept', async ({ page }) => {
  const go = await holdScripts(page)
  await page.goto('/gallery/question/', { waitUntil: 'commit' })
  const question = page.locator('[id="question-number"]')
  await question.getByRole('textbox').fill('8')
  await question.getByRole('textbox').press('Enter')
  await page.locator('[id="question-choice"]').getByRole('radio').nth(1).check()
  go()
  await expect(question.getByRole('status')).toHaveText(/factor of 2/)
  await expect(page.locator('[id="question-choice"]').getByRole('status')).toHaveText(/\w/)
})

test('predictions answered and the theme chosen before the page’s script has come count after', async ({
  page,
}) => {
  let go: () => void = () => undefined
  const released = new Promise<void>((resolve) => (go = resolve))
  await page.route(/assets\/index-/, async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/slope/', { waitUntil: 'commit' })
  const number = page.locator('[data-predict=number]').first()
  const choice = page.locator('[data-predict]:not([data-predict=number])').first()
  await number.getByRole('textbox').fill('1')
  await number.getByRole('button', { name: 'Commit' }).click()
  await choice.getByRole('radio').first().check()
  await page.getByRole('button', { name: /^Theme/ }).click()
  go()
  await expect(number.getByRole('status')).toHaveText(/\w/)
  await expect(choice.getByRole('status')).toHaveText(/\w/)
  await expect(page.getByRole('button', { name: /^Theme/ })).toHaveText('Theme: light')
})

import type { Locator, Page } from '@playwright/test'
import { openAwake } from './helpers/book'
import { expect, test } from './helpers/test'

const questions = '/gallery/question/'
const at = (page: Page, id: string) => page.locator(`[id="${id}"]`)
const verdict = (question: Locator) => question.getByRole('status')

async function answer(question: Locator, text: string) {
  await question.getByRole('textbox').fill(text)
  await question.getByRole('button', { name: 'Check' }).click()
}

test('a derivation with its layer given is done once its last line is short, and is kept', async ({
  page,
}) => {
  await openAwake(page, '/gallery/workbench/')
  const figure = at(page, 'workbench-given')
  const line = (k: number) => figure.getByRole('textbox', { name: `Line ${k}` })
  await expect(figure.locator('.says')).toHaveText(/It has a shorter form/)
  await expect(figure.getByRole('combobox', { name: 'Layer' })).toHaveCount(0)
  await line(1).press('Enter')
  await expect(line(2)).toBeFocused()
  await page.keyboard.type('dw = x^T dy')
  await expect(figure.locator('.says')).toHaveText(/^Done/)
  await openAwake(page, '/gallery/workbench/')
  await expect(line(2)).toHaveValue('dw = x^T dy')
  await expect(figure.locator('.says')).toHaveText(/^Done/)
})

test.describe('an exercise', () => {
  test.beforeEach(({ page }) => openAwake(page, questions))

  test('says what kind of wrong a number is, and when it is right', async ({ page }) => {
    const question = at(page, 'question-number')
    await expect(verdict(question)).toHaveText('')
    for (const [text, says] of [
      ['2', /derivative at 1, not at 2/],
      ['-4', /sign/],
      ['8', /factor of 2/],
      ['abc', /does not come to a number/],
      ['2 + 2', /Right/],
    ] as const) {
      await answer(question, text)
      await expect(verdict(question)).toHaveText(says)
    }
    await answer(question, '')
    await expect(verdict(question)).toHaveText(/The field is empty/)
  })

  test('says which shapes of a formula clash, and takes any right one', async ({ page }) => {
    const question = at(page, 'question-clash')
    await expect(verdict(question)).toHaveText(/N × D meets N × M/)
    await answer(question, '(dy.T @ x).T')
    await expect(verdict(question)).toHaveText(/Right/)
  })

  test('judges a choice as it is made', async ({ page }) => {
    const question = at(page, 'question-choice')
    await question.getByRole('radio', { name: 'The shape of x' }).check()
    await expect(verdict(question)).toHaveText(/Right/)
  })

  test('is answered by keyboard alone', async ({ page }) => {
    const question = at(page, 'question-number')
    await question.getByRole('textbox').focus()
    await page.keyboard.type('4')
    await page.keyboard.press('Enter')
    await expect(verdict(question)).toHaveText(/Right/)
  })

  test('keeps its answer over a reload, until it is cleared', async ({ page }) => {
    const question = at(page, 'question-number')
    await answer(question, '4')
    await openAwake(page, questions)
    await expect(question.getByRole('textbox')).toHaveValue('4')
    await expect(verdict(question)).toHaveText(/Right/)
    await question.getByRole('button', { name: 'Clear' }).click()
    await expect(verdict(question)).toHaveText('')
    await openAwake(page, questions)
    await expect(question.getByRole('textbox')).toHaveValue('')
  })

  test('Clear, pressed by a key, hands the focus on to the answer', async ({ page }) => {
    for (const [id, role] of [
      ['question-named', 'textbox'],
      ['question-choice', 'radio'],
    ] as const) {
      await at(page, id).getByRole('button', { name: 'Clear' }).press('Enter')
      await expect(at(page, id).getByRole(role).first()).toBeFocused()
    }
  })

  test('a link that can\u2019t be read leaves what was answered, and says so', async ({ page }) => {
    const question = at(page, 'question-number')
    await answer(question, '8')
    await page.evaluate(() => (location.hash = '#question-number?v=9'))
    await expect(verdict(question)).toHaveText(/factor of 2/)
    await question.getByRole('textbox').fill('4')
    await page.evaluate(() => (location.hash = '#question-number?v=8'))
    await expect(question.getByRole('textbox')).toHaveValue('4')
  })

  test('what is answered after a link has set an answer is what a reload brings back', async ({ page }) => {
    await page.goto('/about/')
    await openAwake(page, `${questions}#question-number?v=1&text=8`)
    const question = at(page, 'question-number')
    await expect(question.getByRole('textbox')).toHaveValue('8')
    await answer(question, '4')
    await page.reload()
    await expect(question.getByRole('textbox')).toHaveValue('4')
    await expect(verdict(question)).toHaveText(/Right/)
  })
})

test.describe('a sentence', () => {
  const number = (page: Page, name: string) =>
    at(page, 'sentence-square').getByRole('spinbutton', { name, exact: true })
  const change = (page: Page) => at(page, 'sentence-square').getByLabel('true change of y')
  test.beforeEach(({ page }) => openAwake(page, '/gallery/sentence/'))

  test('follows a number that is stepped, coarser and finer, and undone', async ({ page }) => {
    const dx = number(page, 'Δx')
    await expect(change(page)).toHaveText('0.41')
    await dx.focus()
    for (const [key, value] of [
      ['ArrowUp', '0.11'],
      ['Shift+ArrowRight', '0.21'],
      ['Alt+ArrowLeft', '0.209'],
      ['End', '1'],
      ['ArrowUp', '1'],
      ['Escape', '0.1'],
    ] as const) {
      await page.keyboard.press(key)
      await expect(dx).toHaveText(value)
    }
  })

  test('follows a number that is typed; what is no number gets a sentence', async ({ page }) => {
    const sentence = at(page, 'sentence-square')
    await number(page, 'x').focus()
    await page.keyboard.press('Enter')
    await sentence.getByRole('textbox').fill('three')
    const notice = sentence.locator('p[role=status]')
    await expect(notice).toHaveText(/“three” is not a number/)
    await sentence.getByRole('textbox').fill('3')
    await page.keyboard.press('Enter')
    await expect(number(page, 'x')).toBeFocused()
    await expect(notice).toHaveText('')
    await expect(change(page)).toHaveText('0.61')
    await sentence.getByRole('button', { name: 'Reset' }).click()
    await expect(change(page)).toHaveText('0.41')
  })

  test('follows a number that is dragged, and nothing moves meanwhile', async ({ page }) => {
    const dx = number(page, 'Δx')
    const { x, y, width, height } = (await dx.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const tall = (await at(page, 'sentence-square').boundingBox())?.height
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width / 2 + 60, y + height / 2, { steps: 6 })
    await expect(dx).toHaveText('0.2')
    await page.mouse.up()
    await expect(change(page)).toHaveText('0.84')
    expect((await at(page, 'sentence-square').boundingBox())?.height).toBe(tall)
  })

  test('says so where a number is not defined', async ({ page }) => {
    await expect(at(page, 'sentence-log').getByLabel('logarithm')).toHaveText('not defined')
  })
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })
  test('a sentence is plain text with its numbers', async ({ page }) => {
    await page.goto('/gallery/sentence/')
    const sentence = at(page, 'sentence-square')
    await expect(sentence.locator('p').first()).toHaveText(
      'With f(x) = x², if x moves from 2 by 0.1, y moves by about 0.4; truly by 0.41.',
    )
    await expect(sentence.getByRole('spinbutton')).toHaveCount(0)
  })
})

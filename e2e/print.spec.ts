import { expect, test } from './helpers/test'

test('a chapter is put together for paper, without answers or with them, and as its reader left it', async ({
  page,
}) => {
  await page.addInitScript(() =>
    localStorage.setItem(
      'nudge',
      JSON.stringify({
        state: { answers: { 'exercise-promise': '#exercise-promise?v=1&text=0.3' } },
        version: 1,
      }),
    ),
  )
  await page.goto('/print/?chapter=slope')
  await expect(page.getByRole('status').filter({ hasText: 'ready' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: /^1\.1 One nudge/ })).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('link', { name: /^1\.2 / })).toHaveAttribute(
    'href',
    /^#slope-on-/,
  )
  expect(await page.locator('#printed details').count()).toBe(0)
  // Every place that is pointed at is there, once.
  const lost = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('#printed [id]')].map(({ id }) => id)
    const twice = ids.filter((id, i) => ids.indexOf(id) !== i)
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#printed a[href^="#"]')].map(({ hash }) =>
      decodeURIComponent(hash.slice(1)),
    )
    return [...twice, ...links.filter((id) => !ids.includes(id))]
  })
  expect(lost).toEqual([])
  await expect(page.locator('#slope-exercise-promise input')).toHaveValue('0.3')
  await page.goto('/print/?chapter=slope&answers=end&hints=yes')
  await expect(page.getByRole('heading', { level: 1, name: 'Answers' })).toBeVisible()
  expect(await page.locator('#printed details:not([open])').count()).toBe(0)
})

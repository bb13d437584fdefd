import { open, routes, scrollThrough } from './helpers/book'
import { site, twice } from './helpers/html'
import { expect, test } from './helpers/test'
import { test as bare } from '@playwright/test'

const builds = [
  { folder: 'dist', base: '/' },
  { folder: 'test-results/sub', base: '/sub/' },
]

for (const { folder, base } of builds)
  test.describe(`built for ${base}`, () => {
    for (const { path } of routes)
      // It opens no page.
      bare(`${path}: every link, anchor, font and script is there, and no id twice`, () => {
        const { at, broken, file } = site(folder, base)
        const address = base + path.slice(1)
        expect(broken(address)).toEqual([])
        expect(twice(at(file(address) ?? '').ids)).toEqual([])
      })
  })

test('under a sub-path a chapter loads and all of its figures wake', async ({ page }) => {
  const chapter = routes.filter(({ kind }) => kind === 'chapter').at(-1)
  await open(page, `http://127.0.0.1:${process.env.SUB_PORT}/sub${chapter?.path}`)
  await scrollThrough(page)
  await expect(page.getByRole('figure').first()).toBeVisible()
  await page.getByRole('link', { name: 'Nudge', exact: true }).click()
  await expect(page).toHaveURL(/\/sub\/$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

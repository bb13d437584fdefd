import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { open, routes, scrollThrough } from './helpers/book'
import { site, twice, urlsIn } from './helpers/html'
import { expect, test } from './helpers/test'

const builds = [
  { folder: 'dist', base: '/' },
  { folder: 'test-results/sub', base: '/sub/' },
]

for (const { folder, base } of builds)
  test.describe(`built for ${base}`, () => {
    for (const { path } of routes)
      test(`${path}: every link, anchor and asset is there, and no id twice`, () => {
        const { at, broken, file } = site(folder, base)
        const address = base + path.slice(1)
        expect(broken(address)).toEqual([])
        expect(twice(at(file(address) ?? '').ids)).toEqual([])
      })

    test('every address in the stylesheets is there', () => {
      const { file } = site(folder, base)
      const sheets = globSync(`${folder}/assets/*.css`)
      expect(sheets.length).toBeGreaterThan(0)
      const missing = sheets.flatMap((sheet) =>
        urlsIn(readFileSync(sheet, 'utf8')).filter(
          (url) => !url.startsWith('data:') && !file(new URL(url, `http://book${base}assets/`).pathname),
        ),
      )
      expect(missing).toEqual([])
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

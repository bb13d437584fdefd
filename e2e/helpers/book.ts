import { existsSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

export type Route = { path: string; kind: 'chapter' | 'front' | 'gallery' }

if (!existsSync('dist/routes.json')) throw new Error('There is no build to test: run `npm run build` first.')

/** Every page of the book, from the build's own list: a new chapter or widget is tested without an edit here. */
export const routes: Route[] = JSON.parse(readFileSync('dist/routes.json', 'utf8'))
export const chapters = routes.filter(({ kind }) => kind === 'chapter')
/** The pages that show a widget's demos; `/gallery/` alone is their list. */
export const demoRoutes = routes.filter(({ kind, path }) => kind === 'gallery' && path !== '/gallery/')

export const fileOf = ({ path }: Route) => (path.endsWith('/') ? `dist${path}index.html` : `dist${path}`)
export const htmlOf = (route: Route) => readFileSync(fileOf(route), 'utf8')

/** Waits until the figures that are near the window are awake. */
async function awake(page: Page, all: boolean) {
  await page.waitForFunction(
    (every) => {
      const near = (element: Element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return bottom > -500 && top < innerHeight + 500
      }
      return [...document.querySelectorAll<HTMLElement>('[data-island]')].every(
        (island) => island.dataset.awake !== undefined || !(every || near(island)),
      )
    },
    all,
    { timeout: 15_000 },
  )
  await settled(page)
}

/** Two frames and a task later: effects have run, styles are applied. */
export const settled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  )

/** Opens a page and waits for the figures in sight. */
export async function open(page: Page, path: string) {
  const response = await page.goto(path)
  await page.evaluate(() => document.fonts.ready)
  await awake(page, false)
  return response
}

/** Scrolls from top to bottom, as a reader would, until every figure of the page is awake. */
export async function scrollThrough(page: Page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y)
      await frame()
      await frame()
    }
  })
  await awake(page, true)
}

/** Opens a page with all of its figures awake, at the top. */
export async function openAwake(page: Page, path: string) {
  await open(page, path)
  await scrollThrough(page)
  await page.evaluate(() => scrollTo(0, 0))
  await settled(page)
}

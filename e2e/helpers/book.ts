import { existsSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

export type Route = { path: string; kind: 'chapter' | 'front' | 'gallery' | 'teach' }

if (!existsSync('dist/routes.json')) throw new Error('There is no build to test: run `npm run build` first.')

/** Every page of the book, from the build's own list: a new chapter or widget is tested without an edit here. */
const all: Route[] = JSON.parse(readFileSync('dist/routes.json', 'utf8'))
/** Pages that are made in one mould, from texts that unit tests check: the first stands for the others. */
const moulded = all.filter(({ kind }) => kind === 'teach').slice(1)
export const routes = all.filter((route) => !moulded.includes(route))
export const chapters = routes.filter(({ kind }) => kind === 'chapter')
/** The pages that show a widget's demos; `/gallery/` alone is their list. */
export const demoRoutes = routes.filter(({ kind, path }) => kind === 'gallery' && path !== '/gallery/')

export const fileOf = ({ path }: Route) => (path.endsWith('/') ? `dist${path}index.html` : `dist${path}`)
export const htmlOf = (route: Route) => readFileSync(fileOf(route), 'utf8')

/** Waits until the figures that are near the window are awake. */
async function awake(page: Page) {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('[data-island]:not([data-awake])')].every((island) => {
        const { top, bottom } = island.getBoundingClientRect()
        return bottom <= -500 || top >= innerHeight + 500
      }),
    undefined,
    { timeout: 15_000 },
  )
  await settled(page)
}

/**
 * Goes from figure to figure that still sleeps, until none does. What wakes at a stop needs none of its own, so a busy
 * machine, where each frame takes long, has few to draw.
 */
async function wakeAll(page: Page) {
  await page.waitForFunction(
    () => {
      const asleep = document.querySelector('[data-island]:not([data-awake])')
      asleep?.scrollIntoView({ block: 'start', behavior: 'instant' })
      return asleep === null
    },
    undefined,
    { timeout: 30_000 },
  )
  await settled(page)
}

/** Two frames and a task later: effects have run, styles are applied. */
export const settled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  )

/** So many frames later: whatever moves by itself has moved by then. */
export const frames = (page: Page, count: number) =>
  page.evaluate(async (left) => {
    while (left-- > 0) await new Promise(requestAnimationFrame)
  }, count)

/** Opens a page and waits for the figures in sight. */
export async function open(page: Page, path: string) {
  const response = await page.goto(path)
  await page.evaluate(() => document.fonts.ready)
  await awake(page)
  return response
}

/** Scrolls from top to bottom, as a reader would, past every part of the page, until every figure is awake. */
export async function scrollThrough(page: Page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y)
      await frame()
      await frame()
    }
  })
  await wakeAll(page)
}

/** Opens a page with all of its figures awake, at the top. */
export async function openAwake(page: Page, path: string) {
  await open(page, path)
  await wakeAll(page)
  await page.evaluate(() => scrollTo(0, 0))
  await settled(page)
}

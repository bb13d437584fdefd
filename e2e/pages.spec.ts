import type { Page } from '@playwright/test'
import { idTrouble, useEverything } from './helpers/acts'
import { chapters, htmlOf, open, openAwake, routes, scrollThrough, type Route } from './helpers/book'
import { figureAt, follow } from './helpers/figure'
import { blocksIn, oneLine } from './helpers/html'
import { limits } from './helpers/limits'
import {
  keepWhatIsDrawnHere,
  outside,
  overlaps,
  type Rules,
  shifts,
  small,
  strays,
  violations,
} from './helpers/looks'
import { holdsWhenNarrow } from './helpers/narrow'
import { expect, test } from './helpers/test'
import { weigh } from './helpers/weigh'

// A chapter has thousands of pieces of formulas to look at. Each page is opened once and looked at in many ways,
// because opening it is what takes long.
test.describe.configure({ timeout: 180_000 })

/**
 * The errata have more kinds of figures than a chapter. Where layers are derived, there is the engine that does it:
 * in practice beside the checks of exercises, in some chapters beside their own figures.
 */
function weightClass({ kind, path }: Route, html: string) {
  // The chapter on the linear layer has most figures, and the three spellings of it.
  if (path === '/linear-layer/') return 'heart'
  if (kind === 'chapter' && html.includes('data-island="workbench"')) return 'derives'
  if (path.endsWith('/practice/')) return 'practice'
  if (path.endsWith('/playground/')) return 'playground'
  if (path.endsWith('/reference/')) return 'reference'
  if (/\/(workbench|wires|transposes|program-layer|other-letters)\/$/.test(path)) return 'engine'
  if (kind !== 'front') return kind
  return html.split('<figure ').length > 3 ? 'errata' : kind
}

/** The texts of the page as it stands, block by block. */
const blocks = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1,h2,h3,p,li,dt,dd,td,th,pre,figcaption,legend)')]
      .filter((element) => !element.closest('noscript, .needs-js, [role=status], [aria-live]'))
      .map((element) => element.textContent ?? ''),
  )

/** How large rounding is depends on the engine's Math.exp: Node's, which drew the page, or the browser's. */
const rounded = (text: string) => oneLine(text).replace(/[\d.]+ × 10⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, 'rounding')

/** The figures' own pages are used where their names are: figure.spec.ts. */
const usedElsewhere = (path: string) => path.startsWith('/gallery/') && !/question|sentence/.test(path)

const axe = (page: Page, theme: string, rules: Rules) =>
  test.step(`axe finds nothing in what is ${rules}, ${theme}`, async () => {
    const found = await violations(page, rules)
    expect.soft(found, found.join('\n')).toEqual([])
  })

async function look(page: Page, route: Route, html: string) {
  const { path } = route
  const weight = weigh(page)
  await openAwake(page, path)

  await test.step('nothing moves by itself, on load or while the figures wake', async () =>
    expect.soft(await page.evaluate(shifts)).toEqual([]))

  await test.step('no text of a figure lies on another', async () =>
    expect.soft(await page.evaluate(overlaps)).toEqual([]))

  await test.step('it keeps to its budget of bytes', async () => {
    const sizes = await weight()
    const kind = weightClass(route, html)
    const numbers = [sizes.scripts, sizes.html].map((kB) => kB.toFixed(1).padStart(8))
    console.log(`${path.padEnd(30)} kB, gzipped: scripts, HTML ${numbers.join('')}`)
    expect.soft(sizes.scripts, 'scripts with all figures').toBeLessThan(limits.scripts[kind])
    expect.soft(sizes.html, 'HTML').toBeLessThan(limits.html[kind])
  })

  await test.step('its figures, awake, say what the HTML says to a reader without JavaScript', async () => {
    const drawn = new Set(blocksIn(html).map(rounded))
    const awake = (await blocks(page)).map(rounded).filter((text) => text !== '')
    expect.soft(awake.filter((text) => !drawn.has(text))).toEqual([])
  })

  // The entries of the reference are one component: axe takes minutes for all, and a few of each group are enough.
  await page.evaluate(() =>
    document.querySelectorAll('.identities > :nth-child(n + 4)').forEach((entry) => entry.remove()),
  )
  // Reduced motion, because tints fade from one theme to the other, and letters do not.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await axe(page, 'light', usedElsewhere(path) ? 'all' : 'said')
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  if (!usedElsewhere(path)) {
    await use(page)
    await page.evaluate(keepWhatIsDrawnHere)
    await axe(page, 'light', 'drawn')
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await axe(page, 'dark', 'color')
}

/** Follows each link that sets a figure, and uses whatever can be used. */
async function use(page: Page) {
  await test.step('each link of the text that sets a figure is one that the figure takes', async () => {
    const links = await page
      .locator('main a[href^="#"][href*="?v="]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    for (const link of links) {
      const figure = figureAt(page, link.slice(1).split('?')[0] ?? '')
      expect.soft(await follow(figure, link), link).toBe('')
    }
  })

  // Where figures stand together one option is enough; their own pages go through every list.
  await test.step('whatever is used, no id stands twice, and each label finds what it names', async () =>
    expect.soft(await useEverything(page, idTrouble, 1)).toEqual([]))
}

for (const route of routes)
  test(`${route.path} stands still, is light, complete and accessible, and keeps its ids apart, with all figures awake and used`, ({
    page,
  }) => look(page, route, htmlOf(route)))

for (const { path } of chapters)
  test(`before a figure is near, ${path} loads next to no script, and all in all little`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      IntersectionObserver.prototype.observe = () => undefined
    })
    const weight = weigh(page)
    await page.goto(path, { waitUntil: 'networkidle' })
    const { scripts, html, fonts } = await weight()
    console.log(
      `${path.padEnd(30)} kB, gzipped: ${[scripts, html, fonts].map((kB) => kB.toFixed(1)).join(' ')}`,
    )
    expect.soft(scripts).toBeLessThan(limits.scriptsAsleep)
    expect.soft(fonts).toBeGreaterThan(60)
    expect.soft(scripts + html + fonts).toBeLessThan(limits.firstVisit)
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  for (const { path } of routes)
    test(`${path} stands still and fits 360px, asleep and awake; its controls are tall enough to touch, and it holds at 320px, in forced colors and with larger text`, async ({
      page,
    }) => {
      await open(page, path)
      expect.soft(await page.evaluate(outside), 'asleep').toEqual([])
      await scrollThrough(page)
      expect.soft(await page.evaluate(outside), 'awake').toEqual([])
      expect.soft(await page.evaluate(overlaps), 'texts on each other').toEqual([])
      expect.soft(await page.evaluate(small), 'controls').toEqual([])
      expect.soft(await page.evaluate(strays), 'a line begins with what ends a formula').toEqual([])
      expect.soft(await page.evaluate(shifts), 'moved by itself').toEqual([])
      await holdsWhenNarrow(page)
    })
})

const heads = routes.map((route) => ({
  path: route.path,
  title: /<title>([^<]*)/.exec(htmlOf(route))?.[1] ?? '',
  description: /<meta name="description" content="([^"]*)/.exec(htmlOf(route))?.[1] ?? '',
}))

for (const part of ['title', 'description'] as const)
  test(`every page has a ${part} of its own`, () => {
    const texts = heads.map((head) => head[part])
    expect(texts.filter((text) => text.length < 4)).toEqual([])
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([])
  })

import type { Browser, CDPSession, Page } from '@playwright/test'

/** What one visit came to: milliseconds from its start, but for `shift`, `kB` and `elements`. */
export type Visit = {
  painted: number
  /** When the text stands there in its fonts. */
  text: number
  longest: number
  blocked: number
  shift: number
  kB: number
  elements: number
  /** From the click on the next chapter to its first paint. */
  next: number
}

type Marks = Pick<Visit, 'painted' | 'text' | 'longest' | 'blocked' | 'shift'>
declare global {
  var marks: Marks
}

/** Runs in the page, before all else. */
function watch() {
  const marks: Marks = { painted: 0, text: 0, longest: 0, blocked: 0, shift: 0 }
  globalThis.marks = marks
  const on = (type: string, act: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(act)).observe({ type, buffered: true })
  on('longtask', ({ duration }) => {
    marks.longest = Math.max(marks.longest, duration)
    marks.blocked += Math.max(0, duration - 50)
  })
  on('layout-shift', (entry) => (marks.shift += (entry as PerformanceEntry & { value: number }).value))
  on('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') marks.painted = startTime
  })
  const look = () => {
    const there =
      !document.documentElement.classList.contains('waiting') &&
      document.fonts.check('1em "Source Serif 4"') &&
      document.fonts.check('1em KaTeX_Main') &&
      (document.querySelector('main p:not(.chapter-number)')?.getBoundingClientRect().height ?? 0) > 0
    if (there) marks.text = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** 1.6 Mbit/s, 150 ms to and fro, a processor a quarter as fast. */
async function slow(session: CDPSession): Promise<void> {
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 0.75e6 / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

/** Goes to the end of the page, as a reader would, and on to the next chapter. */
async function goOn(page: Page): Promise<number> {
  const next = page.locator('[rel=next]')
  if ((await next.count()) === 0) return NaN
  await next.scrollIntoViewIfNeeded({ timeout: 120_000 })
  await page.waitForTimeout(1500)
  await next.hover({ timeout: 120_000 })
  await page.waitForTimeout(400)
  const from = page.url()
  await next.click({ timeout: 120_000 })
  await page.waitForURL((url) => url.href !== from, { waitUntil: 'commit', timeout: 120_000 })
  const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
  await page.waitForFunction(painted, undefined, { timeout: 60_000 })
  return page.evaluate(painted)
}

/** A first visit, with an empty cache. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await slow(session)
  // What runs the bench gives functions their names by a function that no page has.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named' })
  await page.addInitScript(watch)
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(4000)
  const marks = await page.evaluate(() => globalThis.marks)
  const kB = bytes / 1000
  const elements = await page.locator('*').count()
  const next = await goOn(page)
  await context.close()
  return { ...marks, kB, elements, next }
}

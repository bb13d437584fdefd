import type { Page } from '@playwright/test'
import { settled } from './helpers/book'
import { acts, listenToTasks, perform, wrong, type Act } from './helpers/fuzz'
import { expect, test } from './helpers/test'

/** `npm run fuzz` sets these: minutes for all parts together, the first seed, acts to do again. */
const minutes = Number(process.env.FUZZ_MINUTES ?? 4)
const seed = Number(process.env.FUZZ_SEED ?? 100)
/** Without them, always the same acts, however fast the machine is. */
const most = process.env.FUZZ_MINUTES ? Infinity : 60
const replayed = process.env.FUZZ_ACTS
const parts = replayed ? 1 : 4

test.describe.configure({ timeout: (minutes / parts) * 60_000 + 120_000 })
// What a tap does to the page of a phone, a press does to any.
test.use({ hasTouch: true })

/** How many units of work a task may take: what takes 200 ms is a quarter of that or less. */
const longestTask = 40

type Pace = { longest: number; unit: number }
const paceOf = (page: Page): Promise<Pace> =>
  page.evaluate(() => {
    const { longest, unit } = globalThis as unknown as { longest: () => number; unit: () => number }
    return { longest: longest(), unit: unit() }
  })

/** Does an act; what is wrong after it. */
async function tried(page: Page, act: Act, complaints: string[]): Promise<string[]> {
  const before = complaints.length
  try {
    await perform(page, act)
    await settled(page)
  } catch (error) {
    return [`${act.do} failed: ${(error as Error).message.slice(0, 300)}`]
  }
  const found = [...complaints.slice(before), ...(await page.evaluate(wrong))]
  // Opening a page is a matter of its own: it has much to lay out.
  if (act.do === 'open' || act.do === 'store') return found
  const { longest, unit } = await paceOf(page)
  if (longest > 200)
    console.log(`a task of ${longest} ms, ${Math.round(longest / unit)} units: ${JSON.stringify(act)}`)
  return longest > longestTask * unit ? [...found, `a task of ${Math.round(longest / unit)} units`] : found
}

for (let part = 0; part < parts; part++)
  test(`nothing that is done at random breaks the book, seed ${seed + part}`, async ({
    page,
    complaints,
  }) => {
    await page.addInitScript(listenToTasks)
    const end = Date.now() + (minutes / parts) * 60_000
    const list = replayed ? (JSON.parse(replayed) as Act[]) : acts(seed + part)
    let since: Act[] = []
    let count = 0
    for (const act of list) {
      if (!replayed && (count === most || Date.now() > end)) break
      since = act.do === 'open' ? [act] : [...since, act]
      count++
      const found = await tried(page, act, complaints)
      expect(found, `seed ${seed + part}, act ${count}; again: FUZZ_ACTS='${JSON.stringify(since)}'`).toEqual(
        [],
      )
    }
    console.log(`seed ${seed + part}: ${count} acts`)
  })

import { expect, test } from '@playwright/test'
import { acts } from './browsers/acts'
import { chromium } from './browsers/chromium'
import { firefox } from './browsers/firefox'
import { readerAt, type Reader } from './browsers/reader'
import { serve } from './browsers/serve'
import { webkit } from './browsers/webkit'
import { htmlOf, routes, type Route } from './helpers/book'

const widgetsOf = (route: Route) =>
  new Set([...htmlOf(route).matchAll(/ data-island="([\w-]+)"/g)].map(([, name]) => name))
const inText = new Set(routes.flatMap((route) => (route.kind === 'gallery' ? [] : [...widgetsOf(route)])))
/** A page of the gallery shows demos of one widget: no other engine need open it where a text has that widget too. */
const needed = routes.filter(
  (route) => route.kind !== 'gallery' || ![...widgetsOf(route)].every((name) => inText.has(name)),
)

/** In Chromium the other specs open every route. */
const engines = [
  { ...chromium, opens: [] },
  { ...firefox, opens: needed },
  { ...webkit, opens: needed },
]

for (const { name, missing, start, opens } of engines)
  test.describe(name, () => {
    const lacking = missing()
    if (lacking !== undefined) {
      test(`the pages and the acts, in ${name}`, () => test.skip(true, lacking))
      return
    }
    // One session for all: a browser takes seconds to start.
    test.describe.configure({ mode: 'default' })
    let reader: Reader
    let close: () => Promise<void>
    test.beforeAll(async () => {
      const [book, driver] = await Promise.all([serve('dist'), start()])
      reader = readerAt(driver, book.origin)
      close = async () => {
        await driver.close()
        book.close()
      }
    })
    test.afterAll(() => close?.())

    for (const { path } of opens)
      test(`${path} wakes and logs nothing, in ${name}`, async () => {
        expect.soft(await reader.open(path), 'figures that sleep on').toBe(0)
        expect(await reader.heard()).toEqual([])
      })
    for (const { name: act, path, hash, run } of acts)
      test(`${act}, in ${name}`, async () => {
        await reader.open(path, hash)
        await run(reader)
        expect(await reader.heard()).toEqual([])
      })
  })

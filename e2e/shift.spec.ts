import { open, routes, scrollThrough } from './helpers/book'
import { expect, test } from './helpers/test'

type Shift = PerformanceEntry & {
  value: number
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
}

const shifts = () =>
  new Promise<string[]>((resolve) => {
    const found: string[] = []
    const place = ({ x, y, width, height }: DOMRectReadOnly) =>
      [x, y, width, height].map(Math.round).join(' ')
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[])
        for (const { node, previousRect, currentRect } of sources)
          found.push(
            `${value.toFixed(5)} ${(node instanceof Element ? node.outerHTML : node?.textContent)?.slice(0, 120)}: ` +
              `${place(previousRect)} → ${place(currentRect)}`,
          )
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(found), 100)
  })

for (const width of [1280, 360])
  test.describe(`${width}px wide`, () => {
    test.use({ viewport: { width, height: 800 } })
    for (const { path } of routes)
      test(`nothing on ${path} moves by itself, on load or while its figures wake`, async ({ page }) => {
        await open(page, path)
        await scrollThrough(page)
        expect(await page.evaluate(shifts)).toEqual([])
      })
  })

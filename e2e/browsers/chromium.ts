import { chromium as playwright } from '@playwright/test'
import { browserArguments } from '../../scripts/browser'
import { size, type Engine } from './driver'

async function start() {
  const { CHROMIUM_PATH: executablePath } = process.env
  const browser = await playwright.launch({
    args: browserArguments,
    ...(executablePath && { executablePath }),
  })
  const page = await browser.newPage({ viewport: size })
  return {
    goto: async (url: string) => void (await page.goto(url)),
    run: <A extends unknown[], R>(act: (...args: A) => R | Promise<R>, ...args: A): Promise<R> =>
      page.evaluate(`(${act}).apply(null, ${JSON.stringify(args)})`),
    press: async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    },
    move: ([x, y]: readonly [number, number]) => page.mouse.move(x, y),
    drag: async (...places: (readonly [number, number])[]) => {
      for (const [i, [x, y]] of places.entries()) {
        await page.mouse.move(x, y)
        if (i === 0) await page.mouse.down()
      }
      await page.mouse.up()
    },
    close: () => browser.close(),
  }
}

/** The browser of all other tests: that it can do these acts too shows that the acts are right. */
export const chromium: Engine = { name: 'Chromium', missing: () => undefined, start }

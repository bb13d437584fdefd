import type { Locator, Page } from '@playwright/test'
import { demoRoutes, htmlOf, openAwake } from './helpers/book'
import { expect, test } from './helpers/test'

const controls = 'figure g[role=slider], figure input[type=range]'
type Drawn = { moves: number; frames: number; late: string[] }

/** Counts the moves of a pointer, the frames that draw them, and what a figure still changes once its frame is drawn. */
const watch = () => {
  const drawn: Drawn = { moves: 0, frames: 0, late: [] }
  let waits = false
  const frame = new MessageChannel()
  frame.port1.start()
  frame.port1.addEventListener('message', ({ data }) => {
    waits = false
    drawn.frames += data
  })
  const begin = (moves: 0 | 1) => {
    waits = true
    drawn.moves += moves
    // After the frame: a message's turn comes once it is painted.
    requestAnimationFrame(() => frame.port2.postMessage(moves))
  }
  const announced = '[aria-live], [role=status]'
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      if (!waits && element?.closest('figure') && !element.closest(announced))
        drawn.late.push(element.outerHTML.slice(0, 120))
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  addEventListener('pointermove', () => begin(1), { capture: true })
  for (const other of ['pointerdown', 'pointerup']) addEventListener(other, () => begin(0), { capture: true })
  return Object.assign(window, { drawn })
}

async function drag(page: Page, control: Locator) {
  await control.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const { x, y, width, height } = (await control.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const [left, top] = [x + width / 2, y + height / 2]
  await page.mouse.move(left, top)
  await page.mouse.down()
  for (let step = 1; step <= 8; step++) await page.mouse.move(left + 5 * step, top + 2 * step)
  await page.mouse.up()
}

for (const route of demoRoutes.filter((one) => /<g[^>]* role="slider"|type="range"/.test(htmlOf(one))))
  test(`${route.path}: at a fourth of the speed, each move of a drag is drawn in the one frame after it`, async ({
    page,
  }) => {
    await openAwake(page, route.path)
    const client = await page.context().newCDPSession(page)
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.evaluate(watch)
    const all = await page.locator(controls).all()
    for (const control of all.slice(0, 3)) if (await control.isVisible()) await drag(page, control)
    const drawn = () => page.evaluate(() => (window as unknown as { drawn: Drawn }).drawn)
    // The last frame may still be to come.
    await expect.poll(async () => (await drawn()).frames).toBe((await drawn()).moves)
    const { moves, late } = await drawn()
    expect(moves).toBeGreaterThan(8)
    expect(late).toEqual([])
  })

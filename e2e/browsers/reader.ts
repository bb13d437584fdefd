import type { Driver, Place } from './driver'

/** In the page: goes from figure to figure that still sleeps, until none does; how many would not wake. */
const wake = async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const asleep = () => document.querySelectorAll('[data-island]:not([data-awake])')
  await document.fonts.ready
  const end = performance.now() + 20_000
  for (let [first] = asleep(); first && performance.now() < end; [first] = asleep()) {
    first.scrollIntoView({ block: 'start', behavior: 'instant' })
    await frame()
    await new Promise((done) => setTimeout(done, 10))
  }
  return asleep().length
}

/** In the page: what a figure shows at a place; of a control, what it holds. */
const look = (selector: string, attribute: string) => {
  const element = document.querySelector<HTMLInputElement>(selector)
  if (!element) return `there is no ${selector}`
  if (attribute) return element.getAttribute(attribute) ?? ''
  return element.matches('input, select') ? element.value : (element.textContent ?? '')
}

const focus = (selector: string, whole: boolean) => {
  const element = document.querySelector<HTMLInputElement>(selector)
  element?.focus()
  if (whole) element?.select()
}

/** In the page: brings an element to the middle of the window, and says where its own middle is then. */
const middle = async (selector: string) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const element = document.querySelector(selector)
  for (let i = 0; i < 2; i++) {
    element?.scrollIntoView({ block: 'center', behavior: 'instant' })
    await frame()
    await frame()
  }
  const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect()
  return [x + width / 2, y + height / 2] as [number, number]
}

const takeHeard = () => {
  const { heard = '[]' } = sessionStorage
  delete sessionStorage.heard
  return JSON.parse(heard) as string[]
}

/** A reader at a browser, in the few words that the acts are told in. Places are CSS selectors. */
export function readerAt(driver: Driver, origin: string) {
  let opened = 0
  return {
    /** Opens a page anew and wakes all of its figures; how many would not wake. */
    async open(path: string, hash = '') {
      await driver.goto(`${origin}${path}?visit=${++opened}${hash}`)
      return driver.run(wake)
    },
    async press(selector: string, ...keys: string[]) {
      await driver.run(focus, selector, false)
      await driver.press(...keys)
    },
    /** Writes a text over the one that a field holds. */
    async type(selector: string, text: string) {
      await driver.run(focus, selector, true)
      await driver.press(...text)
    },
    click: async (selector: string) => driver.drag(await driver.run(middle, selector)),
    point: async (selector: string) => {
      const [x, y] = await driver.run(middle, selector)
      await driver.move([x - 30, y - 30])
      await driver.move([x, y])
    },
    async drag(selector: string, [right, down]: Place) {
      const [x, y] = await driver.run(middle, selector)
      const places = Array.from({ length: 5 }, (_, i): Place => [x + (right * i) / 4, y + (down * i) / 4])
      await driver.drag(...places)
    },
    /** What stands at a place: the value of a control, an attribute, or a text. */
    read: (selector: string, attribute = '') => driver.run(look, selector, attribute),
    /** What the pages have complained about since this was last asked. */
    heard: () => driver.run(takeHeard),
  }
}
export type Reader = ReturnType<typeof readerAt>

import type { Page } from '@playwright/test'
import { openAwake, routes } from './book'

/**
 * Something that a reader, a link or another tab may do. `at` counts through the page's controls, over and over; what
 * an act can't be done to leaves it without effect. A list of acts can be done again.
 */
export type Act = { do: keyof typeof doing; at: number; what: string }

/** Numbers from 0 to 1 that a seed alone decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const numbers = ['0', '-1', '0.5', '3', '7', '1e9', '-1e308', '1e999', '99999999999999999999', '']
const texts = [
  ...numbers,
  'x',
  'x^2+y',
  'sin(x)/x',
  'log(-x)',
  'x@w.T',
  'sum(broadcastTo(x,[1e5]))',
  'reshape(x,6)',
  'relu((((x))))',
  '(',
  'dy@w.T',
  '∂L/∂y',
  '𝑥²√2',
  '<b>&amp;"\'',
  '\\frac{1}{2}',
  '%E0%A4%A',
  'x'.repeat(300),
  '1,2,3;4,5,6',
]
const fields = 'x y w f g i j n N D M op look of from step formula lines layer text largest nope'.split(' ')
const keys =
  'ArrowLeft ArrowRight ArrowUp ArrowDown Home End PageUp PageDown Enter Space Escape Tab Shift+Tab Backspace Shift+ArrowRight Control+End 7 -'.split(
    ' ',
  )
const sizes = ['320x640', '640x360', '1280x900', '360x740', '900x256']
const stored = (value: string) => [
  '{',
  'null',
  `{"state":{"theme":"dark","answers":{"question-number":"#question-number?v=1&text=${value}&checked=${value}"}},"version":1}`,
  `{"state":{"progress":{"/slope/":2},"wait":"${value}"},"version":7}`,
]

/** Acts without end, page after page, as a seed has it. */
export function* acts(seed: number): Generator<Act> {
  const random = randomFrom(seed)
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const whats: Record<Act['do'], () => string> = {
    open: () => among(routes).path,
    link: () => `?v=1&${among(fields)}=${encodeURIComponent(among(texts))}`,
    store: () => among(stored(encodeURIComponent(among(texts)))),
    type: () => among(texts),
    press: () => '',
    tap: () => '',
    key: () => among(keys),
    drag: () => `${Math.round(random() * 400 - 200)},${Math.round(random() * 200 - 100)}`,
    choose: () => String(random()),
    resize: () => among(sizes),
    theme: () => among(['light', 'dark']),
  }
  const often = 'link type type press press press tap tap key key key drag drag choose choose choose'.split(
    ' ',
  )
  for (;;) {
    yield { do: 'open', at: 0, what: whats.open() }
    for (let k = 0; k < 30; k++) {
      const kind = (random() < 0.06 ? among(['resize', 'theme', 'store']) : among(often)) as Act['do']
      yield { do: kind, at: Math.floor(random() * 1e6), what: whats[kind]() }
    }
  }
}

/** Brings a control into sight and says where it is; undefined where the page has none of that kind. */
const reach = (page: Page, { at }: Act, kind: string) =>
  page.evaluate(
    ([place, selector]) => {
      // Long work is no matter of the page, and a link leads to another.
      const left = /^(Compute|Build|Time them|Load the page)/
      const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (one) =>
          one.checkVisibility({ visibilityProperty: true }) &&
          !left.test(one.textContent ?? '') &&
          !one.closest('[inert]'),
      )
      const control = all[place % all.length]
      if (!control) return undefined
      control.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { left: x, top: y, width, height } = control.getBoundingClientRect()
      document.querySelector('[data-fuzz]')?.removeAttribute('data-fuzz')
      control.dataset.fuzz = ''
      return { x: x + width / 2, y: y + height / 2 }
    },
    [at, kind] as const,
  )

const any = 'main :is(button, select, input, summary, [role=gridcell], [role=slider], [tabindex="0"]), #theme'
const reached = (page: Page) => page.locator('[data-fuzz]')

const doing = {
  open: (page: Page, { what }: Act) => openAwake(page, what),
  async link(page: Page, act: Act) {
    await page.evaluate(
      ([at, query]) => {
        const figures = document.querySelectorAll('[data-island] figure')
        const figure = figures[at % figures.length]
        if (figure) location.hash = `#${figure.id}${query}`
      },
      [act.at, act.what] as const,
    )
  },
  async store(page: Page, { what }: Act) {
    await page.evaluate((text) => localStorage.setItem('nudge', text), what)
    // Another page between, or a link to a figure would be followed on the page as it stands.
    const url = page.url()
    await page.goto('about:blank')
    await openAwake(page, url)
  },
  async type(page: Page, act: Act) {
    if (
      !(await reach(page, act, 'main :is(input:not([type=radio], [type=checkbox], [type=range]), textarea)'))
    )
      return
    await reached(page).evaluate((field: HTMLInputElement) => {
      field.focus()
      field.select()
    })
    await page.keyboard.insertText(act.what)
    if (act.at % 2 === 0) await page.keyboard.press('Enter')
  },
  async press(page: Page, act: Act) {
    const place = await reach(page, act, any)
    if (place) await page.mouse.click(place.x, place.y)
  },
  async tap(page: Page, act: Act) {
    const place = await reach(page, act, any)
    if (place) await page.touchscreen.tap(place.x, place.y)
  },
  async key(page: Page, act: Act) {
    // Every other key goes to where the last one was.
    if (act.at % 2 === 0 && (await reach(page, act, any)))
      await reached(page).evaluate((control) => control.focus())
    await page.keyboard.press(act.what)
  },
  async drag(page: Page, act: Act) {
    const place = await reach(page, act, 'main :is([role=slider], input[type=range], [role=gridcell])')
    if (!place) return
    const [dx = 0, dy = 0] = act.what.split(',').map(Number)
    await page.mouse.move(place.x, place.y)
    await page.mouse.down()
    await page.mouse.move(place.x + dx, place.y + dy, { steps: 4 })
    await page.mouse.up()
  },
  async choose(page: Page, act: Act) {
    if (!(await reach(page, act, 'main :is(select, input[type=range])'))) return
    await reached(page).evaluate((control, share) => {
      if (control instanceof HTMLSelectElement)
        control.selectedIndex = Math.floor(Number(share) * control.options.length)
      else if (control instanceof HTMLInputElement)
        control.value = String(
          Number(control.min) + Number(share) * (Number(control.max) - Number(control.min)),
        )
      for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }))
    }, act.what)
  },
  async resize(page: Page, { what }: Act) {
    const [width = 0, height = 0] = what.split('x').map(Number)
    await page.setViewportSize({ width, height })
  },
  theme: (page: Page, { what }: Act) =>
    page.emulateMedia({ colorScheme: what === 'dark' ? 'dark' : 'light' }),
} satisfies Record<string, (page: Page, act: never) => Promise<unknown>>

export const perform = (page: Page, act: Act): Promise<unknown> => doing[act.do](page, act)

/** Before any page: notes how long tasks take, beside a piece of work that is always the same. */
export function listenToTasks() {
  const unit = () => {
    const start = performance.now()
    let sum = 0
    for (let k = 1; k < 2e6; k++) sum += Math.sqrt(k) % 1
    return sum > 0 ? performance.now() - start : 0
  }
  const tasks: number[] = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask' })
  Object.assign(globalThis, { longest: () => Math.max(0, ...tasks.splice(0)), unit })
}

/** In the page: what must never be, whatever was done. */
export const wrong = (): string[] => {
  const found: string[] = []
  for (const island of document.querySelectorAll('[data-island]')) {
    const copy = island.cloneNode(true) as Element
    // In the core's own code “undefined” is a word.
    for (const listing of copy.querySelectorAll('.listing pre')) listing.remove()
    const said = /.{0,60}(\bNaN\b|\bundefined\b|\bInfinity\b|\[object).{0,40}/.exec(copy.textContent ?? '')
    if (said) found.push(`a figure says “${said[0]}”`)
    const stopped = /This figure stopped:.{0,120}/.exec(island.textContent ?? '')
    if (stopped) found.push(stopped[0])
  }
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}`)
  return found
}

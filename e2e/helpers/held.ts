import type { CDPSession, Page } from '@playwright/test'
import { settled } from './book'

export type Held = { nodes: number; listeners: number; objects: number }
/** A change, and what the page's figures say after it, in lower case. */
export type Seen = { act: string; face: string }

/**
 * In the page: at least so many changes, by every list, slider, choice and box of every figure, and by a link to each
 * figure's start, which is where every round ends.
 */
export const change = (page: Page, least: number): Promise<Seen[]> =>
  page.evaluate(async (wanted) => {
    const seen: Seen[] = []
    const all = <E extends Element>(root: ParentNode, selector: string) => [
      ...root.querySelectorAll<E>(selector),
    ]
    const textOf = (node: Node): string =>
      node instanceof Element && node.matches('[aria-live=polite]')
        ? ''
        : node instanceof Text
          ? node.data
          : [...node.childNodes].map(textOf).join('')
    const followed = async (island: Element, act: string) => {
      await new Promise((done) => setTimeout(done))
      seen.push({ act, face: textOf(island).toLowerCase() })
    }
    const set = async (island: Element, control: HTMLInputElement | HTMLSelectElement, value: string) => {
      if (!control.isConnected) return
      control.value = value
      for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }))
      await followed(island, `${control.ariaLabel ?? control.id} is ${value}`)
    }
    const round = async (island: HTMLElement) => {
      for (const list of all<HTMLSelectElement>(island, 'select'))
        for (const { value } of [...list.options].slice(-3)) await set(island, list, value)
      for (const slider of all<HTMLInputElement>(island, 'input[type=range]'))
        for (const end of [slider.min, slider.max]) await set(island, slider, end)
      for (const choice of all<HTMLInputElement>(island, 'input[type=radio], input[type=checkbox]')) {
        choice.click()
        await followed(island, `${choice.type} ${choice.value}`)
      }
      const { id } = island.querySelector('figure') ?? {}
      if (id) location.hash = `#${id}?v=1`
      await followed(island, `#${id}`)
    }
    const islands = all<HTMLElement>(document, '[data-island]')
    for (let k = 0; islands.length > 0 && seen.length < wanted; k++)
      await round(islands[k % islands.length] as HTMLElement)
    location.hash = ''
    return seen
  }, least)

/** How many objects of JavaScript the page holds, arrays and functions too. */
async function objectsIn(devtools: CDPSession) {
  const { result } = await devtools.send('Runtime.evaluate', { expression: 'Object.prototype' })
  const { objects } = await devtools.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
    objectGroup: 'counted',
  })
  const { result: length } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length }',
  })
  await devtools.send('Runtime.releaseObjectGroup', { objectGroup: 'counted' })
  return Number(length.value)
}

/**
 * What the page holds once it has let go of what it can. Objects are counted and not weighed: in a heap's bytes is also
 * what the engine has compiled meanwhile.
 */
export async function held(page: Page, devtools: CDPSession): Promise<Held> {
  await settled(page)
  for (let k = 0; k < 2; k++) await devtools.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners: listeners } = await devtools.send('Memory.getDOMCounters')
  return { nodes, listeners, objects: await objectsIn(devtools) }
}

/**
 * In the page: does what a browser's translator does. It takes each text with a letter in it out of the page and puts
 * its own into two <font>s there, now and whenever there is a new one; here, the same text in capitals.
 */
export const translate = () => {
  const untouched = 'script, style, noscript, textarea, [translate=no], font'
  const into = (node: Node) => {
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    for (let at: Node | null = texts.currentNode; at; at = texts.nextNode())
      if (at instanceof Text && /\p{L}/u.test(at.data) && !at.parentElement?.closest(untouched))
        found.push(at)
    for (const text of found) {
      const outer = document.createElement('font')
      outer.appendChild(document.createElement('font')).textContent = text.data.toUpperCase()
      text.replaceWith(outer)
    }
  }
  into(document.body)
  new MutationObserver((records) => {
    for (const { target, addedNodes, type } of records)
      for (const node of type === 'characterData' ? [target] : addedNodes) if (node.isConnected) into(node)
  }).observe(document.body, { childList: true, subtree: true, characterData: true })
}

import type { Page } from '@playwright/test'

/**
 * In the page: uses every control of every figure once, each of the first options of a list and each button too, and
 * looks for trouble when the figure has followed. Left out is what runs for long or leaves the page.
 */
export async function useEverything(page: Page, trouble: () => string[], mostOptions = 6) {
  // As a text: the page's policy lets no function be made of one.
  await page.evaluate(`globalThis.trouble = ${trouble}`)
  return page.evaluate(async (most) => {
    const { trouble: look } = globalThis as unknown as { trouble: () => string[] }
    const found = new Map<string, string>()
    const followed = async (what: string) => {
      await new Promise((done) => setTimeout(done))
      for (const line of look()) if (!found.has(line)) found.set(line, what)
    }
    const named = (element: Element) =>
      `${element.closest('figure')?.id} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 30)}`
    const all = (root: Element, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)]
    const quiet = /^(Run|Time|Start|Play|Copy|Cancel|Reset)/
    for (const island of all(document.body, '[data-island]')) {
      for (const list of all(island, 'select') as HTMLSelectElement[])
        for (const { value } of [...list.options].slice(-most)) {
          if (!list.isConnected) break
          list.value = value
          list.dispatchEvent(new Event('change', { bubbles: true }))
          await followed(`${named(list)}: ${value}`)
        }
      for (const button of all(island, 'input[type=radio], input[type=checkbox], button')) {
        if (!button.isConnected || quiet.test(button.textContent ?? '')) continue
        button.click()
        await followed(named(button))
      }
    }
    await followed('all')
    return [...found].map(([line, what]) => `${line}, after ${what}`)
  }, mostOptions)
}

/** In the page: ids that stand twice, names of radio groups that two groups share, and references that lead nowhere. */
export function idTrouble(): string[] {
  const trouble: string[] = []
  const ids = new Set<string>()
  for (const { id } of document.querySelectorAll('[id]')) {
    if (ids.has(id)) trouble.push(`two elements have the id ${id}`)
    ids.add(id)
  }
  const groups = new Map<string, Element | null>()
  for (const { name, parentElement } of document.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
    const group = parentElement?.closest('fieldset, [role=radiogroup], section') ?? null
    if (groups.has(name) && groups.get(name) !== group) trouble.push(`two groups of radios are named ${name}`)
    groups.set(name, group)
  }
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'for'])
    for (const element of document.querySelectorAll(`[${attribute}]`))
      for (const id of element.getAttribute(attribute)?.split(/\s+/) ?? [])
        if (!ids.has(id)) trouble.push(`${attribute}="${id}" finds nothing`)
  return trouble
}
